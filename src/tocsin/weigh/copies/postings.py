"""Marks to the texts that hold them, grown text by text, in a bounded number of bytes per text."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.int64]
Numbers = NDArray[np.int64]
Packed = NDArray[np.uint64]

# A posting is one word of 64 bits: 40 of the mark, 24 of the text's number.
_NUMBER_BITS = np.uint64(24)
MOST_TEXTS = 1 << 24
_NUMBER_MASK = np.uint64(MOST_TEXTS - 1)
# Marks of so many texts say nothing more with each further one.
_MOST_HOLDERS = 32
# So many marks of the opening are kept all, since copies are cut from the end; of the rest a
# sample of about as many.
_OPENING = 32
_SAMPLE = 64
_BUFFER = 1 << 18


class Postings:
    """An inverted index of marks, as sorted arrays that are merged as they grow (O'Neil 1996)."""

    def __init__(self) -> None:
        self._runs: list[Packed] = []
        self._recent: dict[int, list[int]] = defaultdict(list)
        self._waiting = 0
        self._kept: list[int] = []

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def nbytes(self) -> int:
        """The bytes of the sorted part."""
        return sum(run.nbytes for run in self._runs)

    def add(self, marks: Marks) -> int:
        """Put in a text by its marks in the order of the text; return its number, from 0 up."""
        number = len(self._kept)
        chosen = sample(marks)
        for mark in (chosen.view(np.uint64) >> _NUMBER_BITS).tolist():
            self._recent[mark].append(number)
        self._kept.append(len(chosen))
        self._waiting += len(chosen)
        if self._waiting >= _BUFFER:
            self._settle()
        return number

    def hits(self, marks: Marks) -> tuple[Numbers, Numbers]:
        """Return the texts that hold any of `marks`, and how many of them each holds."""
        wanted = np.unique(marks.view(np.uint64) >> _NUMBER_BITS)
        found = [self._among_recent(wanted)]
        found += [_within(run, wanted) for run in self._runs]
        numbers, counts = np.unique(np.concatenate(found), return_counts=True)
        return numbers, counts

    def kept(self, numbers: Numbers) -> Numbers:
        """Return of how many marks each text is known here."""
        return np.array([self._kept[number] for number in numbers.tolist()], dtype=np.int64)

    def _among_recent(self, wanted: Packed) -> Numbers:
        held = (self._recent.get(mark) for mark in wanted.tolist())
        return np.array([n for some in held if some for n in some[:_MOST_HOLDERS]], dtype=np.int64)

    def _settle(self) -> None:
        pairs = [(mark, number) for mark, some in self._recent.items() for number in some]
        packed = np.array(pairs, dtype=np.uint64).reshape(-1, 2)
        fresh = np.sort(packed[:, 0] << _NUMBER_BITS | packed[:, 1])
        self._recent, self._waiting = defaultdict(list), 0
        while self._runs and len(self._runs[-1]) <= 2 * len(fresh):
            fresh = np.sort(np.concatenate((self._runs.pop(), fresh)), kind="stable")
        self._runs.append(fresh)


def sample(marks: Marks) -> Marks:
    """Return the marks by which a text is indexed: its opening, and the rest thinned by value.

    Two texts thin alike: of a shared mark both or neither is left, as far as their lengths ask.
    """
    opening, rest = marks[:_OPENING], marks[_OPENING:]
    if len(rest) > _SAMPLE:
        share = 1 << (len(rest) // _SAMPLE).bit_length() - 1
        spread = rest.view(np.uint64) & np.uint64(share - 1)
        rest = rest[spread == 0]
    return np.unique(np.concatenate((opening, rest)))


def _within(run: Packed, wanted: Packed) -> Numbers:
    low = np.searchsorted(run, wanted << _NUMBER_BITS)
    high = np.searchsorted(run, wanted << _NUMBER_BITS | _NUMBER_MASK, side="right")
    counts = np.minimum(high - low, _MOST_HOLDERS)
    starts = np.repeat(low, counts)
    inside = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.asarray(run[starts + inside] & _NUMBER_MASK, dtype=np.int64)
