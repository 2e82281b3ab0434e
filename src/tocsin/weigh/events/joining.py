"""Tellings gathered into groups, old to new, each compared with the few groups it may belong to."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tocsin.weigh.events.compared import Compared, Marked
from tocsin.weigh.events.evidence import AT_MOST, WORDS, at_most, parties
from tocsin.weigh.events.likeness import Likeness
from tocsin.weigh.events.rarity import Rarity
from tocsin.weigh.events.tellings import Telling

Key = str | int
# The groups of one kind of deed by key, by number; the oldest drop out.
Blocks = dict[Key, deque[int]]

# How many groups of one block and in all, members of one group and rare names of one telling are
# looked at: what keeps the work near to linear.
_GROUPS, _NEAREST, _MEMBERS, _RARE = 16, 6, 3, 3
_ROUNDING = 1e-6
_SHIFT = 40
_NUMBER = (1 << _SHIFT) - 1


class Group:
    """Tellings held to be of one event, in the order of time.

    `sample` holds those that stand for the group: the earliest and the latest.
    """

    def __init__(self, number: int, first: Marked) -> None:
        self.number = number
        self.members = [first.telling]
        self.sample = [first]

    def add(self, one: Marked) -> None:
        """Take in a telling, which is the latest."""
        self.members.append(one.telling)
        if len(self.sample) == _MEMBERS:
            del self.sample[_MEMBERS // 2]
        self.sample.append(one)


def join(
    tellings: Sequence[Telling], alike: Likeness, *, least: float, typed: bool = True
) -> list[list[Telling]]:
    """Return `tellings`, which come in the order of time, in groups of one event each.

    A telling joins the group that most speaks for, if that is at least `least`; what comes later
    never moves what came before. `typed` asks for the same type of event too.
    """
    joining = _Joining(alike, least, typed)
    for report in _by_report(tellings):
        joining.read(report)
    return [group.members for group in joining.groups]


def _by_report(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    report: list[Telling] = []
    for one in tellings:
        if report and report[-1].report != one.report:
            yield report
            report = []
        report.append(one)
    if report:
        yield report


class _Joining:
    """The groups so far, and where to look for one."""

    def __init__(self, alike: Likeness, least: float, typed: bool) -> None:
        self.groups: list[Group] = []
        self._blocks: defaultdict[str, Blocks] = defaultdict(dict)
        self._rarity = Rarity()
        self._alike = alike
        self._compared = Compared(alike, typed)
        self._least = least
        self._typed = typed

    def read(self, report: Sequence[Telling]) -> None:
        """Put each telling of a report, the latest so far, into a group."""
        parts = (words for t in report for words in (t.words, t.names, t.things))
        self._rarity.add(frozenset().union(*parts))
        for telling in report:
            self._put(self._compared.marked(telling))

    def _put(self, one: Marked) -> None:
        own, near = self._keys(one.telling)
        blocks = [self._blocks[kind] for kind in self._kinds(one.telling)]
        found = [held.get(key, ()) for held in blocks for key in (*own, *near)]
        home = self._best(one, [self.groups[number] for number in _most(found)])
        if home is None:
            home = Group(len(self.groups), one)
            self.groups.append(home)
        else:
            home.add(one)
        for held in blocks:
            for key in own:
                block = held.setdefault(key, deque(maxlen=_GROUPS))
                if home.number not in block:
                    block.append(home.number)

    def _kinds(self, one: Telling) -> set[str]:
        return {one.type or "", one.kin or one.word or ""} - {""} if self._typed else {""}

    def _keys(self, one: Telling) -> tuple[list[Key], Sequence[Key]]:
        """Return by what others find a telling, and by what it finds more: reports alike to it.

        Ids of reports and stories, names of places and words (of 64 bits) never are the same.
        """
        keys: list[Key] = [one.report]
        if one.story is not None and not one.about:
            keys.append(one.story)
        if one.place is not None:
            keys.append(one.place.geonames or one.place.name or one.place.text)
        of = self._rarity.of
        rare = sorted([(-of(word), word) for word in one.names | one.things])[:_RARE]
        keys.extend([word for _, word in rare])
        return keys, self._alike.near[one.report]

    def _best(self, one: Marked, near: Iterable[Group]) -> Group | None:
        """Return the first of the groups that most speaks for; None where that is too little."""
        hopes = [hope for rank, group in enumerate(near) if (hope := self._hope(one, group, rank))]
        best: tuple[float, int] | None = None
        home = None
        # What may come to most is looked at first, so that the others stop early.
        for hope in sorted(hopes, key=lambda hope: -hope.most):
            mean = self._mean(one, hope, self._least if best is None else best[0])
            if mean is None:
                continue
            ranked = (mean, -hope.rank)
            if mean >= self._least and (best is None or ranked > best):
                best, home = ranked, hope.group
        return home

    def _hope(self, one: Marked, group: Group, rank: int) -> "_Hope | None":
        """Return what speaks for a group at most; None where it cannot be of one event."""
        said = self._compared.said(one, group.sample)
        if said is None or sum(said) + len(said) * AT_MOST + _ROUNDING < len(said) * self._least:
            return None
        telling = one.telling
        more = [at_most(telling, other.telling) for other in group.sample]
        most = (sum(said) + sum(more)) / len(said)
        if most + _ROUNDING < self._least:
            return None
        others = [other.telling for other in group.sample]
        return _Hope(group, rank, most, list(zip(others, said, more, strict=True)))

    def _mean(self, one: Marked, hope: "_Hope", least: float) -> float | None:
        """Return what speaks for one event on average; None where that cannot come to `least`."""
        # A little is left for what rounding takes.
        spare, total = (hope.most - least) * len(hope.known) + _ROUNDING, 0.0
        telling, rarity = one.telling, self._rarity
        for other, said, more in hope.known:
            if spare < 0:
                return None
            shown = parties(telling, other, rarity)
            spare += shown - more + WORDS
            if spare < 0:
                return None
            words = WORDS * rarity.overlap(telling.words, other.words)
            spare += words - WORDS
            total += said + (shown + words)
        return total / len(hope.known)


class _Hope(NamedTuple):
    """A group that a telling may join: what each member that is looked at says so far, and may say.

    `known` holds the member, what it says without parties and words, and what these add at most;
    `most` is the mean that this may come to.
    """

    group: Group
    rank: int
    most: float
    known: list[tuple[Telling, float, float]]


def _most(blocks: Iterable[Iterable[int]]) -> list[int]:
    """Return the groups that most blocks hold, of those that as many hold the latest."""
    shared = Counter(chain.from_iterable(blocks))
    # A count and a number in one figure sort in a fraction of the time of the two as a pair.
    ranked = sorted([count << _SHIFT | number for number, count in shared.items()], reverse=True)
    return [figure & _NUMBER for figure in ranked[:_NEAREST]]
