"""Texts that go back to one, put together; a text made of two others stands in both groups."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from tocsin.weigh.copies.links import WITHOUT_PASSAGES, Link
from tocsin.weigh.copies.sets import Sets
from tocsin.weigh.copies.stock import common
from tocsin.weigh.copies.texts import Marks, Text, when

# Two passages are one if they overlap by more than this part of the smaller.
_OVERLAP = 0.3
# So many marks beside those of another source, and so large a part of the shorter text, are a
# source of their own.
_FRESH = (12, 0.1)


def groups(texts: Sequence[Text], links: Sequence[Link]) -> list[tuple[int, ...]]:
    """Return the groups of texts, each sorted: a composite in several, a text without link alone.

    In order of time, each text goes back to the earlier ones it is linked to. Those that share one
    passage with it are one group. One that shares another passage is another source of it, and the
    two stay apart: the text is a composite of both. A twin goes where its leader goes.
    """
    leader = {link.other: link.one for link in links if link.twin}
    at = _earliest(texts, leader)
    back = _back(links, leader, at)
    joined = Sets(len(texts))
    homes: dict[int, tuple[int, ...]] = {}
    for number in sorted(at, key=lambda number: at[number]):
        homes[number] = _homes(number, _sources(back[number]), homes, joined)
    return _collected(texts, leader, homes, joined)


@dataclass(slots=True)
class _Passage:
    """What a text has of one source: the marks, and the links that show it."""

    marks: Marks
    links: list[Link] = field(default_factory=list)


def _earliest(texts: Sequence[Text], leader: Mapping[int, int]) -> dict[int, tuple[datetime, int]]:
    # When each leader or one of its twins first came out; of one time, the longer text first.
    at: dict[int, tuple[datetime, int]] = {}
    for text in texts:
        first = leader.get(text.number, text.number)
        mine = (when(text.carriers[0])[0], first)
        at[first] = min(at.get(first, mine), mine)
    return at


def _back(
    links: Iterable[Link], leader: Mapping[int, int], at: Mapping[int, tuple[datetime, int]]
) -> dict[int, list[Link]]:
    # The links of each text to earlier ones; `one` is the earlier.
    back: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        ends = {leader.get(link.one, link.one), leader.get(link.other, link.other)}
        if len(ends) == 2:
            one, other = sorted(ends, key=lambda number: at[number])
            back[other].append(replace(link, one=one, other=other))
    return back


def _sources(back: Sequence[Link]) -> list[_Passage]:
    # Strong links first; a weaker one counts where it holds what no other does.
    passages: list[_Passage] = []
    for link in sorted(back, key=_surest):
        known = next((some for some in passages if _overlap(some.marks, link.marks)), None)
        if link.by == "page":
            known = passages[0] if passages else None
        elif link.by in WITHOUT_PASSAGES and passages:
            continue
        if known is None or (not link.strong and _adds(passages, link)):
            passages.append(_Passage(link.marks, [link]))
        elif link.strong:
            known.links.append(link)
    return passages


def _surest(link: Link) -> tuple[bool, bool, float, int]:
    return not link.strong, link.by in WITHOUT_PASSAGES, -link.share, link.one


def _overlap(one: Marks, other: Marks) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return int(common(longer, shorter).sum()) > _OVERLAP * len(shorter)


def _adds(passages: Sequence[_Passage], link: Link) -> bool:
    held = np.unique(np.concatenate([some.marks for some in passages]))
    fresh = len(link.marks) - int(common(held, link.marks).sum())
    return fresh >= _FRESH[0] and fresh * link.share >= _FRESH[1] * len(link.marks)


def _homes(
    number: int, sources: Sequence[_Passage], homes: Mapping[int, tuple[int, ...]], joined: Sets
) -> tuple[int, ...]:
    found: list[int] = []
    for passage in sources:
        roots = [homes[link.one] for link in passage.links]
        for other in roots[1:]:
            joined.join(roots[0][0], other[0])
        found += roots[0]
    return tuple(found) or (number,)


def _collected(
    texts: Sequence[Text],
    leader: Mapping[int, int],
    homes: Mapping[int, tuple[int, ...]],
    joined: Sets,
) -> list[tuple[int, ...]]:
    found: dict[int, set[int]] = defaultdict(set)
    for text in texts:
        for root in homes[leader.get(text.number, text.number)]:
            found[joined.root(root)].add(text.number)
    return sorted(tuple(sorted(some)) for some in found.values())
