"""How much each word tells, from how many reports have held it so far."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import log, sqrt

import numpy as np

from tocsin.records import Numbers
from tocsin.weigh.remembered import Remembered

Vector = dict[int, float]

# A word's weight is worked out again when so many times as many reports have been seen.
_STALE = 1.03
# What no other of the first reports has held says little of what a report is about.
_ONCE = 0.1


class Weights:
    """Counts the reports that hold a word; what is held by all tells nothing.

    Weights are those of the time when they were last worked out: it does not matter which words
    were asked for since and which were not.
    """

    def __init__(self) -> None:
        self._held: Counter[int] = Counter()
        self._counted: dict[int, int] = {}
        self._counted_at = 0
        self._known = Remembered(self._work_out)
        # The square of what a word tells: its inverse document frequency.
        self.square: Callable[[int], float] = self._known.__getitem__
        self.reports = 0
        self.ahead = 0

    def learn(self, reports: Iterable[Mapping[int, float]]) -> None:
        """Count reports before they are followed, so that the first ones know what words tell."""
        for words in reports:
            self._held.update(words.keys())
            self.reports += 1
        self.ahead = self.reports
        self._count()

    def add(self, words: Mapping[int, float]) -> None:
        """Count one more report."""
        self._held.update(words.keys())
        self.reports += 1
        if self.reports > _STALE * self._counted_at:
            self._count()

    def _count(self) -> None:
        self._counted, self._counted_at = dict(self._held), self.reports
        self._known.clear()

    def _work_out(self, word: int) -> float:
        held = self._counted.get(word, 1)  # a word that came up since was in one report at least
        known = log((1 + self._counted_at) / held) ** 2
        return known * (_ONCE if held <= 1 and self._counted_at <= self.ahead else 1.0)

    def length(self, vector: Mapping[int, float]) -> float:
        """Return the length of a vector under the weights of now."""
        square = self.square
        return sqrt(sum([x * x * square(word) for word, x in vector.items()]))


def vector(words: Numbers) -> Vector:
    """Return the words of a report with the logarithm of their counts, so that none outweighs."""
    each, counts = np.unique(np.asarray(words, dtype=np.int64), return_counts=True)
    return {word: _LOGS[count] for word, count in zip(each.tolist(), counts.tolist(), strict=True)}


_LOGS: Remembered[int] = Remembered(lambda count: 1 + log(count))
