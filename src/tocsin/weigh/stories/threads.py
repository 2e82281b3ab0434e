"""Reports followed in the order of time: each joins the thread it is nearest to, or begins one.

Single-pass clustering by nearest centroid (Allan et al. 1998) with age, under word weights that
count only what was reported so far: what comes later never moves what came before.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp, log, sqrt

import numpy as np

from tocsin.weigh.stories.weights import Told, Vector, Weights, Which, Words, apart

# A thread half forgotten after this time without a report, and closed after that.
HALF_LIFE = timedelta(days=21)
CLOSED = timedelta(days=90)
# How alike a report must be to a thread: headlines share fewer words than texts do.
_SHORT, _LONG = (8.0, 0.06), (120.0, 0.27)
# How alike two threads must be to be joined: headlines, texts.
JOINED = (0.20, 0.60)
# How many of its weightiest words stand for a report, and for a thread.
_ASK, _KEEP = 100, 400
_STALE = 1.2
_DAY = timedelta(days=1)
_LEAST = 1e-12
# A thread is looked at for parting whenever it has doubled; its halves have come apart when they
# are less alike than this share of what two threads need to be joined.
_SPLIT_FROM, _PARTED = 8, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A report to be put into a thread: its number, its moment and its words."""

    number: int
    at: datetime
    words: Words


class Thread:
    """Reports that follow each other on one train of events; `last` is when the latest came.

    `length` is that of the centre, to be weighed anew after so many reports as `stale_at` says.
    """

    def __init__(self, number: int, came_from: "Thread | None" = None) -> None:
        self.number = number
        self.came_from = came_from
        self.items: list[Item] = []
        self.centre: Vector = {}
        self.square = self.length = 0.0
        self.stale_at = 0.0
        self.last = datetime.min.replace(tzinfo=UTC)

    @property
    def breadth(self) -> float:
        """How many different words its reports have, on average."""
        return sum(len(item.words) for item in self.items) / len(self.items)


class Threads:
    """All threads, by number, and which of them hold a word."""

    def __init__(self, weights: Weights) -> None:
        self.all: list[Thread] = []
        self._weights = weights
        self._holders: dict[int, dict[int, float]] = defaultdict(dict)
        self._open: list[Thread] = []
        self._looked_at = datetime.min.replace(tzinfo=UTC)

    def follow(self, item: Item) -> Thread:
        """Put a report into its thread and return the thread."""
        if item.number >= self._weights.ahead:
            self._weights.add(item.words)
        self._close(item.at)
        item = Item(item.number, item.at, self._telling(item.words))
        length = self._length(item)
        found = self._nearest(item, length)
        if found is None:
            found = self._begin()
        self._add(found, item, length)
        if len(found.items) >= _SPLIT_FROM and not len(found.items) & (len(found.items) - 1):
            self._part(found)
        return found

    def _begin(self, came_from: Thread | None = None) -> Thread:
        """Return a new thread without reports."""
        thread = Thread(len(self.all), came_from)
        self.all.append(thread)
        self._open.append(thread)
        return thread

    def _close(self, now: datetime) -> None:
        """Ask no more of threads that are closed; to look once a day is enough."""
        if now - self._looked_at < _DAY:
            return
        self._looked_at = now
        for thread in self._open:
            if now - thread.last > CLOSED:
                self._let_go(thread)
        self._open = [thread for thread in self._open if now - thread.last <= CLOSED]

    def _let_go(self, thread: Thread) -> None:
        for word in thread.centre:
            self._holders[word].pop(thread.number, None)

    def _refill(self, thread: Thread, items: Iterable[Item]) -> None:
        """Give a thread other reports than it had."""
        self._let_go(thread)
        thread.items, thread.centre, thread.square = [], {}, 0.0
        for item in items:
            self._add(thread, item, self._length(item))

    def _length(self, item: Item) -> float:
        return self._weights.length(item.words.which, item.words.told)

    def _nearest(self, item: Item, length: float) -> Thread | None:
        words, holders = item.words, self._holders
        weights = words.told * self._weights.square[words.which]
        shared: dict[int, float] = defaultdict(float)
        for word, weight in zip(words.which.tolist(), weights.tolist(), strict=True):
            for number, y in holders[word].items():
                shared[number] += weight * y
        best, found, least = 0.0, None, least_like(len(item.words))
        reports, all_of_them = self._weights.reports, self.all
        for number, both in shared.items():
            thread = all_of_them[number]
            if reports > thread.stale_at:
                self._weigh(thread)
            like = both / (length * thread.length)
            # Age only takes away: most are out without it.
            if like > best and like >= least:
                like *= _fresh(item.at - thread.last)
                if like > best:
                    best, found = like, thread
        return found if best >= least else None

    def _part(self, thread: Thread) -> None:
        """Let the later half of a thread go on by itself if it has become another story."""
        half = len(thread.items) // 2
        old, new = thread.items[:half], thread.items[half:]
        if self._alike(old, new) < _PARTED * least_like(thread.breadth, *JOINED):
            self._refill(thread, old)
            self._refill(self._begin(came_from=thread), new)

    def _alike(self, one: Iterable[Item], other: Iterable[Item]) -> float:
        (mine, first), (its, second) = self._centre(one), self._centre(other)
        both, here, there = np.intersect1d(mine, its, assume_unique=True, return_indices=True)
        shared = float(np.sum(first[here] * second[there] * self._weights.square[both]))
        length = self._weights.length
        return shared / (length(mine, first) * length(its, second)) if shared else 0.0

    def _centre(self, items: Iterable[Item]) -> tuple[Which, Told]:
        some = [(item.words, self._length(item) or 1.0) for item in items]
        each = np.concatenate([words.which for words, _ in some])
        which, place = np.unique(each, return_inverse=True)
        told = np.concatenate([words.told / length for words, length in some])
        return which, np.asarray(np.bincount(place, told), dtype=np.float64)

    def _telling(self, words: Words) -> Words:
        told = words.told * words.told * self._weights.square[words.which]
        ranked = np.argsort(-told, kind="stable")[:_ASK]
        return Words(words.which[ranked], words.told[ranked])

    def _add(self, thread: Thread, item: Item, length: float) -> None:
        words, centre, number = item.words, thread.centre, thread.number
        parts = (words.which, words.told / (length or 1.0), self._weights.square[words.which])
        holders = self._holders
        for word, x, square in zip(*(part.tolist() for part in parts), strict=True):
            before = centre.get(word, 0.0)
            after = before + x
            centre[word] = holders[word][number] = after
            thread.square += (after * after - before * before) * square
        thread.items.append(item)
        thread.length = sqrt(max(thread.square, _LEAST))
        thread.last = item.at
        if len(thread.centre) > 2 * _KEEP:
            self._prune(thread)

    def _prune(self, thread: Thread) -> None:
        which, held = apart(thread.centre)
        ranked = np.lexsort((which, -(held**2) * self._weights.square[which]))[_KEEP:]
        for word in which[ranked].tolist():
            del thread.centre[word], self._holders[word][thread.number]
        thread.stale_at = 0.0

    def _weigh(self, thread: Thread) -> None:
        thread.square = self._weights.length(*apart(thread.centre)) ** 2
        thread.length = sqrt(max(thread.square, _LEAST))
        thread.stale_at = _STALE * self._weights.reports


def least_like(breadth: float, short: float = _SHORT[1], long: float = _LONG[1]) -> float:
    """Return how alike texts of so many different words must be, between headline and text."""
    share = log(max(breadth, 1.0) / _SHORT[0]) / log(_LONG[0] / _SHORT[0])
    return short + (long - short) * min(1.0, max(0.0, share))


def _fresh(age: timedelta) -> float:
    if age > CLOSED:
        return 0.0
    return exp(-log(2) * (max(age, timedelta()) / HALF_LIFE))
