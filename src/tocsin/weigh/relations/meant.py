"""What figures are meant to say, and whether two of them can both be right."""

from tocsin.records import Quantity
from tocsin.records.layers import Bound
from tocsin.weigh.estimate.statements import Statement

# How far from its words a figure may be meant: who says "at least 1,000" does not know of 2,000.
OPEN, _ABOUT, _ROUND, _BOUND = 1.5, 0.1, 0.05, 0.02
# Scores may be a hundred and more.
_VAGUE = 1.0
_LEAST_ROUND = 100
# A figure so many times another counts something else: an army, not a company of it. Of an army's
# men a place makes the difference sooner: those lost there, and all.
_ELSE, _ELSE_THERE = 25.0, 5.0


def equal(one: Statement, other: Statement) -> bool:
    """Return whether two statements give the very same figure."""
    mine, its = one.vote, other.vote
    return (mine.low, mine.best, mine.high) == (its.low, its.best, its.high)


def far(one: Statement, other: Statement) -> bool:
    """Return whether two figures are so far apart that they count two things."""
    there = one.what.army is not None and bool(one.scope) != bool(other.scope)
    return far_from(one.vote.point, other.vote.point, most=_ELSE_THERE if there else _ELSE)


def far_from(one: float, other: float, *, most: float = _ELSE) -> bool:
    """Return whether one of two numbers is more than `most` times the other."""
    points = sorted((one, other))
    return points[1] > most * max(points[0], 1.0)


def meet(one: Statement, other: Statement) -> bool:
    """Whether two figures can both be right, as people mean them."""
    low, high = meant(one)
    least, most = meant(other)
    return low <= most and least <= high


def meant(one: Statement) -> tuple[float, float]:
    """Return the interval that a figure is meant to lie in: an open end does not reach far."""
    return _interval(one.vote.low, one.vote.high, one.vote.point, one.bound)


def meant_by(quantity: Quantity) -> tuple[float, float]:
    """Return the interval that a quantity with a best value is meant to lie in."""
    return _interval(quantity.low, quantity.high, quantity.best or 0.0, quantity.bound)


def _interval(
    least: float | None, most: float | None, point: float, bound: Bound
) -> tuple[float, float]:
    low = point if least is None else least
    high = point if most is None else most
    if bound == "at_least":
        high = max(high, low * OPEN)
    elif bound == "at_most":
        low = min(low, high / OPEN)
    slack = _slack(bound, point)
    return low / (1 + slack), high * (1 + slack)


def _slack(bound: Bound, point: float) -> float:
    if bound == "about":
        return _ABOUT
    if bound == "vague":
        return _VAGUE
    if bound == "exact":
        return _ROUND if point >= _LEAST_ROUND and point % _LEAST_ROUND == 0 else 0.0
    return _BOUND
