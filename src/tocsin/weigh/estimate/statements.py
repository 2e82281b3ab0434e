"""Figures as they were stated: what is counted, where, for which day, and by whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tocsin.records import Carried, Claim, Event, Place, Quantity
from tocsin.records.layers import Bound
from tocsin.weigh.estimate.around import DAILY, DISASTERS, WIDE, Around
from tocsin.weigh.estimate.counted import Counted, counted
from tocsin.weigh.estimate.fuse import Vote
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.scope import (
    Atlas,
    Scope,
    atlas,
    of_source,
    pointed,
    scope_of,
    spot_of,
)
from tocsin.weigh.estimate.voices import Voices

# Beyond it a figure is no count but a slip of the reader, and no float may hold it.
_MOST = 1e18
# What ended this long before a report is of another time than its news: an earlier war or quake.
_LONG_AGO = timedelta(days=100)
_YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim's figure. `source` has one vote by it, however many reports repeat it.

    What nothing gives a date, is not `dated`, stands at the day it was collected.

    The source is who is cited for it, or who stands behind the origin: an agency, a publisher.
    `cited` tells which. `day` is the day it was said for; `slow` marks the toll of a disaster
    and `lands` the countries that its report tells of one in. `era` is the year of what was long
    before the report, "" of its news. `near` is the place that the report told of last before it,
    `deed` the incident of the fighting or the like that it told of last, `told_of` all incidents of
    its news. `located` is the place of its scope on the map, `home` the part of a country that most
    of its news is in, or else was in last; `alone` says that it tells of no other. `page` is the
    text that stands where it stood: another than its own once the page was changed, so many `edits`
    ago.
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
    story: str = ""
    told_of: frozenset[str] = frozenset()
    located: Place | None = None
    home: Place | None = None
    alone: bool = False
    page: str = ""
    edits: int = 0
    dated: bool = True

    @property
    def former(self) -> bool:
        """Whether its page does not say it any more in the text that it was read in."""
        return self.edits > 0


def statements(
    voices: Voices, events: Iterable[Event], stories: Mapping[str, str] | None = None
) -> tuple[Statement, ...]:
    """Return every figure that counts something, from old to new; each claim once.

    A text that several publishers carry is taken at its earliest sighting. Denials and figures
    without a finite number state nothing. What a page said before it was changed comes last.
    `stories` is the story of each sighting, where stories were found.
    """
    told, former = tuple(voices.claims()), tuple(voices.former())
    ground = _Ground(voices, events, (*told, *former), stories or {})
    found = [ground.statement(one, claim) for one, claim in (*told, *former) if _counts(claim)]
    return tuple(_each_once([one for one in found if one is not None]))


def _each_once(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield statements but for those whose very figure says what befell whom elsewhere.

    "100 soldiers sent to Kursk were killed" tells how many were killed, not how many were sent;
    "50 of 80 drones that were launched were shot down" not that 50 were launched; "52 girls who
    were abducted are free" how many are free. What several claims of a clause say of one figure
    alike is said once.
    """
    ends = {harm.name: harm.ends for harm in lexicon().rules.harm}
    harmed = {_figure(one) for one in found if one.what.harm}
    over = {(_figure(one), end) for one in found for end in ends.get(one.what.measure, ())}
    said = set[object]()
    for one in found:
        alike = (_figure(one), one.what.name, one.scope, one.source)
        if alike in said or (one.what.harm and (_figure(one), one.what.measure) in over):
            continue
        said.add(alike)
        if one.what.harm or _figure(one) not in harmed or not (one.what.person or one.what.part):
            yield one


def _figure(one: Statement) -> tuple[str, tuple[int, int]]:
    assert one.claim.quantity is not None
    return one.carried.report, one.claim.quantity.span


def _counts(claim: Claim) -> bool:
    return claim.polarity == "affirmed" and claim.quantity is not None and _finite(claim.quantity)


def _finite(quantity: Quantity) -> bool:
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    return bool(known) and all(0 <= v < _MOST for v in known)


class _Ground:
    """What statements are made on: who says them, the events of claims, the places, stories."""

    def __init__(
        self,
        voices: Voices,
        events: Iterable[Event],
        told: Sequence[tuple[Carried, Claim]],
        stories: Mapping[str, str],
    ) -> None:
        self._voices, self._stories = voices, stories
        self._happened = {claim: event for event in events for claim in event.claims}
        self._happened |= self._still(told)
        self._named: Atlas = atlas(claim for _, claim in told)
        named = (claim.place for _, claim in told if claim.place and claim.place.country)
        self._places = {spot_of(place): place for place in named}
        self._around: dict[str, Around] = {}

    def _still(self, told: Sequence[tuple[Carried, Claim]]) -> Mapping[str, Event]:
        """Return the events of former claims that their page still makes in the same words."""
        made = {
            (one.report, claim.quote, claim.event.text): self._happened[claim.id]
            for one, claim in told
            if claim.id in self._happened
        }
        former = (
            (c, (self._voices.page(one), c.quote, c.event.text)) for one, c in told if one.newer
        )
        return {claim.id: made[key] for claim, key in former if key in made}

    def statement(self, one: Carried, claim: Claim) -> Statement | None:
        """Return the figure of a claim, None where it counts no news."""
        what = counted(claim)
        if what is None:
            return None
        if one.sighting not in self._around:
            self._around[one.sighting] = Around(one, self._happened)
        return self._stated(one, claim, what, self._around[one.sighting])

    def _stated(self, one: Carried, claim: Claim, what: Counted, around: Around) -> Statement:
        assert claim.quantity is not None
        disaster = claim.event.type in DISASTERS or (around.lands is not None and what.harm)
        # Of an illness people die day by day.
        daily = claim.event.type in DAILY and what.kind == "flow"
        if disaster and what.harm and not (what.period or daily):
            what = replace(what, kind="total")
        at, voice = around.at, self._voices.of(one, claim)
        event = self._happened.get(claim.id)
        scope = self._scope(claim, what, around, disaster=disaster)
        return Statement(
            claim=claim,
            carried=one,
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
            lands=around.lands or (),
            era=_era(claim, at),
            near=around.near[claim.id],
            event=event.id if event else "",
            incident=event.incident if event else "",
            deed=around.deeds[claim.id],
            story=self._stories.get(one.sighting, ""),
            told_of=around.incidents,
            located=next((self._places.get(spot) for spot in scope or ()), None),
            home=around.site(claim),
            alone=around.alone,
            page=self._voices.page(one),
            edits=self._voices.edits(one),
            dated=around.dated or _day(claim, what, at) != at.date(),
        )

    def _scope(
        self, claim: Claim, what: Counted, around: Around, *, disaster: bool
    ) -> Scope | None:
        """Return where a figure is of: by its own words, or by who says it."""
        scope = scope_of(claim, owned=what.army is not None, named=self._named)
        lands = around.lands or ()
        if scope == () and disaster and what.harm and (lands or claim.event.type in WIDE):
            scope = of_source(claim, self._named, lands, around.near[claim.id])
            if scope == () and len(lands) == 1:
                scope = lands
        # Its own words may point to the place told last before it.
        if scope is not None:
            return scope
        return pointed(claim, around.near[claim.id], around.places(claim))


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
