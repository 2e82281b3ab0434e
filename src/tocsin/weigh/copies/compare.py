"""What two texts share, as a part of the shorter, and where it stands in both."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tocsin.records import Span
from tocsin.weigh.copies.texts import Marks, Text

# Passages that only a few characters part are read as one.
_CLOSE = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shared:
    """The marks that two texts share. `share` (0 to 1) is their part of the shorter text."""

    marks: Marks = field(repr=False)
    share: float
    of_longer: float


def compare(one: Marks, other: Marks) -> Shared:
    """Return what two sorted sets of marks share.

    Containment, not overlap of the whole: a cut copy shares all that is left of it (Broder 1997).
    """
    marks = np.intersect1d(one, other, assume_unique=True)
    shorter, longer = sorted((len(one), len(other)))
    return Shared(
        marks=marks,
        share=len(marks) / shorter if shorter else 0.0,
        of_longer=len(marks) / longer if longer else 0.0,
    )


def passages(text: Text, marks: Marks) -> tuple[Span, ...]:
    """Return the stretches of `text` that `marks` cover, joined where they touch or nearly do."""
    if not len(marks):
        return ()
    runs = text.carriers[0].fingerprint.spans
    places = np.sort(text.order[np.searchsorted(text.marks, marks)])
    breaks = np.flatnonzero(np.diff(places) > 1)
    first = places[np.concatenate(([0], breaks + 1))].tolist()
    last = places[np.concatenate((breaks, [len(places) - 1]))].tolist()
    return _joined([(runs[a][0], runs[b][1]) for a, b in zip(first, last, strict=True)])


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + _CLOSE:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
