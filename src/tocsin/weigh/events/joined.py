"""Claims to events: one event for what several claims tell of, with what they agree on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tocsin.records import Carried, Claim, Event, Grade, Origin, Place, content_id
from tocsin.weigh.copies import claim_origins
from tocsin.weigh.events.joining import join
from tocsin.weigh.events.likeness import Likeness, likeness
from tocsin.weigh.events.repeats import repeats
from tocsin.weigh.events.tellings import Telling, in_order, tellings
from tocsin.weigh.events.times import width
from tocsin.weigh.events.transitions import transitions

Judge = Callable[[Sequence[Claim], Sequence[str]], Grade]
T = TypeVar("T")

# What must speak for one event, and for one incident, in log-odds; learned with the weights.
_EVENT, _INCIDENT = 0.0, 2.0
_FINENESS = {"site": 4, "city": 3, "admin": 2, "country": 1, "region": 0}


@dataclass(frozen=True, slots=True)
class _Told:
    telling: Telling
    claim: Claim
    origin: str | None


def not_judged(claims: Sequence[Claim], origins: Sequence[str]) -> Grade:
    """Return the grade of what nobody has judged: 6, cannot be judged."""
    return Grade(credibility=6, reason="not judged", claims=())


def join_events(
    carried: Sequence[Carried],
    origins: Sequence[Origin],
    *,
    stories: Mapping[str, str] | None = None,
    grade: Judge = not_judged,
) -> tuple[Event, ...]:
    """Return the events that the claims of `carried` tell of, sorted by id.

    Claims are joined by the incident (place, time, names, figures, materiel) before the type of the
    event divides them; a denial belongs to the event and does not affirm it. Every claim is in
    exactly one event. Neither the order of `carried` nor a copy changes which events there are.

    Args:
        carried: sightings of reports, with their claims.
        origins: who stands behind which sighting; an origin affirms an event once.
        stories: the story of each sighting, where stories were found before.
        grade: gives the grade of an event by its claims and the origins that affirm it.
    """
    told = _told(carried, claim_origins(carried, origins), stories or {})
    copies = repeats(carried, origins)
    own = [one.telling for one in told.values() if one.claim.id not in copies]
    alike = likeness(own)
    groups = join(own, alike, least=_EVENT)
    incidents = _incidents(groups, alike)
    copied = defaultdict(list)
    for claim, root in copies.items():
        copied[root].append(claim)
    events = []
    for group, incident in zip(groups, incidents, strict=True):
        ids = [one for member in group for one in (member.id, *copied[member.id])]
        events.append(_event([told[one] for one in ids], incident, copies, grade))
    return tuple(sorted(events, key=lambda event: event.id))


def _told(
    carried: Sequence[Carried], votes: Mapping[tuple[str, str], str], stories: Mapping[str, str]
) -> dict[str, _Told]:
    """Return every claim once, by the earliest sighting that has it, from old to new.

    It counts for the origin that it has there: who carries the same text later adds none.
    """
    found: dict[str, _Told] = {}
    for one in in_order(carried):
        told = tellings(one, stories.get(one.sighting))
        for claim, tells in zip(one.claims, told, strict=True):
            if claim.id not in found:
                found[claim.id] = _Told(tells, claim, votes.get((one.sighting, claim.id)))
    return found


def _incidents(groups: Sequence[Sequence[Telling]], alike: Likeness) -> list[str]:
    first = {group[0].id: number for number, group in enumerate(groups)}
    incidents = [""] * len(groups)
    for together in join([group[0] for group in groups], alike, least=_INCIDENT, typed=False):
        name = content_id("incident", together[0].id)
        for one in together:
            incidents[first[one.id]] = name
    return incidents


def _event(told: Sequence[_Told], incident: str, copies: Mapping[str, str], grade: Judge) -> Event:
    own = [one for one in told if one.claim.id not in copies]
    affirming = [one for one in told if one.claim.polarity == "affirmed"]
    origins = tuple(sorted({one.origin for one in affirming if one.origin is not None}))
    start, end = _days(own)
    return Event(
        id=content_id("event", own[0].claim.id),
        type=_most((one.claim.event.type, one.origin) for one in own)[0],
        incident=incident,
        claims=tuple(one.claim.id for one in told),
        origins=origins,
        actors=_named(own, "actor"),
        targets=_named(own, "target"),
        place=_place(own),
        start=start,
        end=end,
        transitions=transitions(
            [(one.telling, one.claim) for one in own if one.claim.polarity == "affirmed"]
        ),
        grade=grade([one.claim for one in told], origins),
    )


def _named(told: Iterable[_Told], role: str) -> tuple[str, ...]:
    """Return who has a role, who is named by most origins first."""
    return tuple(
        _most(
            (part.name or part.text, one.origin)
            for one in told
            for part in one.claim.roles
            if part.role == role
        )
    )


def _place(told: Iterable[_Told]) -> Place | None:
    """Return the finest place that is named, of those equally fine the one most origins name."""
    places: dict[str, Place] = {}
    for one in told:
        if one.telling.place is not None:
            places.setdefault(one.telling.place.name or "", one.telling.place)
    named = list(
        _most((one.telling.place.name or "", one.origin) for one in told if one.telling.place)
    )
    ranked = sorted(named, key=lambda name: -_FINENESS.get(places[name].precision or "", -1))
    return places[ranked[0]] if ranked else None


def _days(told: Sequence[_Told]) -> tuple[date | None, date | None]:
    """Return the narrowest days that are stated: of what happened, if anything did."""
    stated = [one.telling for one in told if one.telling.stated]
    past = [one for one in stated if not one.ahead] or stated
    whole = [one for one in past if one.start is not None and one.end is not None] or past
    if not whole:
        return None, None
    best = min(whole, key=lambda one: (width(one), one.at, one.id))
    return best.start, best.end


def _most(named: Iterable[tuple[T, str | None]]) -> list[T]:
    """Return what is named from most to least, an origin counted once and ties as they came."""
    behind: dict[T, set[str]] = {}
    for name, origin in named:
        behind.setdefault(name, set()).update(() if origin is None else (origin,))
    return sorted(behind, key=lambda name: -len(behind[name]))
