"""Figures for one thing compared: the same, contradicting, or moved on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations

from tocsin.records import Relation
from tocsin.records.weighed import FigureKind, RelationKind
from tocsin.weigh.estimate.bands import said_first
from tocsin.weigh.estimate.estimates import kind_of
from tocsin.weigh.estimate.groups import Group
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.later import moved_on
from tocsin.weigh.relations.meant import equal, far, meet
from tocsin.weigh.relations.pairs import Told, related
from tocsin.weigh.relations.parts import at_war, rivals
from tocsin.weigh.relations.portions import (
    by_the_way,
    days_between,
    feared,
    in_two_places,
    of_a_named_part,
    of_one_whole,
    of_other_people,
    part_of_days,
)
from tocsin.weigh.relations.same_deed import teller
from tocsin.weigh.relations.scenes import Scenes
from tocsin.weigh.relations.wording import begins_with_own, is_a_body, named

# Within these days what two sources of one report say stands side by side.
_SIDE_BY_SIDE = timedelta(days=2)
# How many who give one figure a new one is set against where they contradict.
_EACH = 4
# Distinct figures, nearest in time, with which a new one is compared.
_COMPARED = 20


def by_figures(
    groups: Iterable[Group], told: Mapping[str, Told], scenes: Scenes
) -> Iterator[Relation]:
    """Yield how the figures of each thing stand to each other.

    A figure is compared with what each other source held when it was given, once per figure and
    not per claim; a source's own figures with each other.
    """
    for group in groups:
        kind = kind_of(group)
        standing: dict[str, Statement] = {}
        for one in said_first(group.statements):
            before = standing.get(_speaker(one))
            if before is None or not equal(before, one):
                yield from _against(one, standing, kind, told, scenes)
            standing[_speaker(one)] = one


def _speaker(one: Statement) -> str:
    """Return who says it: of people without a name each by what a report calls them."""
    spoken = "" if one.cited else next((s.name for s in reversed(one.claim.sources)), "")
    return f"{one.source} {spoken}" if spoken else one.source


def _against(
    one: Statement,
    standing: Mapping[str, Statement],
    kind: FigureKind,
    told: Mapping[str, Told],
    scenes: Scenes,
) -> Iterator[Relation]:
    nearest: dict[object, list[Statement]] = {}
    for other in sorted(standing.values(), key=lambda o: (-o.day.toordinal(), o.claim.id)):
        held = nearest.setdefault(_known_by(other, own=other.source == one.source), [])
        if len(held) < _EACH:
            held.append(other)
    updated = False
    for held in list(nearest.values())[:_COMPARED]:
        for number, other in enumerate(held):
            found = compared(one, other, kind, told)
            if found is None or (number and found.kind != "contradicts"):
                continue
            if found.kind != "corroborates" and _elsewhere(one, other, told, scenes):
                continue
            # What moved on did so from the last figure; the ones before it are history.
            if found.kind == "updates" and found.independent:
                if updated:
                    continue
                updated = True
            yield found


def side_by_side(
    groups: Iterable[Group], told: Mapping[str, Told], scenes: Scenes
) -> Iterator[Relation]:
    """Yield where one report sets figures of several people for one thing against each other."""
    for group in groups:
        by_report: dict[str, dict[str, Statement]] = {}
        for one in group.statements:
            by_report.setdefault(one.carried.report, {}).setdefault(_speaker(one), one)
        for held in by_report.values():
            for earlier, later in combinations(list(held.values())[:_EACH], 2):
                pair = told[later.claim.id], told[earlier.claim.id]
                if _side(later, earlier) and not _each_its_own(later, earlier, pair, scenes):
                    event = later.event or earlier.event
                    yield related("contradicts", *pair, event, differs=("figure",))


def _side(one: Statement, other: Statement) -> bool:
    if _of_the_other(one) or _of_the_other(other) or by_the_way(one, other):
        return False
    if in_two_places(one, other) or of_other_people(one, other):
        return False
    apart = one.source != other.source and (one.cited or other.cited) and _of_one_day(one, other)
    return apart and _apart_now(one, other)


def _of_the_other(one: Statement) -> bool:
    """Whether who says it is told of by another: "its secretary" speaks for whom it is of."""
    told = one.claim.sources[-1:]
    return any(begins_with_own(source.text) for source in told)


def _apart_now(one: Statement, other: Statement) -> bool:
    if meet(one, other) or far(one, other) or part_of_days(one, other):
        return False
    return not (feared(one) or feared(other))


def _elsewhere(one: Statement, other: Statement, told: Mapping[str, Told], scenes: Scenes) -> bool:
    """Whether figures are of two stories, or one office tells of two lands in one form of words.

    An army's losses run through many stories.
    """
    two = told[one.claim.id], told[other.claim.id]
    if one.carried.report == other.carried.report:
        return _each_its_own(one, other, two, scenes)
    if of_a_named_part(one) != of_a_named_part(other):
        return True
    if one.what.army is None and scenes.in_two_stories(*two):
        return True
    if _each_its_own(one, other, two, scenes):
        return True
    return one.source == other.source and scenes.in_two_lands(*two)


def _each_its_own(one: Statement, other: Statement, two: tuple[Told, Told], scenes: Scenes) -> bool:
    """Whether two who are at war each tell of losses without whose they are: each of its own."""
    owned = one.what.owner is not None or other.what.owner is not None
    if owned or not one.what.harm:
        return False
    if any(s.claim.quantity is not None and not s.claim.quantity.of for s in (one, other)):
        # Nothing tells who "12 were wounded" are of: no place near by ties them to the other's.
        apart = nearness(one.claim.place, other.claim.place) != "same"
        return apart and at_war(_on_side(two[0]), _on_side(two[1]))
    return rivals(teller(two[0]), teller(two[1])) and scenes.placed(*two) <= 0


def _on_side(one: Told) -> frozenset[str]:
    """Return for whom somebody speaks: "an army spokesman" for the state whose agency cites him."""
    found = teller(one)
    publisher = one.carried.publisher or ""
    if found or not all(is_a_body(s.name) for s in (one.claim.sources[-1:])):
        return found
    of = named(publisher) if is_a_body(publisher) else None
    return frozenset() if of is None else frozenset({of})


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
    if same and _two_say(later, earlier):
        return related("contradicts", *two, event, differs=("figure",))
    if not same and meet(later, earlier):
        return related("corroborates", *two, event)
    if same:
        kind_found = _own(later, earlier, kind)
        return related(kind_found, *two, event, differs=("figure",)) if kind_found else None
    apart = _apart(later, earlier, kind)
    return related(apart, *two, event, differs=("figure",)) if apart else None


def _apart(later: Statement, earlier: Statement, kind: FigureKind) -> RelationKind | None:
    """Return how figures of two sources that do not meet stand to each other."""
    if not of_one_whole(later, earlier) or feared(later) or feared(earlier):
        return None
    if moved_on(later, earlier, kind):
        return "updates"
    return "contradicts" if _apart_now(later, earlier) else None


def _two_say(later: Statement, earlier: Statement) -> bool:
    """Whether a report sets the figures of two people without a name against each other."""
    if later.carried.report != earlier.carried.report or later.cited or earlier.cited:
        return False
    if _of_the_other(later) or _of_the_other(earlier):
        return False
    names = _speaker(later), _speaker(earlier)
    both = bool(later.claim.sources and earlier.claim.sources) and names[0] != names[1]
    return both and _of_one_day(later, earlier) and not meet(later, earlier)


def _of_one_day(one: Statement, other: Statement) -> bool:
    # The day of a deed and the day on which its toll was given do not compare, nor does the day of
    # the report that a figure without a day goes by.
    near = abs(one.day - other.day) <= _SIDE_BY_SIDE
    undated = one.claim.time is None or other.claim.time is None
    return one.day == other.day or (near and (undated or one.what.kind != other.what.kind))


def _own(later: Statement, earlier: Statement, kind: FigureKind) -> RelationKind | None:
    if kind == "flow" and days_between(later, earlier):
        return None
    if equal(later, earlier) or later.carried.report == earlier.carried.report:
        return None
    loose = later.bound != "exact" or later.vote.point < earlier.vote.point
    if (loose or later.day == earlier.day) and meet(later, earlier):
        return None
    if kind == "flow" or (kind == "total" and later.vote.point < earlier.vote.point):
        return "corrects"
    return "updates"
