"""The fused band of a thing on each day on which a figure for it was given."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tocsin.records import Band
from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate.fuse import Vote, fused, never_falling, spread, weighted, without_slips
from tocsin.weigh.estimate.statements import Statement

# For how many days a figure speaks for its time; after that the last one of a total is a floor.
FRESH: Mapping[FigureKind, timedelta] = {
    "total": timedelta(days=2),
    "stock": timedelta(days=14),
    "flow": timedelta(0),
}
# The part of the weight that may lie outside the band on each side.
_OUTSIDE = 0.25
# Days around by which a slip is known, and by how much a total may grow in a day.
_AROUND = timedelta(days=3)
_GROWTH = 2.0


def bands(
    told: Sequence[Statement], kind: FigureKind, weights: Mapping[str, float]
) -> tuple[Band, ...]:
    """Return the band on each day of `told` (from old to new); a source has one vote a day.

    Every number is one that was given: the best is the weighted median on the log scale, bounds
    being intervals with an open end; low and high hold all but the outer quarters of the weight,
    and are None where most of it is open. The best of a total never falls. What has no date has a
    vote only where nothing has one.
    """
    dated = [one for one in told if one.dated]
    window = _Window(said_first(dated or told), kind, weights)
    found = [window.band(day) for day in sorted(set(window.days))]
    return tuple(_rising(found) if kind == "total" else found)


class _Window:
    """Statements seen from one day after another, from old to new."""

    def __init__(
        self, told: Sequence[Statement], kind: FigureKind, weights: Mapping[str, float]
    ) -> None:
        self.told = sorted(told, key=lambda one: (one.day, one.claim.id))
        self.days = [one.day for one in self.told]
        self._kind, self._weights = kind, weights
        self._past: dict[str, Statement] = {}
        self._passed = 0

    def band(self, day: date) -> Band:
        """Return the band of a day; days are asked for from old to new."""
        reach = FRESH[self._kind]
        wide = max(reach, _AROUND)
        fresh = latest(self._between(_shifted(day, -reach), day), self._kind)
        near = [one.vote for one in self._between(_shifted(day, -wide), _shifted(day, wide))]
        kept = without_slips([one.vote for one in fresh], near)
        sources = {vote.source for vote in kept}
        best = self._best([one for one in fresh if one.source in sources], day)
        low, high = spread(weighted(kept, self._weights), _OUTSIDE)
        return Band(
            day=day,
            low=_no_more(low, best),
            best=best,
            high=high if high is None or best is None else max(high, best),
            origins=tuple(sorted({one.origin for one in fresh})),
        )

    def _between(self, first: date, last: date) -> list[Statement]:
        return self.told[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def _best(self, kept: Sequence[Statement], day: date) -> float | None:
        """Return what the figures of a day fuse to; older ones of a total hold it up."""
        votes = [_aged(one, day, self._kind) for one in kept]
        floors: list[Vote] = []
        if self._kind == "total":
            known = {one.source for one in kept}
            older = self._before(_shifted(day, -FRESH[self._kind]))
            floors = [_floor(one.vote) for one in older if one.source not in known]
        given = [*(one.vote for one in kept), *floors]
        return fused(weighted([*votes, *floors], self._weights), weighted(given, self._weights))

    def _before(self, day: date) -> list[Statement]:
        """Return the last figure of each source before a day."""
        until = bisect_left(self.days, day)
        for one in self.told[self._passed : until]:
            _keep_later(self._past, one, self._kind)
        self._passed = until
        return [self._past[source] for source in sorted(self._past)]


def _shifted(day: date, by: timedelta) -> date:
    """Return a day so much earlier or later, or the first or last day that there is."""
    number = day.toordinal() + by.days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


def latest(told: Sequence[Statement], kind: FigureKind) -> list[Statement]:
    """Return the last figure of each source; of several of one day the lowest.

    Of a total it is the highest: it can only have grown since.
    """
    last: dict[str, Statement] = {}
    for one in told:
        _keep_later(last, one, kind)
    return [last[source] for source in sorted(last)]


def _keep_later(last: dict[str, Statement], one: Statement, kind: FigureKind) -> None:
    before = last.get(one.source)
    if before is None or _order(one, kind) < _order(before, kind):
        last[one.source] = one


def _order(one: Statement, kind: FigureKind) -> tuple[float, float, str]:
    point = -one.vote.point if kind == "total" else one.vote.point
    return -one.day.toordinal(), point, one.claim.id


def said_first(told: Sequence[Statement]) -> list[Statement]:
    """Return each figure of each origin once, as it was said first: a copy says nothing anew."""
    first: dict[tuple[object, ...], Statement] = {}
    for one in told:
        vote = one.vote
        first.setdefault((one.origin, vote.low, vote.best, vote.high), one)
    return list(first.values())


def _aged(one: Statement, day: date, kind: FigureKind) -> Vote:
    """Return a figure as it binds on a later `day`: a total may have grown since."""
    vote, days = one.vote, (day - one.day).days
    if kind != "total" or days == 0:
        return vote
    floor = _floor(vote)
    return floor if vote.high is None else replace(floor, high=vote.high * _GROWTH**days)


def _floor(vote: Vote) -> Vote:
    return replace(vote, low=vote.low if vote.low is not None else vote.best, high=None)


def _no_more(low: float | None, best: float | None) -> float | None:
    return low if low is None or best is None else min(low, best)


def _rising(found: Sequence[Band]) -> list[Band]:
    known = [band for band in found if band.best is not None]
    best = never_falling([band.best for band in known if band.best is not None])
    made = iter(best)
    return [_moved(band, next(made)) if band.best is not None else band for band in found]


def _moved(band: Band, best: float) -> Band:
    high = band.high if band.high is None else max(band.high, best)
    return replace(band, best=best, low=_no_more(band.low, best), high=high)
