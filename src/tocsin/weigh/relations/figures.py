"""Figures for one thing compared: the same, contradicting, or moved on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations, pairwise

from tocsin.records import Relation
from tocsin.records.weighed import FigureKind, RelationKind
from tocsin.weigh.estimate.bands import said_first
from tocsin.weigh.estimate.estimates import kind_of
from tocsin.weigh.estimate.groups import Group
from tocsin.weigh.estimate.scope import said
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.meant import OPEN, equal, far, meet
from tocsin.weigh.relations.pairs import Told, related
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.scenes import Scenes
from tocsin.weigh.relations.when import single_day
from tocsin.weigh.relations.wording import begins_with_own

# Figures of two sources hold at one time if they were given this close together; beyond, they have
# moved on.
_TOGETHER: Mapping[FigureKind, timedelta] = {
    "total": timedelta(days=14),
    "stock": timedelta(days=4),
    "flow": timedelta(days=3650),
}
# Within these days what two named sources say stands side by side, and a total that is more than
# doubled is another figure, not a later one.
_SIDE_BY_SIDE = timedelta(days=2)
_TWICE = 2.0
# So much more is another figure within a day, where no one counts on the dead of a disaster.
_APART, _DAY = 1.15, timedelta(days=1)
# Within these days two who tell of an army's losses tell of the same.
_CLAIMED = timedelta(days=5)
# A day may be another one elsewhere in the world.
_ZONES = 1
# How many who give one figure a new one is set against where they contradict.
_EACH = 4
_BODIES = frozenset({"state", "organisation"})
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
            if found is not None and _elsewhere(one, other, told, scenes):
                found = None
            if found is None or (number and found.kind != "contradicts"):
                continue
            # What moved on did so from the last figure; the ones before it are history.
            if found.kind == "updates" and found.independent:
                if updated:
                    continue
                updated = True
            yield found


def side_by_side(groups: Iterable[Group], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield where one report sets figures of several people for one thing against each other."""
    for group in groups:
        by_report: dict[str, dict[str, Statement]] = {}
        for one in group.statements:
            by_report.setdefault(one.carried.report, {}).setdefault(_speaker(one), one)
        for held in by_report.values():
            for earlier, later in combinations(list(held.values())[:_EACH], 2):
                if _side(later, earlier):
                    pair = told[later.claim.id], told[earlier.claim.id]
                    event = later.event or earlier.event
                    yield related("contradicts", *pair, event, differs=("figure",))


def _side(one: Statement, other: Statement) -> bool:
    if _of_the_other(one) or _of_the_other(other):
        return False
    apart = one.source != other.source and (one.cited or other.cited) and _of_one_day(one, other)
    return apart and _apart_now(one, other)


def _of_the_other(one: Statement) -> bool:
    """Whether who says it is told of by another: "its secretary" speaks for whom it is of."""
    told = one.claim.sources[-1:]
    return any(begins_with_own(source.text) for source in told)


def _apart_now(one: Statement, other: Statement) -> bool:
    if meet(one, other) or far(one, other) or _part(one, other):
        return False
    return not (_feared(one) or _feared(other))


def _elsewhere(one: Statement, other: Statement, told: Mapping[str, Told], scenes: Scenes) -> bool:
    """Whether one office tells of two lands in one form of words: "Partners have distributed"."""
    if one.source != other.source or one.carried.report == other.carried.report:
        return False
    return scenes.in_two_lands(told[one.claim.id], told[other.claim.id])


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
    if _part(later, earlier) or _feared(later) or _feared(earlier):
        return None
    if _of_those(later) != _of_those(earlier) or _of_a_part(later, earlier):
        return None
    both_flow = later.what.kind == earlier.what.kind == "flow"
    if both_flow and _days_between(later, earlier) > _ZONES:
        return None
    if _added(later, earlier) or _added(earlier, later):
        return None
    if _moved_on(later, earlier, kind):
        return "updates"
    return "contradicts" if _apart_now(later, earlier) else None


def _feared(one: Statement) -> bool:
    """Whether a figure is one of what may have been ("hundreds may have died"): nobody counted."""
    return one.claim.certainty == "possible"


def _two_say(later: Statement, earlier: Statement) -> bool:
    """Whether a report sets the figures of two people without a name against each other."""
    if later.carried.report != earlier.carried.report or later.cited or earlier.cited:
        return False
    if _of_the_other(later) or _of_the_other(earlier):
        return False
    names = _speaker(later), _speaker(earlier)
    both = bool(later.claim.sources and earlier.claim.sources) and names[0] != names[1]
    return both and _of_one_day(later, earlier) and not meet(later, earlier)


def _part(one: Statement, other: Statement) -> bool:
    """Whether what befell a people on a day is set against all that befell them, no less."""
    if one.what.kind == other.what.kind or one.what.army is None or meet(one, other):
        return False
    day, whole = (one, other) if one.what.kind == "flow" else (other, one)
    return day.what.kind != "flow" or day.vote.point <= whole.vote.point


def _of_a_part(one: Statement, other: Statement) -> bool:
    """Whether things of one place are set against those of another, or of all of them."""
    if one.what.person or (one.claim.place is None and other.claim.place is None):
        return False
    if one.claim.place is not None and other.claim.place is not None:
        return nearness(one.claim.place, other.claim.place) != "same"
    there, whole = (one, other) if one.claim.place is not None else (other, one)
    return there.vote.point < whole.vote.point


def _of_those(one: Statement) -> bool:
    """Whether a figure counts some of whom was told before: "two of them"."""
    figure = one.claim.quantity
    return figure is not None and (figure.of or "").casefold() in opposed().those


def _added(one: Statement, other: Statement) -> bool:
    """Whether a figure is of who fell on a day after another was given: "two died on Thursday"."""
    day = single_day(one.claim.time)
    if one.what.kind != "flow" or day is None or other.what.kind == "flow":
        return False
    return day > other.day and one.vote.point < other.vote.point


def _of_one_day(one: Statement, other: Statement) -> bool:
    # The day of a deed and the day on which its toll was given do not compare, nor does the day of
    # the report that a figure without a day goes by.
    near = abs(one.day - other.day) <= _SIDE_BY_SIDE
    undated = one.claim.time is None or other.claim.time is None
    return one.day == other.day or (near and (undated or one.what.kind != other.what.kind))


def _own(later: Statement, earlier: Statement, kind: FigureKind) -> RelationKind | None:
    if kind == "flow" and _days_between(later, earlier):
        return None
    if equal(later, earlier) or later.carried.report == earlier.carried.report:
        return None
    loose = later.bound != "exact" or later.vote.point < earlier.vote.point
    if (loose or later.day == earlier.day) and meet(later, earlier):
        return None
    if kind == "flow" or (kind == "total" and later.vote.point < earlier.vote.point):
        return "corrects"
    return "updates"


def _days_between(one: Statement, other: Statement) -> int:
    """Return how many days lie between the single days that two tell of, 0 if they tell none."""
    mine, its = single_day(one.claim.time), single_day(other.claim.time)
    return 0 if mine is None or its is None else abs((mine - its).days)


def _moved_on(later: Statement, earlier: Statement, kind: FigureKind) -> bool:
    apart = later.day - earlier.day
    if apart > _TOGETHER[kind]:
        return True
    if kind == "flow" and later.what.grows and not later.what.period:
        apart = later.at.date() - earlier.at.date()
    elif kind != "total":
        return False
    if apart and later.what.falls:
        return True
    if not apart and later.slow:
        return _counting_on(later, earlier)
    if not apart or later.vote.point <= earlier.vote.point:
        return False
    return not _said_against(later, earlier, apart)


def _said_against(later: Statement, earlier: Statement, apart: timedelta) -> bool:
    """Whether so much more so soon is another figure than the one before, and no later one."""
    if later.what.noun in opposed().armed and not later.slow and apart <= _CLAIMED:
        # An army's losses are claimed and not counted on: who gives more says against the other.
        return later.vote.point > _APART * earlier.vote.point
    by_two = _stood_by(later) and _stood_by(earlier)
    named = not later.slow and (by_two or later.what.army is not None)
    growth = _APART if apart <= _DAY and _stands(later) else _TWICE
    grown = later.vote.point > growth * earlier.vote.point
    return named and grown and apart <= _SIDE_BY_SIDE


def _stood_by(one: Statement) -> bool:
    """Whether somebody gives a figure in his own name, or a body of which none is told."""
    return one.cited or any(source.kind in _BODIES for source in one.claim.sources)


def _stands(one: Statement) -> bool:
    """Whether a total moves slowly: what was sent or lost in weeks, not the dead of a day."""
    return not one.what.harm or one.what.army is not None


def _counting_on(later: Statement, earlier: Statement) -> bool:
    """Whether two figures of one day are of two hours: the dead of a disaster are still counted."""
    exact = later.bound == earlier.bound == "exact"
    points = sorted((later.vote.point, earlier.vote.point))
    return not exact or points[1] > OPEN * points[0]


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
