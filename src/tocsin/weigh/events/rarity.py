"""How much a word tells of what holds it: the less, the more reports hold it."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import fsum, log

from tocsin.weigh.remembered import Remembered

# A word's weight is worked out again when so many times as many reports have been seen.
_STALE = 1.2


class Rarity:
    """Counts in how many reports a word has been seen, and says how much a word tells.

    Weights are those of the time when they were last worked out: it does not matter which tellings
    were compared since and which were not.
    """

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()
        self._reports = 0
        self._counted: dict[int, int] = {}
        self._counted_at = 0
        self._forget()

    def _forget(self) -> None:
        self._known = Remembered(self._work_out)
        self._sums = Remembered(self._sum)
        # How much a word tells: at least 0, near to 1 for one not seen before.
        self.of: Callable[[int], float] = self._known.__getitem__

    def add(self, words: Iterable[int]) -> None:
        """Count the words of one more report."""
        self._seen.update(frozenset(words))
        self._reports += 1
        if self._reports > _STALE * self._counted_at:
            self._counted, self._counted_at = dict(self._seen), self._reports
            self._forget()

    def _work_out(self, word: int) -> float:
        # A word that came up since was in one report at least.
        held = self._counted.get(word, 1 if self._counted_at else 0)
        return log((self._counted_at + 2) / (held + 1)) / log(self._counted_at + 2)

    def overlap(self, one: frozenset[int], other: frozenset[int]) -> float:
        """Return the share (0 to 1) of what the smaller set tells that both tell."""
        if one == other:
            return 1.0 if self._sums[one] > 0 else 0.0
        shared = one & other
        if not shared:
            return 0.0
        least = min(self._sums[one], self._sums[other])
        return sum(map(self.of, shared)) / least if least > 0 else 0.0

    def _sum(self, words: frozenset[int]) -> float:
        # The order in which a set holds words must make no difference.
        return fsum(map(self.of, words))
