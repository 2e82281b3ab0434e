"""Marks to the texts that hold them, grown text by text, in a bounded number of bytes per text."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.int64]
Numbers = NDArray[np.int64]
Packed = NDArray[np.uint64]
Some = NDArray[np.bool_]

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


class Hits(NamedTuple):
    """Texts by number, and how many of the marks asked for each is known to hold and likely holds.

    `rare` counts those that few texts hold.
    """

    numbers: Numbers
    counts: Numbers
    rare: NDArray[np.float64]
    likely: NDArray[np.float64]


_NOTHING = Hits(*(np.zeros(0, dtype=kind) for kind in (int, int, float, float)))


class Postings:
    """An inverted index of marks, as sorted arrays that are merged as they grow (O'Neil 1996)."""

    def __init__(self) -> None:
        self._runs: list[Packed] = []
        self._recent: dict[int, list[int]] = defaultdict(list)
        self._waiting = 0
        self._thinned = array("B")

    def __len__(self) -> int:
        return len(self._thinned)

    @property
    def nbytes(self) -> int:
        """The bytes of the sorted part."""
        return sum(run.nbytes for run in self._runs)

    def add(self, marks: Marks, asked: Some | None = None) -> int:
        """Put in a text by its marks in the order of the text; return its number, from 0 up.

        `asked` tells of each mark whether it will ever be asked for, where that is known: others
        take no room.

        Raises:
            OverflowError: beyond sixteen million texts.
        """
        number = len(self._thinned)
        if number >= MOST_TEXTS:
            raise OverflowError(f"an index of copies holds {MOST_TEXTS} texts at most")
        chosen, thinned = sample(marks, asked)
        for mark in chosen.tolist():
            self._recent[mark].append(number)
        self._thinned.append(thinned)
        self._waiting += len(chosen)
        if self._waiting >= _BUFFER:
            self._settle()
        return number

    def hits(self, marks: Marks, fewest: int = 1) -> Hits:
        """Return the texts that hold `fewest` of `marks` or more, and how many each holds."""
        wanted = np.unique(marks.view(np.uint64) >> _NUMBER_BITS)
        found = [self._among_recent(wanted), *(_within(run, wanted) for run in self._runs)]
        holders = np.concatenate([numbers for _, numbers in found])
        numbers, place, counts = np.unique(holders, return_inverse=True, return_counts=True)
        # Most texts hold a stock phrase or two and no more: they are left here.
        enough = counts >= fewest
        if not enough.any():
            return _NOTHING
        held = np.concatenate([marks for marks, _ in found])
        _, mark, spread = np.unique(held, return_inverse=True, return_counts=True)
        few = (spread[mark] < _MOST_HOLDERS).astype(np.float64)
        numbers, counts, size = numbers[enough], counts[enough], len(numbers)
        rare = np.bincount(place, few, size)[enough].astype(np.float64)
        share = np.left_shift(1, self._shares(numbers))
        shares = np.ones(size, dtype=np.uint64)
        shares[enough] = share.astype(np.uint64)
        in_sample = ((held & (shares[place] - np.uint64(1))) == 0).astype(np.float64)
        sampled = np.bincount(place, in_sample, size)[enough].astype(np.float64)
        return Hits(numbers, counts, rare, _estimated(counts, sampled, share))

    def _shares(self, numbers: Numbers) -> NDArray[np.int64]:
        return np.frombuffer(self._thinned, dtype=np.uint8)[numbers].astype(np.int64)

    def _among_recent(self, wanted: Packed) -> tuple[Packed, Numbers]:
        held = sorted(self._recent.keys() & set(wanted.tolist()))
        return _flat(held, [self._recent[mark][:_MOST_HOLDERS] for mark in held])

    def _settle(self) -> None:
        marks, numbers = _flat(self._recent, self._recent.values())
        fresh = np.sort(marks << _NUMBER_BITS | numbers.view(np.uint64))
        self._recent, self._waiting = defaultdict(list), 0
        while self._runs and len(self._runs[-1]) <= 2 * len(fresh):
            fresh = np.sort(np.concatenate((self._runs.pop(), fresh)), kind="stable")
        self._runs.append(fresh)


def sample(marks: Marks, asked: Some | None = None) -> tuple[Packed, int]:
    """Return the marks by which a text is indexed, and how often they were halved.

    All of the opening, and of the rest those whose last bits are nought: two texts thin alike, so
    of a shared mark both or neither is left, as far as their lengths ask. Where `asked` is given,
    only what it tells of.
    """
    short = marks.view(np.uint64) >> _NUMBER_BITS
    halved = max(0, (len(short) - _OPENING) // _SAMPLE).bit_length()
    halved = max(0, halved - 1)
    kept = short & np.uint64((1 << halved) - 1) == 0
    kept[:_OPENING] = True
    return np.unique(short[kept if asked is None else kept & asked]), halved


def _flat(marks: Iterable[int], holders: Iterable[Sequence[int]]) -> tuple[Packed, Numbers]:
    # One row for each mark and holder, without a Python object for the row.
    some = list(holders)
    counts = np.fromiter(map(len, some), dtype=np.int64)
    each = np.fromiter(marks, dtype=np.uint64)
    return np.repeat(each, counts), np.fromiter(chain.from_iterable(some), dtype=np.int64)


def _estimated(
    counts: Numbers, sampled: NDArray[np.float64], share: Numbers
) -> NDArray[np.float64]:
    # What is held outside the sample stands in the opening, where all is kept; as many of the
    # sample as chance puts there do too. The others stand for their share of the rest.
    outside = counts - sampled
    opening = np.minimum(sampled, outside / np.maximum(share - 1, 1))
    opening = np.where(share == 1, sampled, opening)
    return np.asarray(outside + opening + (sampled - opening) * share, dtype=np.float64)


def _within(run: Packed, wanted: Packed) -> tuple[Packed, Numbers]:
    low = np.searchsorted(run, wanted << _NUMBER_BITS)
    high = np.searchsorted(run, wanted << _NUMBER_BITS | _NUMBER_MASK, side="right")
    counts = np.minimum(high - low, _MOST_HOLDERS)
    starts = np.repeat(low, counts)
    inside = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    numbers = (run[starts + inside] & _NUMBER_MASK).astype(np.int64)
    return np.repeat(wanted, counts), numbers
