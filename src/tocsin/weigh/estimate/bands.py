"""The fused band of a thing on each day on which a figure for it was given."""

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
    and are None where most of it is open. The best of a total never falls.
    """
    said = said_first(told)
    days = sorted({one.day for one in said})
    found = [_band(said, day, kind, weights) for day in days]
    return tuple(_rising(found) if kind == "total" else found)


def _band(
    told: Sequence[Statement], day: date, kind: FigureKind, weights: Mapping[str, float]
) -> Band:
    reach = FRESH[kind]
    fresh = latest([one for one in told if day - reach <= one.day <= day], kind)
    near = [one.vote for one in told if abs(one.day - day) <= max(reach, _AROUND)]
    kept = weighted(without_slips([one.vote for one in fresh], near), weights)
    best = _best(told, [one for one in fresh if _is_kept(one, kept)], day, kind, weights)
    low, high = spread(kept, _OUTSIDE)
    return Band(
        day=day,
        low=_no_more(low, best),
        best=best,
        high=high if high is None or best is None else max(high, best),
        origins=tuple(sorted({one.origin for one in fresh})),
    )


def _is_kept(one: Statement, kept: Sequence[Vote]) -> bool:
    return any(vote.source == one.source for vote in kept)


def _best(
    told: Sequence[Statement],
    kept: Sequence[Statement],
    day: date,
    kind: FigureKind,
    weights: Mapping[str, float],
) -> float | None:
    """Return what the figures of a day fuse to; older ones of a total hold it up."""
    votes = [_aged(one, day, kind) for one in kept]
    older: list[Statement] = []
    if kind == "total":
        known = {one.source for one in kept}
        past = latest([one for one in told if one.day < day - FRESH[kind]], kind)
        older = [one for one in past if one.source not in known]
    floors = [_floor(one.vote) for one in older]
    given = weighted([one.vote for one in kept], weights)
    return fused(weighted([*votes, *floors], weights), given + weighted(floors, weights))


def latest(told: Sequence[Statement], kind: FigureKind) -> list[Statement]:
    """Return the last figure of each source; of several of one day the lowest.

    Of a total it is the highest: it can only have grown since.
    """
    last: dict[str, Statement] = {}
    for one in told:
        before = last.get(one.source)
        if before is None or _order(one, kind) < _order(before, kind):
            last[one.source] = one
    return [last[source] for source in sorted(last)]


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
