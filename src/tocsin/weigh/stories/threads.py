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

from tocsin.weigh.stories.weights import Vector, Weights

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


@dataclass(frozen=True, slots=True)
class Item:
    """A report to be put into a thread: its number, its moment and its words."""

    number: int
    at: datetime
    words: Vector


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
        length = self._weights.length(item.words)
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
            self._add(thread, item, self._weights.length(item.words))

    def _nearest(self, item: Item, length: float) -> Thread | None:
        square = self._weights.square
        shared: dict[int, float] = defaultdict(float)
        for word, x in item.words.items():
            weight = x * square(word)
            for number, y in self._holders[word].items():
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
        first, second = self._centre(one), self._centre(other)
        square = self._weights.square
        both = sum(x * second[w] * square(w) for w, x in first.items() if w in second)
        return both / (self._weights.length(first) * self._weights.length(second)) if both else 0.0

    def _centre(self, items: Iterable[Item]) -> Vector:
        centre: Vector = defaultdict(float)
        for item in items:
            length = self._weights.length(item.words) or 1.0
            for word, x in item.words.items():
                centre[word] += x / length
        return centre

    def _telling(self, words: Vector) -> Vector:
        each, square = list(words), self._weights.square
        told = np.array([-(x * x) * square(word) for word, x in words.items()])
        ranked = np.lexsort((np.array(each, dtype=np.int64), told))[:_ASK]
        return {word: words[word] for word in map(each.__getitem__, ranked.tolist())}

    def _add(self, thread: Thread, item: Item, length: float) -> None:
        square, centre, number = self._weights.square, thread.centre, thread.number
        holders = self._holders
        for word, x in item.words.items():
            before = centre.get(word, 0.0)
            after = before + x / (length or 1.0)
            centre[word] = holders[word][number] = after
            thread.square += (after * after - before * before) * square(word)
        thread.items.append(item)
        thread.length = sqrt(max(thread.square, _LEAST))
        thread.last = item.at
        if len(thread.centre) > 2 * _KEEP:
            self._prune(thread)

    def _prune(self, thread: Thread) -> None:
        square = self._weights.square
        each = list(thread.centre)
        told = np.array([-(x**2) * square(w) for w, x in thread.centre.items()])
        ranked = np.lexsort((np.array(each, dtype=np.int64), told))[_KEEP:]
        for word in map(each.__getitem__, ranked.tolist()):
            del thread.centre[word], self._holders[word][thread.number]
        thread.stale_at = 0.0

    def _weigh(self, thread: Thread) -> None:
        thread.square = self._weights.length(thread.centre) ** 2
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
