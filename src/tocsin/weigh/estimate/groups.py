"""Statements about the same thing gathered, across reports and words.

First by what is counted; then by the event or incident, or, where no incident ties them, by time:
a running total of one people is one thing for weeks, what happened on a day is that day's. Last by
whose people and which place: a figure without either joins the only one, or the widest, there is.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.records import Event
from tocsin.weigh.estimate.beside import side_by_side
from tocsin.weigh.estimate.kinds import named, of_one_kind
from tocsin.weigh.estimate.placed import by_scope
from tocsin.weigh.estimate.scope import Scope, country_only
from tocsin.weigh.estimate.statements import Statement, statements
from tocsin.weigh.estimate.voices import Voices

# Days without a word after which a running figure counts as another thing's.
_SLOW, _FAST, _SHORT = 45, 10, 4
_OF_A_DAY = timedelta(days=1)
# What is counted over more than this is no deed of a day.
_STRETCH = timedelta(days=14)
# A figure of so many digits that are not nought is known again, within these days.
_TELLING, _AGAIN = 2, timedelta(days=2)
# A figure so many times another that is told beside it is of another thing.
_ELSE = 10.0
# Who dies of an illness is not of the dead of a strike on the same town.
_ILLNESS = frozenset({"disease", "hunger"})
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements about one thing, from old to new, with whose and where it is."""

    owner: str | None
    scope: Scope | None
    statements: tuple[Statement, ...]


def groups_of(voices: Voices, events: Iterable[Event]) -> tuple[Group, ...]:
    """Return the groups of all figures that `voices` give."""
    return grouped(statements(voices, events))


def grouped(told: Sequence[Statement]) -> tuple[Group, ...]:
    """Return the groups of statements about one thing, each statement in exactly one."""
    blocks: dict[Key, list[Statement]] = defaultdict(list)
    for one in of_one_kind(named(side_by_side(told))):
        blocks[_counts(one)].append(one)
    return tuple(group for block in blocks.values() for group in _within(block))


def _counts(one: Statement) -> Key:
    what = one.what
    stock = what.kind == "stock"
    ill = what.harm and one.claim.event.type in _ILLNESS
    return (what.measure, what.noun, what.unit, what.mark, stock, what.period, one.era, ill)


def _within(block: Sequence[Statement]) -> list[Group]:
    contexts = _Sets(len(block))
    for key_of in (_event, _incident, _disaster, _same_day, _deed):
        _tie(contexts, block, key_of)
    _know_again(contexts, block)
    _set_against(contexts, block)
    for keys_of, gap in ((_people, _SLOW), (_land, _FAST), (_spot, _SHORT)):
        _chain(contexts, block, keys_of, gap)
    found: list[Group] = []
    for members in contexts.all():
        for held in _by_stretch([block[number] for number in members]):
            found.extend(_by_owner(held))
    return found


def _by_stretch(members: Sequence[Statement]) -> list[list[Statement]]:
    """Tell what was on a day from what was in weeks, where both are told: "25 since November"."""
    if not any(_long(one) for one in members):
        return [list(members)]
    days = [one for one in members if one.what.kind == "flow"]
    rest = [one for one in members if one.what.kind != "flow"]
    return [held for held in (days, rest) if held]


def _long(one: Statement) -> bool:
    time = one.claim.time
    told = time is not None and time.start is not None and time.end is not None
    return bool(told and time and time.start and time.end and time.end - time.start > _STRETCH)


def _event(one: Statement) -> Key | None:
    # What is counted by the day is told again every day, of an event that goes on.
    return ("event", one.event) if one.event and not one.what.period else None


def _incident(one: Statement) -> Key | None:
    if not one.incident or one.what.period:
        return None
    return ("incident", one.incident, one.what.kind)


def _deed(one: Statement) -> Key | None:
    """The harm done in one deed, where its own claim is joined with no other."""
    what = one.what
    if not (one.deed and what.harm and what.person) or what.period or one.slow or _long(one):
        return None
    return None if one.claim.historical else ("deed", one.deed)


def _comparable(one: Statement, other: Statement) -> bool:
    points = sorted((one.vote.point, other.vote.point))
    return points[1] <= _ELSE * max(points[0], 1.0)


def _disaster(one: Statement) -> Key | None:
    if not one.slow or one.what.kind == "flow":
        return None
    return ("report", one.carried.report)


def _same_day(one: Statement) -> Key | None:
    """What a deed or harm of one day is known by where no incident is."""
    time, scope = one.claim.time, one.scope
    if one.what.kind != "flow" or one.claim.historical or not (scope or one.what.owner):
        return None
    if time is None:
        return ("day", one.what.owner, scope if one.what.harm else None, one.day)
    if time.start is None or time.end is None or time.end - time.start > _OF_A_DAY:
        return None
    return ("day", one.what.owner, scope if one.what.harm else None, time.end)


def _people(one: Statement) -> list[Key]:
    """A running figure of one people or group, wherever they are."""
    if one.what.kind == "flow" or one.what.army is None or one.claim.historical:
        return []
    return [("people", one.what.army)]


def _land(one: Statement) -> list[Key]:
    """The running toll of a disaster in each of its lands."""
    if not one.slow or one.what.kind == "flow":
        return []
    return [("land", spot) for spot in country_only(one.scope or one.lands)]


def _spot(one: Statement) -> list[Key]:
    """The dead and hurt of one town within days, nobody's army: the town told of, if not said."""
    what = one.what
    if not (what.harm and what.person) or what.army is not None or what.period:
        return []
    spots = one.near if one.scope == () else one.scope or ()
    fine = [spot for spot in spots if spot.fine and not one.claim.historical]
    size = len(f"{one.vote.point:.0f}")
    return [("spot", spots, number) for number in (size - 1, size)] if fine else []


def _tie(
    sets: "_Sets", block: Sequence[Statement], key_of: Callable[[Statement], Key | None]
) -> None:
    first: dict[Key, int] = {}
    for number, one in enumerate(block):
        key = key_of(one)
        if key is None:
            continue
        before = first.setdefault(key, number)
        if key_of is not _deed or _comparable(one, block[before]):
            sets.join(before, number)


def _know_again(sets: "_Sets", block: Sequence[Statement]) -> None:
    """Join figures that are the same to the digit and given within days of each other."""
    last: dict[Key, int] = {}
    for number in sorted(range(len(block)), key=lambda n: (block[n].day, block[n].claim.id)):
        one = block[number]
        digits = f"{one.vote.point:.0f}".rstrip("0")
        if len(digits) < _TELLING or one.what.period:
            continue
        for scope in {one.scope or (), ()}:
            key = (one.vote.point, one.what.owner, scope)
            before = last.get(key)
            if before is not None and _again(one, block[before]):
                sets.join(before, number)
            last[key] = number


def _again(one: Statement, other: Statement) -> bool:
    fits = one.scope == other.scope or () in (one.scope, other.scope)
    return fits and one.day - other.day <= _AGAIN


def _set_against(sets: "_Sets", block: Sequence[Statement]) -> None:
    """Join what a report has of one after another, of no other place: two say how many."""
    last: dict[Key, int] = {}
    for number, one in enumerate(block):
        key = one.carried.report, one.what.owner
        before = last.get(key)
        if before is not None and _of_one_thing(one, block[before]):
            sets.join(before, number)
        last[key] = number


def _of_one_thing(one: Statement, other: Statement) -> bool:
    said, before = (s.claim.sources[-1].name if s.claim.sources else "" for s in (one, other))
    apart = one.scope and other.scope and one.scope != other.scope
    loose = (s.what.period or s.claim.historical or _long(s) for s in (one, other))
    if not (said and before) or said == before or one.scope is None or apart or any(loose):
        return False
    return one.what.harm and _comparable(one, other)


def _chain(
    sets: "_Sets", block: Sequence[Statement], keys_of: Callable[[Statement], list[Key]], gap: int
) -> None:
    last: dict[Key, int] = {}
    for number in sorted(range(len(block)), key=lambda n: (block[n].day, block[n].claim.id)):
        for key in keys_of(block[number]):
            before = last.get(key)
            if before is not None and _follows(block[number], block[before], gap):
                sets.join(before, number)
            last[key] = number


def _follows(one: Statement, before: Statement, gap: int) -> bool:
    if (one.day - before.day).days > gap:
        return False
    days = {one.day, before.day}
    return len(days) == 1 or not one.what.kind == before.what.kind == "flow"


def _by_owner(members: Sequence[Statement]) -> list[Group]:
    owners: dict[str | None, list[Statement]] = defaultdict(list)
    for one in members:
        owners[one.what.owner].append(one)
    named = [owner for owner in owners if owner is not None]
    if len(named) == 1:
        owners[named[0]].extend(owners.pop(None, []))
    return [group for owner, held in owners.items() for group in _placed(owner, held)]


def _placed(owner: str | None, members: Sequence[Statement]) -> list[Group]:
    return [
        Group(owner=owner, scope=scope, statements=tuple(_in_order(held)))
        for scope, held in by_scope(owner, members).items()
    ]


def _in_order(told: Iterable[Statement]) -> list[Statement]:
    return sorted(told, key=lambda one: (one.day, one.at, one.claim.id))


class _Sets:
    """Numbers joined into sets (union-find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, one: int, other: int) -> None:
        roots = sorted((self._root(one), self._root(other)))
        self._above[roots[1]] = roots[0]

    def _root(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def all(self) -> list[list[int]]:
        sets: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._above)):
            sets[self._root(number)].append(number)
        return list(sets.values())
