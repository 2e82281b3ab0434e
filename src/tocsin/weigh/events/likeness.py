"""How alike reports are: most of what says whether two claims in them tell of one thing.

A claim seldom says again the place, the day and the names that its report began with ("the dead
are 25"). The words that two reports share, weighed by how few reports hold them, stand for those.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from tocsin.records import Numbers
from tocsin.weigh.events.tellings import Telling

Which = NDArray[np.int64]

# What words tell is learned from so many first reports before any is compared, and again whenever
# there are so many times as many.
LEARN, _STALE = 2000, 1.2
# What no other report has held says little of what a report is about.
_ONCE = 0.1
# Of a report so many rare words look for others, each among so many, the latest; so many of those
# found are weighed, and so many kept that share as much as this.
_ASK, _HOLDERS, _WEIGHED, _KEPT, _SHARED = 60, 16, 24, 8, 0.08


class Likeness:
    """The words of reports compared. `near` holds for each the earlier reports most alike to it.

    `reports` holds the words of each report, in the order of time. A report without words is like
    no other, and nothing is known of it.
    """

    def __init__(self, reports: Mapping[str, Numbers]) -> None:
        self._number = {name: number for number, name in enumerate(reports)}
        self._names = list(reports)
        words, self._words = _numbered(reports.values())
        self._held = np.zeros(words, dtype=np.int64)
        self._told = np.zeros(words)
        self._here = np.zeros(words, dtype=bool)
        self._shares: dict[tuple[int, int], float] = {}
        self._counted_at = 0
        self._learn()
        self.near = self._near()

    def _learn(self) -> None:
        for words in self._words[:LEARN]:
            self._held[words] += 1
        self._count(min(LEARN, len(self._words)))

    def _count(self, reports: int) -> None:
        self._counted_at = reports
        # A word that came up since was in one report at least.
        told = np.log((reports + 2) / (np.maximum(self._held, 1) + 1)) / np.log(reports + 2)
        self._told = np.where(self._held > 1, told, _ONCE * told)
        self._sums = [float(self._told[words].sum()) for words in self._words]

    def _near(self) -> dict[str, tuple[str, ...]]:
        holders: dict[int, deque[int]] = defaultdict(lambda: deque(maxlen=_HOLDERS))
        found: dict[str, tuple[str, ...]] = {}
        for report, words in enumerate(self._words):
            if report >= LEARN:
                self._held[words] += 1
                if report + 1 > _STALE * self._counted_at:
                    self._count(report + 1)
            found[self._names[report]] = self._nearest(report, holders)
            for word in words.tolist():
                holders[word].append(report)
        return found

    def _nearest(self, report: int, holders: Mapping[int, deque[int]]) -> tuple[str, ...]:
        words = self._words[report]
        rare = words[np.argsort(-self._told[words], kind="stable")].tolist()
        known = islice((holders[word] for word in rare if word in holders), _ASK)
        found = [one for one, _ in Counter(chain.from_iterable(known)).most_common(_WEIGHED)]
        shares = self._weigh(report, found)
        ranked = sorted((-share, one) for share, one in zip(shares, found, strict=True))
        return tuple(self._names[one] for share, one in ranked[:_KEPT] if -share >= _SHARED)

    def _weigh(self, report: int, earlier: Sequence[int]) -> list[float]:
        """Return the share of words for each of the `earlier` reports, and keep it."""
        if not earlier:
            return []
        each, words = [self._words[one] for one in earlier], self._words[report]
        self._here[words] = True
        every = np.concatenate(each)
        ends = np.cumsum([len(one) for one in each])
        both = np.add.reduceat(self._told[every] * self._here[every], [0, *ends[:-1]]).tolist()
        self._here[words] = False
        whole = [min(self._sums[report], self._sums[one]) for one in earlier]
        shares = [part / all_ if all_ > 0 else 0.0 for part, all_ in zip(both, whole, strict=True)]
        self._shares.update(zip(((one, report) for one in earlier), shares, strict=True))
        return shares

    def share(self, one: str, other: str) -> float | None:
        """Return the share (0 to 1) of what the words of the briefer report tell that both hold.

        None where they were not compared, since nothing telling in them met.
        """
        first, second = self._number[one], self._number[other]
        return self._shares.get((first, second) if first < second else (second, first))


def _numbered(reports: Iterable[Numbers]) -> tuple[int, list[Which]]:
    """Return how many words there are, and those of each report by number, each once."""
    each = [np.asarray(words, dtype=np.int64) for words in reports]
    whole = np.concatenate(each) if each else np.zeros(0, dtype=np.int64)
    words, numbers = np.unique(whole, return_inverse=True)
    parts = np.split(numbers, np.cumsum([len(one) for one in each])[:-1]) if each else []
    return len(words), [np.unique(part) for part in parts]


def likeness(tellings: Iterable[Telling]) -> Likeness:
    """Return how alike the reports of `tellings` are, which come in the order of time."""
    return Likeness({one.report: one.about for one in tellings})
