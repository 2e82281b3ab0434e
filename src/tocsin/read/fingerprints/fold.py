"""Words of a text as 64-bit hashes with their spans, folded so that print does not matter.

Case, quotation marks, apostrophes, accents on their own, points inside initials and separators
inside figures make no difference: "U.S." is "us", "Korea’s" is "koreas", "1,100" is "1100".
Everything is done on arrays of code points, because a language's own loops are too slow for
archives.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Points = NDArray[np.uint32]

_TABLE = 0x20000
# From kana to Hangul no letter has case or accent worth folding, and there are very many.
_UNCASED = (0x3040, 0xFB00)
_JOINS = "'’‘ʼ＇`´\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Scripts written without spaces: each character is a word of its own.
_ALONE = ((0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000))
# What breaks words, what joins them, and what they are made of.
_BREAK, _JOIN, _WORD, _DIGIT, _SINGLE = range(5)
_BASE = np.uint64(0x9E3779B97F4A7C15)


class Words(NamedTuple):
    """The words of a text: their hashes, where each starts and where it ends."""

    hashes: Hashes
    starts: Places
    ends: Places


def words(text: str) -> Words:
    """Return the words of `text` in order; equal words have equal hashes, whatever their print.

    >>> one, other = words("The U.S. sent 1,100."), words("the US sent 1100")
    >>> one.hashes.tolist() == other.hashes.tolist()
    True
    """
    letters, kinds = _table()
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known = np.minimum(points, _TABLE - 1)
    kind = kinds[known]
    _join_points(points, kind)
    kept = np.flatnonzero(kind > _JOIN)
    if not len(kept):
        nothing = np.zeros(0, dtype=np.int64)
        return Words(np.zeros(0, dtype=np.uint64), nothing, nothing)
    first = _first(kind, kept)
    ends = np.concatenate((kept[first[1:] - 1], kept[-1:])) + 1
    return Words(_hashed(letters[known[kept]], first), kept[first], ends)


def _first(kind: NDArray[np.uint8], kept: Places) -> Places:
    # Places within `kept` at which a word starts: a break lies before it, or it stands alone.
    breaks = np.cumsum(kind == _BREAK)[kept]
    alone = kind[kept] == _SINGLE
    start = np.ones(len(kept), dtype=np.bool_)
    start[1:] = (breaks[1:] != breaks[:-1]) | alone[1:] | alone[:-1]
    return np.flatnonzero(start)


def _hashed(letters: Hashes, first: Places) -> Hashes:
    # A polynomial in the letters of each word, modulo 2^64.
    lengths = np.diff(first, append=len(letters))
    offset = np.arange(len(letters)) - np.repeat(first, lengths)
    terms = letters * _powers(int(lengths.max()))[offset]
    return mixed(np.add.reduceat(terms, first))


def mixed(values: Hashes) -> Hashes:
    """Return `values` with their bits spread (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = values ^ (values >> np.uint64(30))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    values = values ^ (values >> np.uint64(27))
    values = values * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _join_points(points: Points, kind: NDArray[np.uint8]) -> None:
    # A point after a letter that stands alone, before another letter: U.S., a.m. A comma or point
    # between digits: 1,100. Both are print, and join.
    marks = np.flatnonzero((points[1:-1] == ord(".")) | (points[1:-1] == ord(","))) + 1
    if not len(marks):
        return
    left, right = kind[marks - 1], kind[marks + 1]
    figures = (left == _DIGIT) & (right == _DIGIT)
    alone = (marks < 2) | (kind[np.maximum(marks - 2, 0)] == _BREAK)
    letters = (points[marks] == ord(".")) & (left == _WORD) & (right == _WORD) & alone
    kind[marks[figures | letters]] = _JOIN


@cache
def _powers_to(bits: int) -> Hashes:
    powers = np.ones(1 << bits, dtype=np.uint64)
    powers[1:] = _BASE
    return np.multiply.accumulate(powers)


def _powers(count: int) -> Hashes:
    return _powers_to(max(6, (count - 1).bit_length()))


@cache
def _table() -> tuple[Hashes, NDArray[np.uint8]]:
    folded = np.zeros(_TABLE, dtype=np.uint64)
    kinds = np.full(_TABLE, _BREAK, dtype=np.uint8)
    for point in range(_TABLE - 1):
        letter = chr(point)
        if letter.isalnum():
            folded[point], kinds[point] = _plain(letter), _WORD
            if letter.isdecimal():
                kinds[point] = _DIGIT
        elif letter in _JOINS or unicodedata.combining(letter):
            kinds[point] = _JOIN
    for low, high in _ALONE:
        kinds[low:high][kinds[low:high] == _WORD] = _SINGLE
    return mixed(folded), kinds


def _plain(letter: str) -> int:
    # The letter without case and accent, as one code point.
    if _UNCASED[0] <= ord(letter) < _UNCASED[1]:
        return ord(letter)
    return ord(unicodedata.normalize("NFKD", letter)[0].casefold()[0])
