"""Figures for one thing compared: the same, contradicting, or moved on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from tocsin.records import Relation
from tocsin.records.layers import Bound
from tocsin.records.weighed import FigureKind, RelationKind
from tocsin.weigh.estimate.bands import said_first
from tocsin.weigh.estimate.estimates import kind_of
from tocsin.weigh.estimate.groups import Group
from tocsin.weigh.estimate.scope import said
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.relations.pairs import Told, related

# How far from its words a figure may be meant: who says "at least 1,000" does not know of 2,000.
_OPEN, _ABOUT, _ROUND, _BOUND = 1.5, 0.1, 0.05, 0.02
_LEAST_ROUND = 100
# Figures of two sources hold at one time if they were given this close together; beyond, they have
# moved on.
_TOGETHER: Mapping[FigureKind, timedelta] = {
    "total": timedelta(days=14),
    "stock": timedelta(days=14),
    "flow": timedelta(days=3650),
}
# Within these days what two named sources say stands side by side, and a total that is more than
# doubled is another figure, not a later one.
_SIDE_BY_SIDE = timedelta(days=2)
_TWICE = 2.0
# Distinct figures, nearest in time, with which a new one is compared.
_COMPARED = 20


def by_figures(groups: Iterable[Group], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield how the figures of each thing stand to each other.

    A figure is compared with what each other source held when it was given, once per figure and
    not per claim; a source's own figures with each other.
    """
    for group in groups:
        kind = kind_of(group)
        standing: dict[str, Statement] = {}
        for one in said_first(group.statements):
            before = standing.get(one.source)
            if before is None or not _equal(before, one):
                yield from _against(one, standing, kind, told)
            standing[one.source] = one


def _against(
    one: Statement, standing: Mapping[str, Statement], kind: FigureKind, told: Mapping[str, Told]
) -> Iterator[Relation]:
    nearest: dict[object, Statement] = {}
    for other in sorted(standing.values(), key=lambda o: (-o.day.toordinal(), o.claim.id)):
        nearest.setdefault(_known_by(other, own=other.source == one.source), other)
    updated = False
    for other in list(nearest.values())[:_COMPARED]:
        found = compared(one, other, kind, told)
        # What moved on did so from the last figure; the ones before it are history.
        if found is None or (found.kind == "updates" and found.independent and updated):
            continue
        updated |= found.kind == "updates" and found.independent
        yield found


def _known_by(one: Statement, *, own: bool) -> tuple[object, ...]:
    return (own, one.vote.low, one.vote.best, one.vote.high)


def compared(
    later: Statement, earlier: Statement, kind: FigureKind, told: Mapping[str, Told]
) -> Relation | None:
    """Return how a later figure stands to an earlier one for the same thing.

    A total that grows with the days, or a stock that is another after weeks, is an update. None
    where one report gives two figures of a flow: it tells of two things.
    """
    two = told[later.claim.id], told[earlier.claim.id]
    event = later.event or earlier.event
    same = later.source == earlier.source or later.origin == earlier.origin
    if not same and meet(later, earlier):
        return related("corroborates", *two, event)
    if same:
        kind_found = _own(later, earlier, kind)
        return related(kind_found, *two, event, differs=("figure",)) if kind_found else None
    if _moved_on(later, earlier, kind):
        return related("updates", *two, event, differs=("figure",))
    return related("contradicts", *two, event, differs=("figure",))


def _own(later: Statement, earlier: Statement, kind: FigureKind) -> RelationKind | None:
    if _equal(later, earlier) or later.carried.report == earlier.carried.report:
        return None
    if later.day == earlier.day and meet(later, earlier):
        return None
    if kind == "flow" or (kind == "total" and later.vote.point < earlier.vote.point):
        return "corrects"
    return "updates"


def _moved_on(later: Statement, earlier: Statement, kind: FigureKind) -> bool:
    apart = later.day - earlier.day
    if apart > _TOGETHER[kind]:
        return True
    if kind != "total":
        return False
    if not apart and later.slow:
        return _counting_on(later, earlier)
    if not apart or later.vote.point <= earlier.vote.point:
        return False
    named = later.cited and earlier.cited and not later.slow
    grown = later.vote.point > _TWICE * earlier.vote.point
    return not (named and grown and apart <= _SIDE_BY_SIDE)


def _counting_on(later: Statement, earlier: Statement) -> bool:
    """Whether two figures of one day are of two hours: the dead of a disaster are still counted."""
    exact = later.bound == earlier.bound == "exact"
    points = sorted((later.vote.point, earlier.vote.point))
    return not exact or points[1] > _OPEN * points[0]


def _equal(one: Statement, other: Statement) -> bool:
    mine, its = one.vote, other.vote
    return (mine.low, mine.best, mine.high) == (its.low, its.best, its.high)


def meet(one: Statement, other: Statement) -> bool:
    """Whether two figures can both be right, as people mean them."""
    low, high = meant(one)
    least, most = meant(other)
    return low <= most and least <= high


def meant(one: Statement) -> tuple[float, float]:
    """Return the interval that a figure is meant to lie in: an open end does not reach far."""
    vote, bound = one.vote, one.bound
    point = vote.point
    low = point if vote.low is None else vote.low
    high = point if vote.high is None else vote.high
    if bound == "at_least":
        high = max(high, low * _OPEN)
    elif bound == "at_most":
        low = min(low, high / _OPEN)
    slack = _slack(bound, point)
    return low / (1 + slack), high * (1 + slack)


def _slack(bound: Bound, point: float) -> float:
    if bound == "about":
        return _ABOUT
    if bound == "exact":
        return _ROUND if point >= _LEAST_ROUND and point % _LEAST_ROUND == 0 else 0.0
    return _BOUND


def not_comparable(groups: Sequence[Group], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield, for figures of one event that differ but count something else, why they do.

    One for each pair of things that one event is counted by, not for each pair of claims.
    """
    by_event: dict[str, dict[int, Statement]] = {}
    for number, group in enumerate(groups):
        for one in group.statements:
            if one.event:
                by_event.setdefault(one.event, {}).setdefault(number, one)
    for event, held in sorted(by_event.items()):
        numbers = sorted(held, key=lambda n: (told[held[n].claim.id].at, held[n].claim.id))
        for earlier, later in pairwise(numbers):
            why = _why(groups[later], groups[earlier])
            two = held[later], held[earlier]
            if why and two[0].source != two[1].source and not meet(*two):
                pair = told[two[0].claim.id], told[two[1].claim.id]
                yield related("contradicts", *pair, event, differs=("figure",), why_not=why)


def _why(later: Group, earlier: Group) -> str | None:
    one, other = later.statements[0].what, earlier.statements[0].what
    if one.unit != other.unit:
        return None
    if one.measure != other.measure or one.mark != other.mark:
        return f"another measure: {one.name}, not {other.name}"
    if one.noun != other.noun or later.owner != earlier.owner:
        return f"another population: {one.noun}, not {other.noun}"
    if later.scope != earlier.scope:
        places = said(later.scope or ()) or "all", said(earlier.scope or ()) or "all"
        return f"another place: {places[0]}, not {places[1]}"
    return f"another date: {later.statements[0].day}, not {earlier.statements[0].day}"
