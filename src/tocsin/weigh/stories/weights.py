"""How much each word tells, from how many reports have held it so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from tocsin.records import Numbers
from tocsin.weigh.remembered import Remembered

# What a thread holds of each word, by the number of the word.
Vector = dict[int, float]
Which = NDArray[np.int64]
Told = NDArray[np.float64]

# A word's weight is worked out again when so many times as many reports have been seen.
_STALE = 1.03
# So few reports do not show how rare a word is: the words that a desk of one week shares most are
# what its stories are about. Until there are more, words tell as much as among so many. Set on
# headlines, news reports and made-up weeks; from 3,000 to 10,000 makes little difference.
_FEW = 5000
# What no other of the first reports has held says little of what a report is about.
_ONCE = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a report by number, each once, with the logarithm of their counts.

    So none outweighs the others.
    """

    which: Which
    told: Told

    def __len__(self) -> int:
        return len(self.which)


class Weights:
    """Counts the reports that hold each of so many words; what is held by all tells nothing.

    Weights are those of the time when they were last worked out: it does not matter which words
    were asked for since and which were not. `square` is the square of what each word tells, its
    inverse document frequency.
    """

    def __init__(self, words: int) -> None:
        self._held = np.zeros(words, dtype=np.int64)
        self._counted_at = 0
        self.square: Told = np.zeros(words)
        self.reports = 0
        self.ahead = 0

    def learn(self, reports: Iterable[Words]) -> None:
        """Count reports before they are followed, so that the first ones know what words tell."""
        for words in reports:
            self._held[words.which] += 1
            self.reports += 1
        self.ahead = self.reports
        self._count()

    def add(self, words: Words) -> None:
        """Count one more report."""
        self._held[words.which] += 1
        self.reports += 1
        if self.reports > _STALE * self._counted_at:
            self._count()

    def _count(self) -> None:
        self._counted_at = self.reports
        counts, place = np.unique(self._held, return_inverse=True)
        self.square = np.array([self._work_out(count) for count in counts.tolist()])[place]

    def _work_out(self, held: int) -> float:
        # A word that came up since was in one report at least.
        known = log((1 + max(self._counted_at, _FEW)) / max(held, 1)) ** 2
        return known * (_ONCE if held <= 1 and self._counted_at <= self.ahead else 1.0)

    def length(self, which: Which, told: Told) -> float:
        """Return the length of a vector under the weights of now."""
        return sqrt(sum((told * told * self.square[which]).tolist()))


def numbered(reports: Iterable[Numbers]) -> tuple[list[Words], int]:
    """Return the words of each report, numbered in the order of their hashes, and how many are."""
    counted = [np.unique(np.asarray(one, dtype=np.int64), return_counts=True) for one in reports]
    every = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *(each for each, _ in counted)]))
    found = [Words(np.searchsorted(every, each), _logs(counts)) for each, counts in counted]
    return found, len(every)


def apart(vector: Vector) -> tuple[Which, Told]:
    """Return the numbers of the words of a vector, and what it holds of them."""
    size = len(vector)
    which = np.fromiter(vector.keys(), dtype=np.int64, count=size)
    return which, np.fromiter(vector.values(), dtype=np.float64, count=size)


def _logs(counts: NDArray[np.int64]) -> Told:
    return np.array([_LOGS[count] for count in counts.tolist()], dtype=np.float64)


_LOGS: Remembered[int] = Remembered(lambda count: 1 + log(count))
