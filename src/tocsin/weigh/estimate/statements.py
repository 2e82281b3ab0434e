"""Figures as they were stated: what is counted, where, for which day, and by whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import inf, isfinite

from tocsin.records import Carried, Claim, Event, Origin, Quantity, Source, content_id
from tocsin.weigh.copies import cited_origins, claim_origins
from tocsin.weigh.estimate.counted import Counted, counted
from tocsin.weigh.estimate.fuse import Vote
from tocsin.weigh.estimate.scope import Scope, scope_of

# Kinds of sources that are somebody: what they say is theirs in whichever report it stands.
_SOMEBODY = frozenset({"person", "role", "organisation", "state", "media", "document"})
_DISASTER = "disaster"
_FIGHTING = frozenset({"attack", "clash", "deployment", "capture-of-territory"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim's figure. `source` has one vote by it, however many reports repeat it.

    The source is who is cited for it, or who stands behind the origin: an agency, a publisher.
    `cited` tells which. `day` is the day it was said for; `slow` marks the toll of a disaster.
    """

    claim: Claim
    carried: Carried
    what: Counted
    scope: Scope | None
    at: datetime
    day: date
    origin: str
    source: str
    cited: bool = False
    slow: bool = False
    event: str = ""
    incident: str = ""

    @property
    def figure(self) -> Quantity:
        """The figure itself; a statement has one by its making."""
        assert self.claim.quantity is not None
        return self.claim.quantity

    @property
    def vote(self) -> Vote:
        """The figure as a vote."""
        low, best, high = (
            _number(v) for v in (self.figure.low, self.figure.best, self.figure.high)
        )
        return Vote(source=self.source, low=low, best=best, high=high)


def statements(
    carried: Sequence[Carried], events: Iterable[Event], origins: Sequence[Origin]
) -> tuple[Statement, ...]:
    """Return every figure that counts something, from old to new; each claim once.

    A text that several publishers carry is taken at its earliest sighting. Denials and figures
    without a finite number state nothing.
    """
    cited = cited_origins(carried)
    counting = _Counting(
        counts_for=claim_origins(carried, origins),
        names={one.id: one.name or "" for one in (*origins, *cited)},
        cited=frozenset(one.id for one in cited),
        events={claim: event for event in events for claim in event.claims},
    )
    found: dict[str, Statement] = {}
    for one in sorted(carried, key=lambda c: (moment(c), c.sighting)):
        slow = _slow(one)
        for claim in one.claims:
            if claim.id not in found and _speaks(claim):
                made = _statement(claim, one, counting, slow=slow)
                if made is not None:
                    found[claim.id] = made
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """For whom claims count, the names of origins, and the events of claims."""

    counts_for: Mapping[tuple[str, str], str]
    names: Mapping[str, str]
    cited: frozenset[str]
    events: Mapping[str, Event]


def _slow(carried: Carried) -> bool:
    """Whether the tolls of a report are those of a disaster: it tells of one and of no fighting."""
    types = {claim.event.type for claim in carried.claims if not claim.historical}
    return _DISASTER in types and not types & _FIGHTING


def moment(carried: Carried) -> datetime:
    """Return when a sighting was published, or else collected."""
    when = carried.published or carried.collected_at
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def who_says(claim: Claim, carried: Carried) -> str:
    """Return who gives the claim: the innermost link that is somebody, else the publisher.

    "Reuters, citing the ministry" is the ministry.
    """
    links = [source for source in claim.sources if source.kind in _SOMEBODY and _proper(source)]
    if links:
        return links[-1].name
    return carried.publisher or carried.url or carried.file or carried.sighting


def _proper(source: Source) -> bool:
    return source.ref is not None or any(part[:1].isupper() for part in source.name.split())


def _speaks(claim: Claim) -> bool:
    return claim.quantity is not None and claim.polarity == "affirmed" and _finite(claim.quantity)


def _finite(quantity: Quantity) -> bool:
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    return bool(known) and all(isfinite(v) and 0 <= v < inf for v in known)


def _statement(
    claim: Claim, carried: Carried, counting: _Counting, *, slow: bool
) -> Statement | None:
    what = counted(claim)
    if what is None:
        return None
    at = moment(carried)
    event = counting.events.get(claim.id)
    origin = counting.counts_for.get((carried.sighting, claim.id))
    disaster = claim.event.type == _DISASTER or (slow and what.harm)
    return Statement(
        claim=claim,
        carried=carried,
        what=what,
        scope=scope_of(claim),
        at=at,
        day=_day(claim, what, at),
        origin=origin or content_id("origin", carried.report),
        source=counting.names.get(origin or "") or who_says(claim, carried),
        cited=bool(origin) and origin in counting.cited,
        slow=disaster and not claim.historical,
        event=event.id if event else "",
        incident=event.incident if event else "",
    )


def _day(claim: Claim, what: Counted, at: datetime) -> date:
    """Return the day a figure stands for: of a flow its own, of others the day it was said."""
    time = claim.time if what.kind == "flow" or claim.historical else claim.said
    day = (time.end or time.start) if time is not None else None
    return day if day is not None and day <= at.date() else at.date()


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
