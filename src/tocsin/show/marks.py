"""Cuts a text at the edges of marks that may overlap, so that any screen can colour the pieces."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tocsin.records import Span


class Mark(NamedTuple):
    """A stretch of text to point at: where it is, what it is, and which claim it belongs to."""

    span: "Span"
    kind: str
    claim: str = ""


class Piece(NamedTuple):
    """A run of characters under the same marks; `marks` is empty for plain text."""

    text: str
    marks: tuple[Mark, ...] = ()


def cut(text: str, marks: Iterable[Mark], window: "Span | None" = None) -> list[Piece]:
    """Return `text` (or its `window`) as pieces that join to it again, each with its marks.

    Marks may overlap, touch, nest, or reach beyond the window; empty ones are dropped.

    >>> cut("12,000 troops", [Mark((0, 6), "figure")])[0].text
    '12,000'
    """
    start, end = window or (0, len(text))
    inside = [mark for mark in marks if max(mark.span[0], start) < min(mark.span[1], end)]
    edges = {start, end}
    for mark in inside:
        edges |= {max(mark.span[0], start), min(mark.span[1], end)}
    ordered = sorted(edges)
    return [
        Piece(text[a:b], tuple(m for m in inside if m.span[0] <= a and b <= m.span[1]))
        for a, b in pairwise(ordered)
    ]


def around(span: "Span", sentences: "Iterable[Span]", length: int, *, more: int = 0) -> "Span":
    """Return the stretch of whole sentences that holds `span`, with `more` sentences on each side.

    Where no sentence is known, it is the span and 200 characters on each side.
    """
    known = sorted(sentences)
    touched = [n for n, (a, b) in enumerate(known) if a < span[1] and span[0] < b]
    if not touched:
        return max(0, span[0] - 200), min(length, span[1] + 200)
    first, last = max(0, touched[0] - more), min(len(known) - 1, touched[-1] + more)
    return min(known[first][0], span[0]), max(known[last][1], span[1])
