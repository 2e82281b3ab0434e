"""Texts that go back to one, put together; a text made of two others stands in both groups."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.weigh.copies.links import Link
from tocsin.weigh.copies.stock import common
from tocsin.weigh.copies.texts import Text, when

# Two sources of a composite may overlap in it by so much of the smaller.
_OVERLAP = 0.3
# An excerpt lies wholly in what it was taken from.
_INSIDE = 0.85


def groups(texts: Sequence[Text], links: Sequence[Link]) -> list[tuple[int, ...]]:
    """Return the groups of texts, each sorted: a composite in several, a text without link alone.

    Links of strength join first. A text that strength left alone takes its best other link, so
    that passing likenesses do not chain one report to the next. A twin goes where its leader goes.
    """
    leader = {link.other: link.one for link in links if link.twin}
    between = [_led(link, leader) for link in links if not link.twin]
    around = _around(between)
    composites = {text.number for text in texts if _parts(text, texts, around[text.number]) > 1}
    joined = _Joined(len(texts))
    held = [link for link in between if not {link.one, link.other} & composites]
    for link in held:
        if link.strong:
            joined.join(link.one, link.other)
    for link in _best_of_the_alone(held):
        joined.join(link.one, link.other)
    return _collected(len(texts), joined, composites, around, leader)


def _led(link: Link, leader: Mapping[int, int]) -> Link:
    one, other = sorted((leader.get(link.one, link.one), leader.get(link.other, link.other)))
    return link if (one, other) == (link.one, link.other) else replace(link, one=one, other=other)


def _around(links: Iterable[Link]) -> dict[int, list[tuple[int, Link]]]:
    around: dict[int, list[tuple[int, Link]]] = defaultdict(list)
    for link in links:
        around[link.one].append((link.other, link))
        around[link.other].append((link.one, link))
    return around


def _best_of_the_alone(links: Sequence[Link]) -> list[Link]:
    strong = {number for link in links if link.strong for number in (link.one, link.other)}
    best: dict[int, Link] = {}
    for link in sorted(links, key=lambda link: (-link.share, link.one, link.other)):
        if link.strong:
            continue
        for number in {link.one, link.other} - strong:
            best.setdefault(number, link)
    return list(best.values())


def _parts(text: Text, texts: Sequence[Text], near: Sequence[tuple[int, Link]]) -> int:
    # How many unrelated texts this one was put together from; a text that others were taken
    # from is one part, however many they are.
    near = [(number, link) for number, link in near if link.by == "passages"]
    if len(near) < 2:
        return 1
    taken = [link for number, link in near if not _excerpt(text, texts[number], link)]
    apart: list[Link] = []
    for link in sorted(taken, key=lambda link: (-len(link.marks), link.one, link.other)):
        if not any(_overlap(link, other) for other in apart):
            apart.append(link)
    return len(apart)


def _excerpt(text: Text, other: Text, link: Link) -> bool:
    # Not of a text that came out after it.
    inside = len(link.marks) >= _INSIDE * len(other.marks)
    return inside and when(text.carriers[0])[0] <= when(other.carriers[0])[0]


def _overlap(one: Link, other: Link) -> bool:
    shorter, longer = sorted((one.marks, other.marks), key=len)
    return int(common(longer, shorter).sum()) > _OVERLAP * len(shorter)


def _collected(
    count: int,
    joined: "_Joined",
    composites: set[int],
    around: Mapping[int, list[tuple[int, Link]]],
    leader: Mapping[int, int],
) -> list[tuple[int, ...]]:
    found: dict[int, set[int]] = defaultdict(set)
    for number in range(count):
        first = leader.get(number, number)
        near = [other for other, _ in around.get(first, ()) if other not in composites]
        roots = {joined.root(other) for other in near} if first in composites else set()
        for root in roots or {joined.root(first)}:
            found[root].add(number)
    return sorted(tuple(sorted(some)) for some in found.values())


class _Joined:
    """Numbers joined into sets (Tarjan's union and find)."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
