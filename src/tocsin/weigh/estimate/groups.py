"""Statements about the same thing gathered, across reports and words.

First by what is counted; then by what ties them: the event or incident, time, place. Last by whose
people and which place: a figure without either joins the only one, or the widest, there is.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tocsin.records import Event
from tocsin.weigh.estimate.around import DAILY
from tocsin.weigh.estimate.beside import side_by_side
from tocsin.weigh.estimate.kinds import named, of_one_kind
from tocsin.weigh.estimate.names import Held, by_any_name
from tocsin.weigh.estimate.placed import by_scope
from tocsin.weigh.estimate.scope import Scope
from tocsin.weigh.estimate.statements import Statement, statements
from tocsin.weigh.estimate.ties import long, tied
from tocsin.weigh.estimate.voices import Voices

# A figure so many times the next smaller one is of another thing.
_ANOTHER = 200.0
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements about one thing, from old to new, with whose and where it is.

    `former` are those of texts that their pages have replaced: they belong to its history alone. A
    thing that no page gives any more has no other statements.
    """

    owner: str | None
    scope: Scope | None
    statements: tuple[Statement, ...]
    former: tuple[Statement, ...] = ()

    @property
    def every(self) -> tuple[Statement, ...]:
        """What was ever stated, from old to new."""
        return tuple(_in_order((*self.statements, *self.former)))


def groups_of(
    voices: Voices, events: Iterable[Event], stories: Mapping[str, str] | None = None
) -> tuple[Group, ...]:
    """Return the groups of all figures that `voices` give, those of former texts beside the rest.

    What a page said before it was changed moves nothing of what stands: that is grouped first.
    `stories` is the story of each sighting, where stories were found.
    """
    told = statements(voices, events, stories)
    stands = grouped([one for one in told if not one.former])
    if not any(one.former for one in told):
        return stands
    return tuple(_with_former(stands, grouped(told)))


def grouped(told: Sequence[Statement]) -> tuple[Group, ...]:
    """Return the groups of statements about one thing, each statement in exactly one."""
    blocks: dict[Key, list[Statement]] = defaultdict(list)
    for one in of_one_kind(named(side_by_side(told))):
        blocks[_counts(one)].append(one)
    found = (group for block in blocks.values() for group in _within(block))
    return tuple(
        Group(owner=one.owner, scope=one.scope, statements=tuple(_in_order(one.statements)))
        for one in by_any_name(found)
    )


def _with_former(stands: Sequence[Group], every: Iterable[Group]) -> Iterator[Group]:
    """Yield the groups of what stands, each with the former statements that would be of it."""
    homes = {one.claim.id: number for number, g in enumerate(stands) for one in g.statements}
    joined: dict[int, list[Statement]] = defaultdict(list)
    for group in every:
        former = tuple(one for one in group.statements if one.former)
        beside = Counter(homes[o.claim.id] for o in group.statements if o.claim.id in homes)
        if beside:
            joined[min(beside, key=lambda number: (-beside[number], number))].extend(former)
        elif former:
            yield replace(group, statements=(), former=former)
    for number, group in enumerate(stands):
        yield replace(group, former=tuple(_in_order(joined[number])))


def _counts(one: Statement) -> Key:
    what = one.what
    stock = what.kind == "stock"
    # Who dies of an illness is not of the dead of a strike on the same town.
    ill = what.harm and one.claim.event.type in DAILY
    return (what.measure, what.noun, what.unit, what.mark, stock, what.period, one.era, ill)


def _within(block: Sequence[Statement]) -> Iterator[Held]:
    armies = {one.what.owner for one in block if one.what.owner}
    for members in tied(block):
        for stretch in _by_stretch(members):
            for held in _by_size(stretch):
                yield from _by_owner(held, armies)


def _by_stretch(members: Sequence[Statement]) -> list[list[Statement]]:
    """Tell what was on a day from what was in weeks, where both are told: "25 since November"."""
    if not any(long(one) for one in members):
        return [list(members)]
    days = [one for one in members if one.what.kind == "flow" and not long(one)]
    rest = [one for one in members if one.what.kind != "flow" or long(one)]
    return [held for held in (days, rest) if held]


def _by_size(members: Sequence[Statement]) -> list[list[Statement]]:
    """Tell the millions of a land from the thousands of a camp; no slip of a zero is as far off."""
    found: list[list[Statement]] = []
    for one in sorted(members, key=lambda s: (s.vote.point, s.claim.id)):
        before = max(found[-1][-1].vote.point, 1.0) if found else 0.0
        if not found or one.vote.point > _ANOTHER * before:
            found.append([])
        found[-1].append(one)
    return found


def _by_owner(members: Sequence[Statement], armies: Container[str]) -> list[Held]:
    """Tell whose people are counted; those of nobody are of the only ones there are.

    But for a report that is at home in a land of which others are counted (`armies`).
    """
    owners: dict[str | None, list[Statement]] = defaultdict(list)
    for one in members:
        owners[one.what.owner].append(one)
    named = [owner for owner in owners if owner is not None]
    for one in owners.pop(None, []):
        land = one.home.country if one.home is not None else None
        rival = land not in named and land is not None and land in armies
        owners[named[0] if len(named) == 1 and not rival else None].append(one)
    return [
        Held(owner=owner, scope=scope, statements=tuple(placed))
        for owner, held in owners.items()
        for scope, placed in by_scope(owner, held).items()
    ]


def _in_order(told: Iterable[Statement]) -> list[Statement]:
    return sorted(told, key=_told_at)


def _told_at(one: Statement) -> tuple[date, datetime, int, str]:
    # The versions of a page may all have its first date.
    return one.day, one.at, -one.edits, one.claim.id
