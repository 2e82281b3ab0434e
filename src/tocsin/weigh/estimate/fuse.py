"""Several figures for one thing fused into one, without a mean: medians on the log scale.

A figure is an interval: a bound leaves one end open. Sources are weighed by how near their figures
were to what was fused, over and over (conflict resolution after Li et al., CRH, SIGMOD 2014, with
errors on the log scale and capped, so that one slipped zero costs no more than a wrong figure).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import TypeVar

K = TypeVar("K")

# An error of a tenth counts as wrong; a source nobody knows is held to be wrong half of the time,
# with the weight of one figure.
_CAP, _PRIOR, _STRENGTH = 0.1, 0.05, 1.0
_ROUNDS = 20
_SMALLEST = 1e-3
# Where three or more speak, who is further from the middle than this (in log) is a slip.
_SLIP = log(6.0)
_SPREADS = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One figure of one voter: an open end is None; `source` is whose record it counts for."""

    source: str
    low: float | None
    best: float | None
    high: float | None
    weight: float = 1.0

    @property
    def point(self) -> float:
        """The one value that stands for the figure: the best, or an end."""
        if self.best is not None:
            return self.best
        return next((end for end in (self.low, self.high) if end is not None), 0.0)

    @property
    def ends(self) -> tuple[float, float]:
        """The interval on the log scale, open ends infinite."""
        low = -inf if self.low is None else scale(self.low)
        return low, inf if self.high is None else max(low, scale(self.high))


def scale(value: float) -> float:
    """Return the logarithm of a figure; nought counts as a thousandth."""
    return log(max(value, _SMALLEST))


def fused(votes: Sequence[Vote], given: Sequence[Vote] | None = None) -> float | None:
    """Return the weighted median of figures that are intervals, on the log scale.

    It is one of the numbers of `given` (by default of `votes`): the one with the least weighted
    distance to all intervals, where several have it the one that most of the weight names, then
    the lowest.
    """
    ends = sorted((end, vote.weight) for vote in votes for end in vote.ends)
    if not ends:
        return None
    low, high = _middle(ends)
    support: dict[float, float] = defaultdict(float)
    for vote in votes if given is None else given:
        support[vote.point] += vote.weight
        for end in (vote.low, vote.high):
            if end is not None:
                support[end] += 0.0
    return min(support, key=lambda value: (_off(value, low, high), -support[value], value))


def _off(value: float, low: float, high: float) -> float:
    return round(max(0.0, low - scale(value), scale(value) - high), 9)


def _middle(ends: Sequence[tuple[float, float]]) -> tuple[float, float]:
    half = sum(weight for _, weight in ends) / 2
    reached = 0.0
    for number, (end, weight) in enumerate(ends):
        reached += weight
        if abs(reached - half) <= 1e-9 * half and number + 1 < len(ends):
            return end, ends[number + 1][0]
        if reached > half:
            return end, end
    return ends[-1][0], ends[-1][0]


def spread(votes: Sequence[Vote], part: float) -> tuple[float | None, float | None]:
    """Return the ends below and above which `part` of the weight lies; None where they are open.

    Of one or two votes they are the outermost ends.
    """
    lows = sorted((vote.ends[0], vote.weight, vote.low) for vote in votes)
    highs = sorted(((-vote.ends[1], vote.weight, vote.high) for vote in votes), key=_first_two)
    return _reach(lows, part), _reach(highs, part)


def _first_two(row: tuple[float, float, float | None]) -> tuple[float, float]:
    return row[0], row[1]


def _reach(rows: Sequence[tuple[float, float, float | None]], part: float) -> float | None:
    target = part * sum(weight for _, weight, _ in rows)
    reached = 0.0
    for _, weight, value in rows:
        reached += weight
        if reached >= target:
            return value
    return None


def without_slips(votes: Sequence[Vote], around: Sequence[Vote] = ()) -> list[Vote]:
    """Return the votes without those far from all others: slipped zeros, misread scales.

    `around` are figures of the days before and after by which a slip is known too. Of fewer than
    three nothing can be told. Spread is measured by the median deviation.
    """
    points = sorted(scale(vote.point) for vote in (around or votes))
    if len(points) < 3:
        return list(votes)
    middle = points[(len(points) - 1) // 2]
    away = sorted(abs(point - middle) for point in points)
    bar = max(_SLIP, _SPREADS * away[(len(away) - 1) // 2])
    return [v for v in votes if abs(scale(v.point) - middle) <= bar] or list(votes)


def learn(tables: Mapping[K, Sequence[Vote]]) -> dict[str, float]:
    """Return the weight of each source, learned from how near it was to what was fused.

    Each table holds votes on one thing. The order of tables and votes changes nothing.
    """
    shared = [table for table in tables.values() if len({vote.source for vote in table}) > 1]
    weights: dict[str, float] = {}
    for _ in range(_ROUNDS):
        after = _reweighed(shared, weights)
        if after == weights:
            break
        weights = after
    return weights


def weighted(votes: Iterable[Vote], weights: Mapping[str, float]) -> list[Vote]:
    """Return the votes with what was learned of their sources."""
    unknown = -log(_PRIOR)
    return [
        Vote(
            source=one.source,
            low=one.low,
            best=one.best,
            high=one.high,
            weight=weights.get(one.source, unknown),
        )
        for one in votes
    ]


def _reweighed(tables: Sequence[Sequence[Vote]], weights: Mapping[str, float]) -> dict[str, float]:
    errors: dict[str, list[float]] = defaultdict(list)
    for table in tables:
        truth = fused(weighted(table, weights))
        if truth is None:
            continue
        for vote in table:
            errors[vote.source].append(min(_CAP, _error(vote, scale(truth))))
    return {
        source: -log((sum(sorted(each)) + _STRENGTH * _PRIOR) / (len(each) + _STRENGTH))
        for source, each in sorted(errors.items())
    }


def _error(vote: Vote, truth: float) -> float:
    """Return how far a figure was off, in log; who says "at least" is held to what he says."""
    if vote.low is None or vote.high is None:
        return abs(scale(vote.point) - truth)
    low, high = vote.ends
    return max(0.0, low - truth, truth - high)


def never_falling(values: Sequence[float]) -> list[float]:
    """Return a series that never falls, nearest to `values`: where it falls, the median instead.

    What comes out is one of the values given. L1 isotonic regression by pooling (Barlow 1972).
    """
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and _median(pools[-2]) > _median(pools[-1]):
            last = pools.pop()
            pools[-1] = sorted((*pools[-1], *last))
    return [_median(pool) for pool in pools for _ in pool]


def _median(pool: Sequence[float]) -> float:
    return pool[(len(pool) - 1) // 2]
