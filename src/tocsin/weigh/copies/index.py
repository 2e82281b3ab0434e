"""An index of what has been carried, to ask of a new text which known ones hold its words."""

from array import array
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from tocsin.records import Carried, Fingerprint
from tocsin.weigh.copies.postings import Postings
from tocsin.weigh.copies.texts import when

# What an estimate from a sample of the marks must come to; `find_origins` compares all of them.
# What many texts hold tells only where it is most of a text.
_FEWEST, _SHARE, _MOSTLY = 4, 0.1, 0.5
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A known text that holds the words of the one asked for; `sighting` carried it earliest.

    `share` (0 to 1) is the part of the shorter text that both hold, estimated from a sample.
    """

    sighting: str
    report: str
    share: float


class CopyIndex:
    """Texts by their marks, grown one by one; each takes about a kilobyte, whatever its length.

    Asking costs no more for ten thousand copies of one text than for thirty: of those, the ones
    that were put in first are found. An inverted index over a sample of the marks that is the same
    for a shared mark in every text (Manber 1994).
    """

    def __init__(self) -> None:
        self._postings = Postings()
        self._number: dict[str, int] = {}
        self._reports: list[str] = []
        # Who carried each first, and when in microseconds; the lengths of the texts.
        self._sightings: list[str] = []
        self._at = array("q")
        self._lengths = array("I")

    def __len__(self) -> int:
        return len(self._reports)

    @property
    def nbytes(self) -> int:
        """The bytes of the marks, without the names of the reports."""
        return self._postings.nbytes

    def add(self, one: Carried) -> None:
        """Put in a sighting; one whose text is known already takes no room, twice the same nothing.

        Raises:
            OverflowError: beyond sixteen million texts.
        """
        known = self._number.get(one.report)
        if known is not None:
            held = self._at[known], self._sightings[known]
            self._at[known], self._sightings[known] = min(held, _moment(one))
            return
        marks = np.array(one.fingerprint.marks, dtype=np.int64)
        self._number[one.report] = self._postings.add(marks)
        self._reports.append(one.report)
        at, sighting = _moment(one)
        self._at.append(at)
        self._sightings.append(sighting)
        self._lengths.append(len(marks))

    def matches(self, fingerprint: Fingerprint) -> tuple[Match, ...]:
        """Return the known texts that share a tenth of the shorter text or more, most first.

        A text that is in the index is among its own matches.
        """
        marks = np.array(fingerprint.marks, dtype=np.int64)
        hits = self._postings.hits(marks, min(_FEWEST, max(1, len(marks))))
        lengths = np.frombuffer(self._lengths, dtype=np.uint32)[hits.numbers].astype(np.float64)
        shares = hits.likely / np.maximum(1, np.minimum(lengths, len(marks)))
        telling = (hits.rare >= _FEWEST) | (shares >= _MOSTLY)
        enough = (shares >= _SHARE) & telling
        numbers, shares = hits.numbers[enough], np.minimum(1.0, shares[enough])
        best = np.lexsort((numbers, -shares))[:_MOST]
        return tuple(
            self._match(int(number), float(share))
            for number, share in zip(numbers[best], shares[best], strict=True)
        )

    def _match(self, number: int, share: float) -> Match:
        sighting = self._sightings[number]
        return Match(sighting=sighting, report=self._reports[number], share=round(share, 4))


_EPOCH, _TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


def _moment(one: Carried) -> tuple[int, str]:
    at, sighting = when(one)
    return (at - _EPOCH) // _TICK, sighting
