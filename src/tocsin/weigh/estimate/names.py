"""Groups of people under two names that are one: "two workers" of one report, "two people" of all.

Who is counted is called by a special name in one report and by a wide one in the next. That two
names are of one thing shows by the incident that they are told of, the place, and the figures.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from math import inf

from tocsin.records import Place
from tocsin.weigh.estimate.bands import said_first
from tocsin.weigh.estimate.placed import place_of
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.scope import Scope
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.estimate.ties import WEEK, past, telling, town
from tocsin.weigh.events.places import nearness

# Figures of one thing under two names are no further apart; those of a part and its whole may be.
_NEAR, _SAME = 2.0, 1.0
# Of one incident no more groups, nor figures of two groups, are held against each other.
_MOST, _LOOKED_AT = 30, 50
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Statements about one thing, with whose and where it is."""

    owner: str | None
    scope: Scope | None
    statements: tuple[Statement, ...]


def by_any_name(groups: Iterable[Held]) -> list[Held]:
    """Return groups in which those that are one thing under two names are one."""
    by_harm: dict[Key, list[Held]] = defaultdict(list)
    found: list[Held] = []
    for group in groups:
        key = _harm(group.statements[0])
        (by_harm[key] if key else found).append(group)
    for alike in by_harm.values():
        found.extend(_merged(alike))
    return found


def _harm(one: Statement) -> Key | None:
    """Return what befell people, by the harm that it is told for as well; None of other things."""
    harm = lexicon().harm.get(one.what.measure) if one.what.harm else None
    if harm is None or harm.of is None or one.what.unit is not None:
        return None
    return harm.among or harm.name, one.what.mark, one.what.period, one.era


def _merged(groups: Sequence[Held]) -> list[Held]:
    """Return groups with those joined that may be one, the nearest by their figures first."""
    kept: dict[int, Held] = dict(enumerate(groups))
    home = list(range(len(groups)))
    for apart, first, second in sorted(_pairs(groups)):
        one, other = home[first], home[second]
        most = _SAME if _some_of(kept[one]) != _some_of(kept[other]) else _NEAR
        if apart > most or one == other or not _may_be_one(kept[one], kept[other]):
            continue
        # What is told by most gives a thing its name.
        size = len(kept[one].statements), len(kept[other].statements)
        into, gone = (one, other) if size[0] >= size[1] else (other, one)
        kept[into] = _together(kept[into], kept.pop(gone))
        home = [into if number == gone else number for number in home]
    return list(kept.values())


def _together(one: Held, other: Held) -> Held:
    return replace(
        one,
        owner=one.owner or other.owner,
        scope=one.scope or other.scope,
        statements=(*one.statements, *other.statements),
    )


def _pairs(groups: Sequence[Held]) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of groups that are told of one incident, with how far their figures are apart."""
    points = [_points(group) for group in groups]
    buckets: dict[Key, list[int]] = defaultdict(list)
    for number, held in enumerate(points):
        for key in held:
            buckets[key].append(number)
    few = (some for some in buckets.values() if len(some) <= _MOST)
    for one, other in sorted({pair for some in few for pair in combinations(some, 2)}):
        yield _apart(points[one], points[other]), one, other


def _points(group: Held) -> Mapping[Key, set[float]]:
    """Return the figures of a group by the incidents that they, or their reports, are told of."""
    found: dict[Key, set[float]] = defaultdict(set)
    for one in group.statements:
        if past(one):
            continue
        if one.incident:
            found["incident", one.incident].add(one.vote.point)
        if one.story and telling(one):
            found["story", one.story, one.vote.point].add(one.vote.point)
        for spots in town(one):
            found["town", spots].add(one.vote.point)
        # Of whom nobody knows is only told by his own incident.
        for incident in one.told_of if one.story and _wide(one) != _ANY else ():
            found["story", one.story, incident].add(one.vote.point)
    return found


def _some_of(held: Held) -> bool:
    """Whether a group is of children or the like alone, who are a part of all unless the same."""
    rules = (lexicon().noun.get(one.what.noun) for one in held.statements)
    return all(rule is not None and rule.some for rule in rules)


def _apart(some: Mapping[Key, set[float]], others: Mapping[Key, set[float]]) -> float:
    """Return how many times the nearest of the figures under one key is the other."""
    ratios = (
        max(one, other) / min(one, other)
        for key in some.keys() & others.keys()
        for one, other in product(_some(some[key]), _some(others[key]))
        if min(one, other) > 0
    )
    return min(ratios, default=inf)


def _some(points: set[float]) -> list[float]:
    return sorted(points)[-_LOOKED_AT:]


def _may_be_one(one: Held, other: Held) -> bool:
    return (
        _owned_alike(one, other)
        and _named_alike(one, other)
        and _there(one, other)
        and _then(one, other)
        and not _told_apart(one, other)
    )


def _owned_alike(one: Held, other: Held) -> bool:
    """Whether two groups may be of one side's people; who is nobody's may be of where he fell."""
    if one.owner == other.owner or None not in (one.owner, other.owner):
        return one.owner == other.owner
    nobody, owned = (one, other) if one.owner is None else (other, one)
    home = _home(nobody)
    same = nobody.statements[0].what.noun == owned.statements[0].what.noun
    return not (same and home is not None and home.country != owned.owner)


def _then(one: Held, other: Held) -> bool:
    """Whether two groups are of one time, days apart at most; what has no date may be of any."""
    if not all(s.dated for s in (*one.statements, *other.statements)):
        return True
    # A copy says nothing anew, however late.
    told = (said_first(sorted(held.statements, key=_when)) for held in (one, other))
    first, second = ([s.day for s in some] for some in told)
    return max(first[0], second[0]) - min(first[-1], second[-1]) <= WEEK


def _when(one: Statement) -> tuple[date, str]:
    return one.day, one.claim.id


def _named_alike(one: Held, other: Held) -> bool:
    """Whether two groups are of one kind of people; dead workers and prisoners are not one."""
    every = (*one.statements, *other.statements)
    special = {s.what.noun for s in every if _wide(s) not in (_ANY, s.what.noun)}
    wide = {name for s in every if (name := _wide(s)) != _ANY} or {_ANY}
    return len(special) <= 1 and (len(wide) == 1 or len({s.what.noun for s in every}) == 1)


# Of whom nothing is said.
_ANY = "*"


def _wide(one: Statement) -> str:
    """Return the name that is wide enough for whom a figure counts; fighters are never soldiers."""
    if one.what.unnamed:
        return _ANY
    noun = lexicon().noun.get(one.what.noun)
    if noun is None:
        return ""
    return noun.name if noun.anybody else noun.among or noun.wide


def _there(one: Held, other: Held) -> bool:
    """Whether two groups may be in one place; a land is not a town in it."""
    if one.scope == other.scope:
        return bool(one.scope) or nearness(_home(one), _home(other)) != "apart"
    places = _place(one), _place(other)
    if None in places:
        return () in (one.scope, other.scope) and not all((one.scope, other.scope))
    return nearness(*places) in ("same", "within")


def _place(held: Held) -> Place | None:
    """Return the part of a country that a group is of, or where most of its reports are at home."""
    if not held.scope:
        return _home(held)
    return place_of(held.statements) if held.scope[0].fine else None


def _home(held: Held) -> Place | None:
    homes = Counter(one.home for one in held.statements if one.home is not None)
    return min(homes, key=lambda place: (-homes[place], str(place)), default=None)


def _told_apart(one: Held, other: Held) -> bool:
    """Whether one voice of a report has two figures: it tells of two things."""
    given: dict[tuple[str, str], set[float]] = defaultdict(set)
    for told in one.statements:
        given[told.carried.report, told.source].add(told.vote.point)
    voices = ((given.get((s.carried.report, s.source)), s.vote.point) for s in other.statements)
    return any(said is not None and said != {point} for said, point in voices)
