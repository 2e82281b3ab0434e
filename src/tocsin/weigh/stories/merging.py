"""Threads joined that tell of one story, nearest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from tocsin.weigh.stories.threads import CLOSED, JOINED, Thread, least_like
from tocsin.weigh.stories.weights import Vector, Weights, apart

# How many of its weightiest words look for the kin of a thread, and how many threads may hold one.
_ASK, _CROWD = 40, 400

Pair = tuple[float, int, int]


class _Pool:
    """Groups of threads, with their common centre."""

    def __init__(self, threads: Sequence[Thread], weights: Weights) -> None:
        self.weights = weights
        self.groups = {thread.number: [thread] for thread in threads}
        self.centres = {thread.number: thread.centre for thread in threads}
        self.lengths = {n: weights.length(*apart(each)) for n, each in self.centres.items()}
        # What each word tells: looked up word by word.
        self.square = weights.square.tolist()
        self.kin: dict[int, set[int]] = defaultdict(set)
        self._breadth = {thread.number: thread.breadth for thread in threads}
        self._spans = {thread.number: (thread.items[0].at, thread.last) for thread in threads}

    def like(self, one: int, other: int) -> float:
        """Return how far two groups are alike beyond what is asked for; below 0 if not enough."""
        if self._apart(one, other):
            return -1.0
        small, large = sorted((self.centres[one], self.centres[other]), key=len)
        square = self.square
        both = sum(x * large[w] * square[w] for w, x in small.items() if w in large)
        breadth = min(self._breadth[one], self._breadth[other])
        cosine = both / (self.lengths[one] * self.lengths[other]) if both else 0.0
        return cosine - least_like(breadth, *JOINED)

    def join(self, one: int, other: int) -> int:
        """Put two groups together under the number of the older one, which is returned."""
        kept, gone = sorted((one, other))
        centre: Vector = dict(self.centres[kept])
        for word, x in self.centres.pop(gone).items():
            centre[word] = centre.get(word, 0.0) + x
        self.centres[kept] = centre
        self.lengths[kept] = self.weights.length(*apart(centre))
        self.groups[kept] += self.groups.pop(gone)
        self._measure(kept)
        self.kin[kept] = (self.kin[kept] | self.kin.pop(gone)) - {kept, gone}
        for number in self.kin[kept]:
            self.kin[number] = (self.kin[number] - {gone}) | {kept}
        return kept

    def _measure(self, number: int) -> None:
        group = self.groups[number]
        self._breadth[number] = sum(thread.breadth for thread in group) / len(group)
        starts, ends = [t.items[0].at for t in group], [t.last for t in group]
        self._spans[number] = min(starts), max(ends)

    def _apart(self, one: int, other: int) -> bool:
        (start, end), (begin, close) = self._spans[one], self._spans[other]
        return max(start, begin) - min(end, close) > CLOSED


def merge(threads: Sequence[Thread], weights: Weights) -> list[list[Thread]]:
    """Return `threads` in groups, each of one story, the oldest thread first.

    Agglomerative, by the cosine of centres; only threads that share a telling word are compared.
    """
    pool = _Pool(threads, weights)
    heap = [(-like, one, other) for like, one, other in _pairs(pool, weights)]
    heapify(heap)
    stamp = dict.fromkeys(pool.groups, 0)
    aged = {(one, other): (0, 0) for _, one, other in heap}
    while heap:
        _, one, other = heappop(heap)
        if one not in pool.groups or other not in pool.groups:
            continue
        if aged.get((one, other)) != (stamp[one], stamp[other]):
            continue
        kept = pool.join(one, other)
        stamp[kept] += 1
        for number in sorted(pool.kin[kept]):
            like = pool.like(kept, number)
            if like >= 0:
                pair = min(kept, number), max(kept, number)
                aged[pair] = (stamp[pair[0]], stamp[pair[1]])
                heappush(heap, (-like, *pair))
    return [sorted(g, key=lambda t: t.number) for _, g in sorted(pool.groups.items())]


def _pairs(pool: _Pool, weights: Weights) -> Iterator[Pair]:
    holders: dict[int, list[int]] = defaultdict(list)
    for number in sorted(pool.groups):
        which, centre = apart(pool.centres[number])
        told = -(centre**2) * weights.square[which]
        rank = which[np.lexsort((which, told))[:_ASK]].tolist()
        near = {n for word in rank for n in holders[word][-_CROWD:]}
        for other in sorted(near):
            pool.kin[number].add(other)
            pool.kin[other].add(number)
            like = pool.like(other, number)
            if like >= 0:
                yield like, other, number
        for word in rank:
            holders[word].append(number)
