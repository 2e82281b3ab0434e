"""Phrases found in running words: the longest at each place."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[,&]")


class Word:
    """A word of a text in lower case, with where it starts and ends."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end


def words(text: str) -> list[Word]:
    """Return the words of `text`, with commas, in lower case.

    >>> [word.text for word in words("Killed, or wounded")]
    ['killed', ',', 'or', 'wounded']
    """
    return [Word(m.group().casefold(), *m.span()) for m in _WORD.finditer(text)]


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

    def find(self, text: list[Word]) -> Iterator[tuple[int, int, T]]:
        """Yield (first word, word behind the last, value) from left to right, none overlapping."""
        at = 0
        while at < len(text):
            found = self._at(text, at)
            if found is None:
                at += 1
                continue
            yield at, found[0], found[1]
            at = found[0]

    def first(self, text: list[Word]) -> T | None:
        """Return the value of the first phrase in `text`, None if there is none."""
        return next((value for _, _, value in self.find(text)), None)

    def _at(self, text: list[Word], at: int) -> tuple[int, T] | None:
        for key, value in self._by_first.get(text[at].text, ()):
            if tuple(word.text for word in text[at : at + len(key)]) == key:
                return at + len(key), value
        return None
