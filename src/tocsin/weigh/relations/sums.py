"""Figures that come to one another: the dead and the hurt of one report, the losses of another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import product

from tocsin.records import Relation
from tocsin.weigh.estimate.groups import Group
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.relations.meant import meant
from tocsin.weigh.relations.pairs import Told, in_order, related

# Within this time parts that one source gives, and the whole that another does, are of one time.
_TOGETHER = timedelta(days=14)
Key = tuple[Hashable, ...]
# The parts of a whole as one source gives them in one report.
Parts = tuple[Statement, ...]


def by_sums(groups: Iterable[Group], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield who gives in parts the figure that another gives as a whole, for one population.

    "100 deaths and 1,000 injuries" agree with "1,100 killed or wounded". Parts that do not come to
    the whole are not compared: they may be of another time or count others too.
    """
    kept = [(group, one) for group in groups for one in group.statements if one.what.person]
    for whole, names in _parts().items():
        given = _given(kept, names)
        for group, one in kept:
            if one.what.measure == whole:
                for parts in given.get(_population(group, one), ()):
                    yield from _agreeing(one, parts, told)


def _parts() -> dict[str, tuple[str, ...]]:
    return {harm.name: harm.parts for harm in lexicon().rules.harm if harm.parts}


def _given(kept: Sequence[tuple[Group, Statement]], names: Sequence[str]) -> dict[Key, list[Parts]]:
    """Return by population the parts that one source gives in one report, if it gives all."""
    held: dict[tuple[Key, str, str], dict[str, Statement]] = defaultdict(dict)
    for group, one in kept:
        if one.what.measure in names:
            key = _population(group, one), one.source, one.carried.report
            held[key].setdefault(one.what.measure, one)
    found: dict[Key, list[Parts]] = defaultdict(list)
    for (population, _, _), parts in held.items():
        if len(parts) == len(names):
            found[population].append(tuple(parts.values()))
    return found


def _population(group: Group, one: Statement) -> Key:
    # Of people who are nobody's, those in one place: without one they are anybody.
    where = None if group.owner else group.scope
    return (one.what.noun, group.owner, where, one.what.mark, one.era)


def _agreeing(one: Statement, parts: Parts, told: Mapping[str, Told]) -> Iterator[Relation]:
    near = all(abs(part.day - one.day) <= _TOGETHER for part in parts)
    if not near or parts[0].source == one.source or not _come_to(one, parts):
        return
    for whole, part in product((one,), parts):
        later, earlier = in_order(told[whole.claim.id], told[part.claim.id])
        yield related("corroborates", later, earlier, one.event or part.event)


def _come_to(one: Statement, parts: Parts) -> bool:
    least, most = meant(one)
    ends = [meant(part) for part in parts]
    low, high = sum(end[0] for end in ends), sum(end[1] for end in ends)
    return low <= most and least <= high
