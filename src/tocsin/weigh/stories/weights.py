"""How much each word tells, from how many reports have held it so far."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import log, sqrt

from tocsin.weigh.remembered import Remembered

Vector = dict[int, float]

# A word's weight is worked out again when so many times as many reports have been seen.
_STALE = 1.03
# What no other of the first reports has held says little of what a report is about.
_ONCE = 0.1


class Weights:
    """Counts the reports that hold a word; what is held by all tells nothing."""

    def __init__(self) -> None:
        self._held: Counter[int] = Counter()
        self._known = Remembered(self._work_out)
        self._known_at = 0
        # The square of what a word tells: its inverse document frequency.
        self.square: Callable[[int], float] = self._known.__getitem__
        self.reports = 0
        self.ahead = 0

    def learn(self, reports: Iterable[Mapping[int, float]]) -> None:
        """Count reports before they are followed, so that the first ones know what words tell."""
        for words in reports:
            self.add(words)
        self.ahead = self.reports

    def add(self, words: Mapping[int, float]) -> None:
        """Count one more report."""
        self._held.update(words.keys())
        self.reports += 1
        if self.reports > _STALE * self._known_at:
            self._known.clear()
            self._known_at = self.reports

    def _work_out(self, word: int) -> float:
        held = self._held[word]
        known = log((1 + self.reports) / max(1, held)) ** 2
        return known * (_ONCE if held <= 1 and self.reports <= self.ahead else 1.0)

    def length(self, vector: Mapping[int, float]) -> float:
        """Return the length of a vector under the weights of now."""
        square = self.square
        return sqrt(sum([x * x * square(word) for word, x in vector.items()]))


def vector(words: tuple[int, ...]) -> Vector:
    """Return the words of a report with the logarithm of their counts, so that none outweighs."""
    return {word: 1 + log(count) for word, count in Counter(words).items()}
