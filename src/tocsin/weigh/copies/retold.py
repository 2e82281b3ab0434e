"""Texts told anew in other words: no run of words is left, but most of the words that tell are.

A rewrite keeps the names, the figures and what happened, and little else of the text that it is
made from. Two reporters who were both there share a quarter to a third of what tells; a rewrite
shares more than half of it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.weigh.copies.links import Link, without_passages
from tocsin.weigh.copies.texts import Marks, Text, near_elsewhere

# So many words that tell, and so large a part of what the briefer text tells: the fewer the words,
# the more of them.
_RETOLD = ((40, 0.5), (25, 0.65))
_FEWEST = 25
_DAYS = 2.0
# Texts are compared if one holds so many of the rarest words of the other; a word that more texts
# hold than this is not rare.
_RAREST, _SHARED, _RARE = 16, 4, 64
# A small desk weighs its words as if it had so many texts more, which hold none of them.
_AMONG = 50
_NONE: Marks = np.zeros(0, dtype=np.int64)


def retold_links(texts: Sequence[Text], words: "Words") -> Iterator[Link]:
    """Yield links between texts of two sites, a few days apart, that tell much the same."""
    for one, other in words.near():
        if not near_elsewhere(texts[one], texts[other], _DAYS):
            continue
        count, share = words.shared(one, other)
        if any(count >= fewest and share >= least for fewest, least in _RETOLD):
            yield without_passages(one, other, "words", share)


class Words:
    """The words that tell in each text, and how much each of them tells: rare ones more.

    `twins` are the numbers of texts that others stand for: they hold none.
    """

    def __init__(self, texts: Sequence[Text], twins: Collection[int] = ()) -> None:
        held = [_NONE if one.number in twins else _telling(one) for one in texts]
        every = np.concatenate([_NONE, *held])
        _, places, self._count = np.unique(every, return_inverse=True, return_counts=True)
        ends = np.cumsum([len(words) for words in held])
        self._held = np.split(places, ends[:-1])
        weight = np.log((_AMONG + sum(len(words) > 0 for words in held)) / self._count)
        self._weight: NDArray[np.float64] = weight
        self._sums = [float(weight[words].sum()) for words in self._held]

    def shared(self, one: int, other: int) -> tuple[int, float]:
        """Return how many words two texts share, and their part (0 to 1) of the lighter text."""
        both = np.intersect1d(self._held[one], self._held[other], assume_unique=True)
        least = min(self._sums[one], self._sums[other])
        return len(both), float(self._weight[both].sum()) / least if least else 0.0

    def near(self) -> list[tuple[int, int]]:
        """Return the pairs of texts, sorted, of which one holds several of the other's rarest."""
        holders: dict[int, list[int]] = {}
        rare = [words[self._rare(words)] for words in self._held]
        for number, words in enumerate(rare):
            for word in words.tolist():
                holders.setdefault(word, []).append(number)
        found = set()
        for number, words in enumerate(rare):
            ranked = words[np.argsort(self._count[words], kind="stable")[:_RAREST]]
            hits = Counter(other for word in ranked.tolist() for other in holders[word])
            found |= {
                (min(number, other), max(number, other))
                for other, count in hits.items()
                if count >= _SHARED and other != number
            }
        return sorted(found)

    def _rare(self, words: Marks) -> NDArray[np.bool_]:
        # A word that no other text holds leads nowhere.
        count = self._count[words]
        return (count > 1) & (count <= _RARE)


def _telling(text: Text) -> Marks:
    words = np.unique(np.array(text.carriers[0].fingerprint.words, dtype=np.int64))
    return words if len(words) >= _FEWEST else _NONE
