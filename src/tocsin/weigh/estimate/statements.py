"""Figures as they were stated: what is counted, where, for which day, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from tocsin.records import Carried, Claim, Event, Quantity
from tocsin.records.layers import Bound
from tocsin.weigh.estimate.counted import Counted, counted
from tocsin.weigh.estimate.fuse import Vote
from tocsin.weigh.estimate.scope import Scope, country_only, scope_of
from tocsin.weigh.estimate.voices import Voice, Voices, moment

# Beyond it a figure is no count but a slip of the reader, and no float may hold it.
_MOST = 1e18
_DISASTERS = frozenset({"disaster", "accident", "disease", "hunger"})
_FIGHTING = frozenset({"attack", "clash", "deployment", "capture-of-territory"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim's figure. `source` has one vote by it, however many reports repeat it.

    The source is who is cited for it, or who stands behind the origin: an agency, a publisher.
    `cited` tells which. `day` is the day it was said for; `slow` marks the toll of a disaster
    and `lands` the countries that its report tells of one in.
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
    event: str = ""
    incident: str = ""


def statements(voices: Voices, events: Iterable[Event]) -> tuple[Statement, ...]:
    """Return every figure that counts something, from old to new; each claim once.

    A text that several publishers carry is taken at its earliest sighting. Denials and figures
    without a finite number state nothing.
    """
    happened = {claim: event for event in events for claim in event.claims}
    slow = {one.sighting: _lands(one) for one in voices.carried if _slow(one)}
    found = []
    for one, claim in voices.claims():
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
            )
            found.append(made)
    return tuple(found)


def _slow(carried: Carried) -> bool:
    """Whether the tolls of a report are those of a disaster: it tells of one and of no fighting."""
    types = {claim.event.type for claim in carried.claims if not claim.historical}
    return bool(types & _DISASTERS) and not types & _FIGHTING


def _lands(carried: Carried) -> Scope:
    told = (claim for claim in carried.claims if claim.event.type in _DISASTERS)
    scopes = (scope_of(claim) for claim in told if not claim.historical)
    return country_only(tuple(spot for scope in scopes for spot in scope or ()))


def _finite(quantity: Quantity) -> bool:
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    return bool(known) and all(0 <= v < _MOST for v in known)


def _statement(
    claim: Claim,
    carried: Carried,
    what: Counted,
    voice: Voice,
    event: Event | None,
    lands: Scope | None,
) -> Statement:
    assert claim.quantity is not None
    at = moment(carried)
    disaster = claim.event.type in _DISASTERS or (lands is not None and what.harm)
    if disaster and what.harm and not what.period:
        what = replace(what, kind="total")
    return Statement(
        claim=claim,
        carried=carried,
        what=what,
        scope=scope_of(claim, owned=what.owner is not None),
        at=at,
        day=_day(claim, what, at),
        origin=voice.origin,
        source=voice.source,
        vote=_vote(claim.quantity, voice.source),
        bound=claim.quantity.bound,
        cited=voice.cited,
        slow=disaster and not claim.historical,
        lands=lands or (),
        event=event.id if event else "",
        incident=event.incident if event else "",
    )


def _vote(quantity: Quantity, source: str) -> Vote:
    low, best, high = (_number(v) for v in (quantity.low, quantity.best, quantity.high))
    return Vote(source=source, low=low, best=best, high=high)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _day(claim: Claim, what: Counted, at: datetime) -> date:
    """Return the day a figure stands for: of a flow its own, of others the day it was said."""
    time = claim.time if what.kind == "flow" or claim.historical else claim.said
    day = (time.end or time.start) if time is not None else None
    return day if day is not None and day <= at.date() else at.date()
