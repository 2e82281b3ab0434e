"""Tellings gathered into groups, old to new, each compared with the few groups it may belong to."""

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tocsin.weigh.events.evidence import WORDS, Rarity, at_most, deed, parties, setting
from tocsin.weigh.events.tellings import Telling

Key = tuple[Hashable, ...]
# The groups of one key, by number; the oldest drop out.
Blocks = defaultdict[Key, deque[int]]

# How many groups of one block and in all, members of one group and rare names of one telling are
# looked at: what keeps the work near to linear.
_GROUPS, _NEAREST, _MEMBERS, _RARE = 16, 5, 4, 3
_ROUNDING = 1e-6
_SHIFT = 40
_NUMBER = (1 << _SHIFT) - 1


class Group:
    """Tellings held to be of one event, in the order of time."""

    def __init__(self, number: int, first: Telling) -> None:
        self.number = number
        self.members = [first]

    def sample(self) -> list[Telling]:
        """Return the members that stand for the group: the earliest and the latest."""
        if len(self.members) <= _MEMBERS:
            return self.members
        half = _MEMBERS // 2
        return self.members[:half] + self.members[-half:]


def join(tellings: Sequence[Telling], *, least: float, typed: bool = True) -> list[list[Telling]]:
    """Return `tellings`, which come in the order of time, in groups of one event each.

    A telling joins the group that most speaks for, if that is at least `least`; what comes later
    never moves what came before. `typed` asks for the same type of event too.
    """
    groups: list[Group] = []
    blocks: Blocks = defaultdict(lambda: deque(maxlen=_GROUPS))
    rarity = Rarity()
    for report in _by_report(tellings):
        rarity.add(frozenset().union(*(s for t in report for s in (t.words, t.names, t.things))))
        for one in report:
            keys = _keys(one, rarity, typed)
            near = [groups[number] for number in _near(keys, blocks)]
            home = _best(one, near, rarity, least, typed)
            if home is None:
                home = Group(len(groups), one)
                groups.append(home)
            else:
                home.members.append(one)
            for key in keys:
                if home.number not in blocks[key]:
                    blocks[key].append(home.number)
    return [group.members for group in groups]


def _by_report(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    report: list[Telling] = []
    for one in tellings:
        if report and report[-1].report != one.report:
            yield report
            report = []
        report.append(one)
    if report:
        yield report


def _keys(one: Telling, rarity: Rarity, typed: bool) -> list[Key]:
    kinds = {one.type or one.word or "", one.kin or ""} - {""} if typed else {""}
    places: list[Key] = []
    if one.story is not None:
        places.append(("story", one.story))
    if one.place is not None:
        places.append(("place", one.place.geonames or one.place.name))
    rare = sorted([(-rarity.of(word), word) for word in one.names | one.things])[:_RARE]
    places.extend([("name", word) for _, word in rare])
    return [(kind, *place) for kind in kinds for place in places]


def _near(keys: Iterable[Key], blocks: Blocks) -> list[int]:
    """Return the groups that share most keys, of those that share as many the latest."""
    shared = Counter(chain.from_iterable([blocks[key] for key in keys]))
    # A count and a number in one figure sort in a fraction of the time of the two as a pair.
    ranked = sorted([count << _SHIFT | number for number, count in shared.items()], reverse=True)
    return [figure & _NUMBER for figure in ranked[:_NEAREST]]


def _best(
    one: Telling, near: Iterable[Group], rarity: Rarity, least: float, typed: bool
) -> Group | None:
    """Return the first of the groups that most speaks for; None where that is less than `least`."""
    hopes = [hope for rank, group in enumerate(near) if (hope := _hope(one, group, rank, typed))]
    best: tuple[float, int] | None = None
    home = None
    # What may come to most is looked at first, so that the others stop early.
    for hope in sorted(hopes, key=lambda hope: -hope.most):
        mean = _mean(one, hope, rarity, least if best is None else best[0])
        if mean is None:
            continue
        ranked = (mean, -hope.rank)
        if mean >= least and (best is None or ranked > best):
            best, home = ranked, hope.group
    return home


class _Hope(NamedTuple):
    """A group that a telling may join: what each member that is looked at says so far, and may say.

    `known` holds the member, the likeness of the deed, the setting and what the rest adds at most;
    `most` is the mean that this may come to.
    """

    group: Group
    rank: int
    most: float
    known: list[tuple[Telling, float, float, float]]


def _hope(one: Telling, group: Group, rank: int, typed: bool) -> _Hope | None:
    """Return what speaks for a group at most; None where it cannot be of one event."""
    known: list[tuple[Telling, float, float, float]] = []
    most = 0.0
    for other in group.sample():
        same = deed(one, other) if typed else 0.0
        if same is None:
            return None
        set_in, more = setting(one, other), at_most(one, other)
        most += same + set_in + more
        known.append((other, same, set_in, more))
    return _Hope(group, rank, most / len(known), known)


def _mean(one: Telling, hope: _Hope, rarity: Rarity, least: float) -> float | None:
    """Return what speaks for one event on average; None where that cannot come to `least`."""
    # A little is left for what rounding takes.
    spare, total = (hope.most - least) * len(hope.known) + _ROUNDING, 0.0
    for other, same, set_in, more in hope.known:
        if spare < 0:
            return None
        shown = set_in + parties(one, other, rarity)
        spare += shown - set_in - more + WORDS
        if spare < 0:
            return None
        words = WORDS * rarity.overlap(one.words, other.words)
        spare += words - WORDS
        total += same + (shown + words)
    return total / len(hope.known)
