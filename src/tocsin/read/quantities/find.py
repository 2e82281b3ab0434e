"""Finds the figures of a report."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.quantities.ages import age_unit
from tocsin.read.quantities.bounds import bounded
from tocsin.read.quantities.counted import Counted, counted
from tocsin.read.quantities.designators import is_designator
from tocsin.read.quantities.figures import Figure, measured
from tocsin.read.quantities.lexicon import Kind, Lexicon
from tocsin.read.quantities.numerals import numerals
from tocsin.read.quantities.pairs import paired
from tocsin.read.quantities.ranges import joined
from tocsin.read.quantities.rules import BoundKind, Number
from tocsin.read.quantities.shifts import shifted
from tocsin.read.syntax import Document
from tocsin.records import Quantity, Span
from tocsin.records.layers import Bound, Change

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_NOTHING = Counted(None)
_UNITS: dict[Kind, str] = {"share": "percent", "bare share": "percent", "multiple": "times"}


def find_quantities(
    document: Document, rules: Lexicon, taken: Sequence[Span] = ()
) -> list[Quantity]:
    """Return the figures of the report in order, each with its bounds, unit and counted thing.

    A number that overlaps a span of `taken` (dates, names that hold a figure) is left out; its
    rate may: of "300 barrels a day" the last two words are a time too. Without sentences, `of` is
    None: what a figure counts is read from the parse alone.
    """
    text = document.text
    free = _Free(taken)
    measures = (measured(text, numeral, rules) for numeral in numerals(text, rules))
    figures = (f for f in measures if f and free.holds((f.start, f.number_end)))
    found = (_quantity(document, f, rules) for f in joined(text, figures, rules))
    return paired(text, (quantity for quantity in found if quantity), rules)


class _Free:
    """What no other reader has taken, looked up in order of the text."""

    def __init__(self, taken: Sequence[Span]) -> None:
        self._taken = sorted(taken)
        self._starts = [span[0] for span in self._taken]

    def holds(self, span: Span) -> bool:
        """Whether `span` overlaps nothing taken."""
        i = bisect_right(self._starts, span[0])
        before = self._taken[i - 1] if i else (0, 0)
        after = self._taken[i] if i < len(self._taken) else (span[1], span[1])
        return before[1] <= span[0] and after[0] >= span[1]


def _quantity(document: Document, figure: Figure, rules: Lexicon) -> Quantity | None:
    text = document.text
    age = age_unit(document, figure, rules)
    if age:
        figure, thing = replace(figure, unit=age), _NOTHING
    else:
        thing = counted(document, figure, rules) if document.sentences else _NOTHING
    figure = _whole(text, figure, thing)
    if is_designator(text, figure, rules, counts=thing.plural):
        return None
    start, end, kind = bounded(text, figure, rules)
    change = shifted(text, figure, start, end, rules)
    if not _speaks(text, figure, rules, bound=kind or change, thing=thing):
        return None
    low, high, best, bound = _values(figure, kind)
    return Quantity(
        span=(start, end),
        text=text[start:end],
        low=low,
        high=high,
        best=best,
        bound=bound,
        unit=_UNITS.get(figure.kind, figure.unit),
        of=thing.text,
        change=change,
    )


def _whole(text: str, figure: Figure, thing: Counted) -> Figure:
    """Return a figure such as "1.100 houses" as thousands: things are whole, not parts of one."""
    written = text[figure.number_start : figure.number_end]
    if figure.unit or figure.scale != 1 or not thing.plural or not _THOUSANDS.fullmatch(written):
        return figure
    value = int(re.sub(r"\D", "", written))
    return replace(figure, low=value, high=value, best=value)


def _speaks(
    text: str, figure: Figure, rules: Lexicon, *, bound: BoundKind | Change | None, thing: Counted
) -> bool:
    """Whether a word that is no figure everywhere ("one", "half") is one here."""
    if figure.kind == "bare share":
        return bound is not None
    numbers = rules.rules.numbers
    if text[figure.start : figure.end].lower() not in numbers.shy:
        return True
    if bound or figure.unit or thing.to_the_right or thing.listed:
        return True
    behind = _NEXT_WORD.match(text, figure.end)
    return behind is not None and behind[1].lower() in numbers.shy_followers


def _values(
    figure: Figure, kind: BoundKind | None
) -> tuple[Number | None, Number | None, Number | None, Bound]:
    """Return low, high, best and bound by the table of amounts."""
    if kind == "at_least":
        return figure.low, None, figure.best, kind
    if kind == "at_most":
        return None, figure.high, figure.best, kind
    plain: Bound = "about" if kind else "exact"
    if figure.low != figure.high:
        plain = "vague" if figure.kind == "vague" else "range"
    return figure.low, figure.high, figure.best, plain
