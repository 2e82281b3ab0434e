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
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for text, value in entries:
            key = tuple(word.text for word in words(text))
            held = self._by_first.setdefault(key[0], []) if key else []
            if all(other != key for other, _ in held):
                held.append((key, value))
        for held in self._by_first.values():
            held.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: Sequence[Word]) -> Iterator[tuple[int, int, T]]:
        """Yield (first word, word behind the last, value) from left to right, none overlapping."""
        free = 0
        for at, word in enumerate(text):
            if at >= free and word.text in self._by_first:
                found = self._at(text, at)
                if found is not None:
                    free = found[0]
                    yield at, free, found[1]

    def may_be_in(self, text: str) -> bool:
        """Return False where the words that phrases begin with are not in `text`: it is quick."""
        folded = text.casefold()
        return any(word in folded for word in self._by_first)

    def first(self, text: Sequence[Word]) -> T | None:
        """Return the value of the first phrase in `text`, None if there is none."""
        return next((value for _, _, value in self.find(text)), None)

    def _at(self, text: Sequence[Word], at: int) -> tuple[int, T] | None:
        for key, value in self._by_first[text[at].text]:
            if len(key) == 1 or tuple(word.text for word in text[at : at + len(key)]) == key:
                return at + len(key), value
        return None
