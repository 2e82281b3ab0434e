"""Figures as they were stated: what is counted, where, for which day, and by whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tocsin.records import Carried, Claim, Event, Quantity
from tocsin.records.layers import Bound
from tocsin.weigh.estimate.counted import Counted, counted
from tocsin.weigh.estimate.fuse import Vote
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.scope import (
    Atlas,
    Scope,
    atlas,
    country_only,
    of_source,
    pointed,
    scope_of,
)
from tocsin.weigh.estimate.voices import Voice, Voices, moment

# Beyond it a figure is no count but a slip of the reader, and no float may hold it.
_MOST = 1e18
_DISASTERS = frozenset({"disaster", "accident", "disease", "hunger"})
_WIDE = frozenset({"disaster", "disease", "hunger"})
# What people are killed and hurt in.
_HAPPENINGS = frozenset({"attack", "clash", "accident", "protest", "unrest", "crackdown"})
_FIGHTING = frozenset({"attack", "clash", "deployment", "capture-of-territory"})
# What ended this long before a report is of another time than its news: an earlier war or quake.
_LONG_AGO = timedelta(days=100)
_YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim's figure. `source` has one vote by it, however many reports repeat it.

    The source is who is cited for it, or who stands behind the origin: an agency, a publisher.
    `cited` tells which. `day` is the day it was said for; `slow` marks the toll of a disaster
    and `lands` the countries that its report tells of one in. `era` is the year of what was long
    before the report, "" of its news. `near` is the place that the report told of last before it,
    `deed` the incident of the fighting or the like that it told of last.
    """

    claim: Claim
    carried: Carried
    what: Counted
    scope: Scope | None
    at: datetime
    day: date
    origin: str
    source: str
    vote: Vote
    bound: Bound
    cited: bool = False
    slow: bool = False
    lands: Scope = ()
    era: str = ""
    near: Scope = ()
    event: str = ""
    incident: str = ""
    deed: str = ""


def statements(voices: Voices, events: Iterable[Event]) -> tuple[Statement, ...]:
    """Return every figure that counts something, from old to new; each claim once.

    A text that several publishers carry is taken at its earliest sighting. Denials and figures
    without a finite number state nothing.
    """
    happened = {claim: event for event in events for claim in event.claims}
    slow = {one.sighting: _lands(one) for one in voices.carried if _slow(one)}
    told = tuple(voices.claims())
    named = atlas(claim for _, claim in told)
    near: dict[str, dict[str, Scope]] = {}
    deeds: dict[str, dict[str, str]] = {}
    found = []
    for one, claim in told:
        if claim.quantity is None or claim.polarity != "affirmed":
            continue
        what = counted(claim) if _finite(claim.quantity) else None
        if what is not None:
            made = _statement(
                claim,
                one,
                what,
                voices.of(one, claim),
                happened.get(claim.id),
                slow.get(one.sighting),
                named,
            )
            if one.sighting not in near:
                near[one.sighting] = _nearest(one)
                deeds[one.sighting] = _deeds(one, happened)
            made = _placed(made, near[one.sighting][claim.id])
            found.append(replace(made, deed=deeds[one.sighting][claim.id]))
    return tuple(_each_once(found))


def _each_once(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield statements but for those whose very figure says what befell whom elsewhere.

    "100 soldiers sent to Kursk were killed" tells how many were killed, not how many were sent;
    "50 of 80 drones that were launched were shot down" not that 50 were launched.
    """
    harmed = {_figure(one) for one in found if one.what.harm}
    for one in found:
        if one.what.harm or _figure(one) not in harmed or not (one.what.person or one.what.part):
            yield one


def _figure(one: Statement) -> tuple[str, tuple[int, int]]:
    assert one.claim.quantity is not None
    return one.carried.report, one.claim.quantity.span


def _placed(made: Statement, near: Scope) -> Statement:
    """Return a statement with the place told last before it, which its own words may point to."""
    scope = pointed(made.claim, near) if made.scope is None else made.scope
    return replace(made, near=near, scope=scope)


def _slow(carried: Carried) -> bool:
    """Whether the tolls of a report are those of a disaster: it tells more of one than of fighting.

    Soldiers are sent to the flooded, too.
    """
    types = Counter(claim.event.type for claim in carried.claims if not claim.historical)
    return sum(types[one] for one in _DISASTERS) > sum(types[one] for one in _FIGHTING)


def _lands(carried: Carried) -> Scope:
    # What befell one place, a crash or a stampede, is of no land.
    told = (claim for claim in carried.claims if claim.event.type in _WIDE)
    scopes = (scope_of(claim) for claim in told if not claim.historical)
    return country_only(tuple(spot for scope in scopes for spot in scope or ()))


def _nearest(carried: Carried) -> dict[str, Scope]:
    """Return by claim the place that is told in its words, else last before it; () for none."""
    in_order = sorted(carried.claims, key=lambda one: one.span)
    told = [(claim.span, scope) for claim in in_order if (scope := scope_of(claim))]
    found: dict[str, Scope] = {}
    for claim in in_order:
        start, end = claim.span
        within = (scope for span, scope in told if start <= span[0] < end)
        before = (scope for span, scope in reversed(told) if span[0] <= start)
        found[claim.id] = next(within, ()) or next(before, ())
    return found


def _deeds(carried: Carried, happened: Mapping[str, Event]) -> dict[str, str]:
    """Return by claim the incident of the deed told in its words, else last before; "" for none."""
    in_order = sorted(carried.claims, key=lambda one: one.span)
    told = [
        (one.span, happened[one.id].incident)
        for one in in_order
        if one.event.type in _HAPPENINGS and not one.historical and one.id in happened
    ]
    found: dict[str, str] = {}
    for claim in in_order:
        start, end = claim.span
        within = (name for span, name in told if start <= span[0] < end)
        before = (name for span, name in reversed(told) if span[0] <= start)
        found[claim.id] = next(within, "") or next(before, "")
    return found


def _finite(quantity: Quantity) -> bool:
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    return bool(known) and all(0 <= v < _MOST for v in known)


def _statement(  # noqa: PLR0913, PLR0917 - all that is known of a claim
    claim: Claim,
    carried: Carried,
    what: Counted,
    voice: Voice,
    event: Event | None,
    lands: Scope | None,
    named: Atlas,
) -> Statement:
    assert claim.quantity is not None
    at = moment(carried)
    disaster = claim.event.type in _DISASTERS or (lands is not None and what.harm)
    if disaster and what.harm and not what.period:
        what = replace(what, kind="total")
    scope = scope_of(claim, owned=what.army is not None, named=named)
    if scope == () and disaster and what.harm and (lands or claim.event.type in _WIDE):
        scope = of_source(claim, named, lands or ())
        if scope == () and lands and len(lands) == 1:
            scope = lands
    return Statement(
        claim=claim,
        carried=carried,
        what=what,
        scope=scope,
        at=at,
        day=_day(claim, what, at),
        origin=voice.origin,
        source=voice.source,
        vote=_vote(claim.quantity, voice.source),
        bound=claim.quantity.bound,
        cited=voice.cited,
        slow=disaster and not claim.historical,
        lands=lands or (),
        era=_era(claim, at),
        event=event.id if event else "",
        incident=event.incident if event else "",
    )


def _vote(quantity: Quantity, source: str) -> Vote:
    low, best, high = (_number(v) for v in (quantity.low, quantity.best, quantity.high))
    return Vote(source=source, low=low, best=best, high=high)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _era(claim: Claim, at: datetime) -> str:
    """Return the year of what was long before a report, by its time or a year that it names."""
    time = claim.time
    if time is not None and (time.end or time.start):
        end = time.end or at.date()
        return str(end.year) if at.date() - end > _LONG_AGO else ""
    years = [int(word.text) for word in words(claim.quote) if _is_year(word.text)]
    past = [year for year in years if year in _YEARS]
    if not past or at.date() - _LONG_AGO <= date(max(past), 12, 31):
        return ""
    return str(max(past))


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()


def _day(claim: Claim, what: Counted, at: datetime) -> date:
    """Return the day a figure stands for: of a flow its own, of others the day it was said."""
    time = claim.time if what.kind == "flow" or claim.historical else claim.said
    day = (time.end or time.start) if time is not None else None
    return day if day is not None and day <= at.date() else at.date()
