"""Whom or what a figure counts where its own words do not say: by what else is told beside it."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from tocsin.weigh.estimate.around import DISASTERS
from tocsin.weigh.estimate.statements import Statement

Key = tuple[Hashable, ...]
# A noun, whose they are, and whether they are people of no special kind.
Whom = tuple[str, str | None, bool]


def named(told: Sequence[Statement]) -> list[Statement]:
    """Return statements that say whom they count: "1,100 casualties" are of whom all else is.

    Whoever is the only one that a report tells this harm of, or any harm, or an event.
    """
    people: dict[Key, set[Whom]] = defaultdict(set)
    for one in told:
        if one.what.harm and one.what.person and not one.what.unnamed:
            for where in _looked_at(one):
                people[where].add((one.what.noun, one.what.owner, one.what.anybody))
    return [_of_whom(one, people) if one.what.unnamed else one for one in told]


def _looked_at(one: Statement) -> tuple[Key, ...]:
    report = one.carried.report
    # The dead of a ferry and of a raid may stand in one digest.
    slow = one.claim.event.type in DISASTERS
    return (report, slow, one.what.measure, one.era), (report, slow), (one.event,)


def _of_whom(one: Statement, people: Mapping[Key, set[Whom]]) -> Statement:
    # A report that tells harm of several says by no word of whom; then no other report does.
    known = next((people[where] for where in _looked_at(one) if people.get(where)), set())
    if len(known) != 1:
        return one
    noun, owner, anybody = next(iter(known))
    whom = replace(one.what, noun=noun, owner=one.what.owner or owner, anybody=anybody)
    return replace(one, what=whom)


def of_one_kind(told: Sequence[Statement]) -> list[Statement]:
    """Return statements with a wide noun made special: "three missiles" are the ballistic ones.

    Where all else that is told of the deed, or of its day, is of one special kind.
    """
    kinds: dict[Key, set[str]] = defaultdict(set)
    said = [one for one in told if not one.what.unnamed]
    apart = {(one.carried.report, one.what.measure, one.what.noun) for one in said}
    for one in told:
        if one.what.wide and not one.what.person:
            for where in _near(one, one.what.wide):
                kinds[where].add(one.what.noun)
    return [_of_kind(_of_people(one, apart), kinds) for one in told]


def _of_people(one: Statement, apart: set[tuple[str, str, str]]) -> Statement:
    """Return civilians as people, where their report does not tell the two apart."""
    what = one.what
    if not (what.person and what.wide):
        return one
    if (one.carried.report, what.measure, what.wide) in apart:
        return one
    return replace(one, what=replace(what, noun=what.wide, anybody=True))


def _of_kind(one: Statement, kinds: Mapping[Key, set[str]]) -> Statement:
    for where in _near(one, one.what.noun):
        known = kinds.get(where, set())
        if len(known) == 1:
            return replace(one, what=replace(one.what, noun=next(iter(known))))
    return one


def _near(one: Statement, noun: str) -> list[Key]:
    what = one.what
    near: list[Key] = [(where, what.measure, noun) for where in (one.event, one.incident) if where]
    if what.owner and what.kind == "flow":
        near.append((what.owner, one.day, what.measure, noun))
    return near
