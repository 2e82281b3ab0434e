"""What figures that stand side by side share: "five soldiers were killed and 11 wounded"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tocsin.weigh.estimate.scope import country_only
from tocsin.weigh.estimate.statements import Statement

# So many characters between two figures, and they stand in one breath; fewer, and what is told of
# one place and day is told of both.
_BREATH, _CLOSE = 120, 60


def side_by_side(told: Sequence[Statement]) -> list[Statement]:
    """Return statements in which those of one breath share whom they count, where and when.

    Of two figures for harm, given one after the other by one source, the later that says no people
    or things counts those of the earlier; either is in the place of the other, and of its day, if
    it says none. What counts things that nobody names is left out.
    """
    found = {one.claim.id: one for one in told}
    for before, after in _pairs(told):
        one, other = found[before.claim.id], found[after.claim.id]
        found[after.claim.id] = _of_the_same(other, one)
        if _span(other)[0] - _span(one)[1] <= _CLOSE:
            found[before.claim.id] = _where(one, found[after.claim.id])
            one = found[before.claim.id]
            found[after.claim.id] = _where(_there(found[after.claim.id], one), one)
    for before, after in _fresh(told):
        one = found[after.claim.id]
        found[after.claim.id] = replace(one, what=replace(one.what, mark=before.what.mark))
    kept = (found[one.claim.id] for one in told)
    return [one for one in kept if one.what.noun or not one.what.unnamed]


def _fresh(told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield what is new with the dead told close behind it: "52 new cases and two deaths"."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        by_report[one.carried.report].append(one)
    for held in by_report.values():
        held.sort(key=lambda one: (_span(one), one.claim.id))
        for one, other in pairwise(held):
            near = 0 < _span(other)[0] - _span(one)[1] <= _CLOSE and one.source == other.source
            if near and one.what.daily and one.what.mark and not other.what.mark:
                yield one, other


def _pairs(told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        if one.what.harm:
            by_report[one.carried.report].append(one)
    for held in by_report.values():
        held.sort(key=lambda one: (_span(one), one.claim.id))
        for one, other in pairwise(held):
            if _in_one_breath(one, other):
                yield one, other


def _span(one: Statement) -> tuple[int, int]:
    assert one.claim.quantity is not None
    return one.claim.quantity.span


def _in_one_breath(one: Statement, other: Statement) -> bool:
    near = 0 < _span(other)[0] - _span(one)[1] <= _BREATH
    return near and one.source == other.source and one.claim.historical == other.claim.historical


def _of_the_same(one: Statement, before: Statement) -> Statement:
    """Return a statement that counts whom the one before it counts, if it says nobody itself."""
    what, its = one.what, before.what
    if not what.unnamed or its.unnamed or what.person not in (its.person, True):
        return one
    if what.person and not its.person:
        return one
    return replace(
        one,
        what=replace(
            what,
            noun=its.noun,
            owner=what.owner or its.owner,
            anybody=its.anybody,
            person=its.person,
            unnamed=False,
        ),
    )


def _there(one: Statement, before: Statement) -> Statement:
    """Return a statement where the one before it is, if it is only of the land of its report.

    Of "19 were killed in Ecuador and 400 injured", in news of Peru, both figures are of Ecuador.
    """
    guessed = one.claim.place is None and one.lands and one.scope == one.lands
    return replace(one, scope=before.scope) if guessed and before.scope else one


def _where(one: Statement, other: Statement) -> Statement:
    """Return a statement in the place of the other and of its day, where it tells none."""
    land = country_only(other.scope or ())
    if other.scope and (one.scope == () or (one.claim.place is None and one.scope == land)):
        one = replace(one, scope=other.scope)
    alike = one.what.harm and other.what.kind == "flow" and one.what.kind == "total"
    if alike and one.claim.time is None and not other.what.period:
        return replace(one, what=replace(one.what, kind="flow"), day=other.day)
    return one
