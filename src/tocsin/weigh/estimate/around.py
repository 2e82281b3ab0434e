"""What a report tells around a figure: the place and deed told last before it, its disaster."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TypeVar

from tocsin.records import Carried, Claim, Event, Place
from tocsin.weigh.estimate.scope import Scope, country_only, scope_of
from tocsin.weigh.estimate.voices import moment
from tocsin.weigh.events.places import nearness

T = TypeVar("T", Scope, str)

NOON = time(12)
DISASTERS = frozenset({"disaster", "accident", "disease", "hunger"})
DAILY = frozenset({"disease", "hunger"})
WIDE = frozenset({"disaster", "disease", "hunger"})
# What people are killed and hurt in.
_HAPPENINGS = frozenset({"attack", "clash", "accident", "protest", "unrest", "crackdown"})
_FIGHTING = frozenset({"attack", "clash", "deployment", "capture-of-territory"})


class Around:
    """What one sighting tells around its claims; `happened` gives the event of a claim.

    `lands` are the countries that it tells of a disaster in, None where it is not of a disaster.
    `home` is the part of a country that most of its news is in, `alone` if it tells of no other.
    `incidents` are those of its news. `at` is when it was told: published, or else on the last day
    that it names itself, or (not `dated`) collected.
    """

    def __init__(self, carried: Carried, happened: Mapping[str, Event]) -> None:
        self.lands = _lands(carried) if _slow(carried) else None
        self._places = [
            (claim.span[0], claim.place)
            for claim in sorted(carried.claims, key=lambda one: one.span)
            if claim.place is not None and claim.place.country
        ]
        news = (one.id for one in carried.claims if not one.historical and one.id in happened)
        self.incidents = frozenset(happened[claim].incident for claim in news)
        self.home, self.alone = _home(carried)
        self.at, self.dated = _dated(carried)
        self.near: Mapping[str, Scope] = _last(carried, lambda one: scope_of(one) or (), ())
        self.deeds: Mapping[str, str] = _last(carried, lambda one: _deed(one, happened), "")

    def site(self, claim: Claim) -> Place | None:
        """Return where a claim that names no place may be: at home, else where the last one was."""
        start = claim.span[0]
        before = (place for at, place in reversed(self._places) if at <= start and _fine(place))
        return self.home or next(before, None)

    def places(self, claim: Claim) -> list[Place]:
        """Return the places that are told of before a claim, the nearest first.

        Where there is none of a precision before it, the only one behind it is meant.
        """
        start = claim.span[0]
        before = [place for at, place in reversed(self._places) if at <= start]
        told = {place.precision for place in before}
        behind = [p for at, p in self._places if at > start and p.precision not in told]
        named = {(place.precision, place.name) for place in behind}
        kinds = Counter(precision for precision, _ in named)
        return before + [place for place in behind if kinds[place.precision] == 1]


def _slow(carried: Carried) -> bool:
    """Whether the tolls of a report are those of a disaster: it tells more of one than of fighting.

    Soldiers are sent to the flooded, too.
    """
    types = Counter(claim.event.type for claim in carried.claims if not claim.historical)
    return sum(types[one] for one in DISASTERS) > sum(types[one] for one in _FIGHTING)


def _dated(carried: Carried) -> tuple[datetime, bool]:
    at = moment(carried)
    if carried.published is not None:
        return at, True
    told = (one.time for one in carried.claims if one.time is not None and not one.historical)
    days = [when.end for when in told if when.end is not None and when.start == when.end]
    last = max((day for day in days if day <= at.date()), default=None)
    return (at, False) if last is None else (datetime.combine(last, NOON, UTC), True)


def _home(carried: Carried) -> tuple[Place | None, bool]:
    news = [one.place for one in carried.claims if one.place is not None and not one.historical]
    fine = Counter(replace(p, span=(0, 0), text="") for p in news if p.country and _fine(p))
    if not fine:
        return None, False
    home = min(fine, key=lambda place: (-fine[place], str(place)))
    near = sum(fine[one] for one in fine if nearness(one, home) in ("same", "within"))
    return (home if 2 * near > fine.total() else None), len(fine) == 1


def _fine(place: Place) -> bool:
    return place.precision in ("site", "city", "admin")


def _lands(carried: Carried) -> Scope:
    # What befell one place, a crash or a stampede, is of no land.
    told = (claim for claim in carried.claims if claim.event.type in WIDE)
    scopes = (scope_of(claim) for claim in told if not claim.historical)
    return country_only(tuple(spot for scope in scopes for spot in scope or ()))


def _deed(claim: Claim, happened: Mapping[str, Event]) -> str:
    """Return the incident of a deed in which people are killed and hurt, "" for no such deed."""
    if claim.event.type not in _HAPPENINGS or claim.historical or claim.id not in happened:
        return ""
    return happened[claim.id].incident


def _last(carried: Carried, of: Callable[[Claim], T], nothing: T) -> dict[str, T]:
    """Return by claim what is told in its words, else last before it, else `nothing`."""
    in_order = sorted(carried.claims, key=lambda one: one.span)
    told = [(claim.span, held) for claim in in_order if (held := of(claim))]
    found: dict[str, T] = {}
    for claim in in_order:
        start, end = claim.span
        within = (held for span, held in told if start <= span[0] < end)
        before = (held for span, held in reversed(told) if span[0] <= start)
        found[claim.id] = next(within, nothing) or next(before, nothing)
    return found
