"""Figures of one event that differ because they count something else, and why they do."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tocsin.records import Relation
from tocsin.weigh.estimate.groups import Group
from tocsin.weigh.estimate.scope import said
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.relations.meant import meet
from tocsin.weigh.relations.pairs import Told, related


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
    days = later.statements[0].day, earlier.statements[0].day
    if days[0] == days[1]:
        return "another time: what was in days is not what was in all"
    return f"another date: {days[0]}, not {days[1]}"
