"""Phrases found in running words: the longest at each place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[,&]")


class Word:
    """A word of a text in lower case, with where it starts and ends."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`, with commas, in lower case.

    >>> [word.text for word in words("Killed, or wounded")]
    ['killed', ',', 'or', 'wounded']
    """
    return tuple(Word(m.group().casefold(), *m.span()) for m in _WORD.finditer(text))


def parted(text: str) -> tuple[Word, ...]:
    """Return the words of a name with what stands behind an apostrophe as a word of its own.

    >>> [word.text for word in parted("Peru's army")]
    ['peru', 's', 'army']
    """
    return words(text.replace("'", " ").replace("’", " "))


class Phrases(Generic[T]):
    """An index of phrases; of two phrases with the same words the first given stands."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._held: dict[tuple[str, ...], T] = {}
        # How many words the phrases have that begin with a word, the longest first.
        self._sizes: dict[str, list[int]] = {}
        for text, value in entries:
            key = tuple(word.text for word in words(text))
            if key:
                self._held.setdefault(key, value)
        for first, *rest in self._held:
            sizes = self._sizes.setdefault(first, [])
            if 1 + len(rest) not in sizes:
                sizes.append(1 + len(rest))
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)

    def find(self, text: Sequence[Word]) -> Iterator[tuple[int, int, T]]:
        """Yield (first word, word behind the last, value) from left to right, none overlapping."""
        free = 0
        for at, word in enumerate(text):
            if at >= free and word.text in self._sizes:
                found = self._at(text, at)
                if found is not None:
                    free = found[0]
                    yield at, free, found[1]

    def may_be_in(self, text: str) -> bool:
        """Return False where the words that phrases begin with are not in `text`: it is quick."""
        folded = text.casefold()
        return any(word in folded for word in self._sizes)

    def first(self, text: Sequence[Word]) -> T | None:
        """Return the value of the first phrase in `text`, None if there is none."""
        return next((value for _, _, value in self.find(text)), None)

    def _at(self, text: Sequence[Word], at: int) -> tuple[int, T] | None:
        for size in self._sizes[text[at].text]:
            key = tuple([word.text for word in text[at : at + size]])
            if key in self._held:
                return at + len(key), self._held[key]
        return None
