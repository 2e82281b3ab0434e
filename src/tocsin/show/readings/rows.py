"""Cuts a report into rows short enough to stand beside their claims, however long it is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from tocsin.records import Span

# A paragraph of more characters than this goes on in a new row at the next sentence, so that its
# claims stand near their words.
LONG = 600
# Where no sentence ends, a row ends anyway.
LONGEST = 4000

_BREAK = re.compile(r"[\r\n]\s*")


def windows(text: str, sentences: Sequence[Span]) -> list[Span]:
    r"""Return the spans of the rows of `text`, in order; between them stands only white space.

    A line end within a sentence (text wrapped by hand) does not end a row.

    >>> windows("One line.\nTwo.", [(0, 9), (10, 14)])
    [(0, 9), (10, 14)]
    """
    known = sorted(sentences)
    starts = [start for start, _ in known]
    whole = (row for span in _paragraphs(text, known, starts) for row in _parted(span, starts))
    return list(chain.from_iterable(_forced(text, span) for span in whole))


def row_of(at: int, rows: Sequence[Span]) -> int:
    """Return the number of the row that holds the character `at`, or the last one before it."""
    return max(0, bisect_right(rows, at, key=lambda row: row[0]) - 1)


def _paragraphs(text: str, known: list[Span], starts: list[int]) -> Iterator[Span]:
    begin = 0
    for gap in _BREAK.finditer(text):
        last = bisect_left(starts, gap.start()) - 1
        if last >= 0 and known[last][1] > gap.end():
            continue
        if text[begin : gap.start()].strip():
            yield begin, gap.start()
        begin = gap.end()
    if text[begin:].strip():
        yield begin, len(text)


def _parted(span: Span, starts: list[int]) -> Iterator[Span]:
    begin, end = span
    for at in starts[bisect_right(starts, begin) : bisect_left(starts, end)]:
        if at - begin >= LONG:
            yield begin, at
            begin = at
    yield begin, end


def _forced(text: str, span: Span) -> Iterator[Span]:
    begin, end = span
    while end - begin > LONGEST:
        space = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
        at = space + 1 if space >= 0 else begin + LONGEST
        yield begin, at
        begin = at
    yield begin, end
