"""Figures side by side: what each source counted, by kind of event, in order of publication."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log10

from tocsin.records import Quantity
from tocsin.show.brief.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure with its line, and its place on the group's common scale in per cent.

    An open bound runs to the edge of the scale: `from_` or `to` is then None.
    """

    line: Line
    quantity: Quantity
    from_: float | None
    to: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """The figures of one event type, oldest first, on one scale from `low` to `high`."""

    type: str
    low: float
    high: float
    rows: tuple[FigureRow, ...]


def figures_of(lines: Iterable[Line]) -> list[FigureGroup]:
    """Return the figures of `lines` in groups by event type, the fullest group first.

    Background is left out: the toll of an older war says nothing about this one. A figure that
    stands alone is in its line already, so groups of one are shown only where there are no others.
    """
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if _ends(line.claim.quantity) and not line.claim.historical:
            groups.setdefault(line.claim.event.type, []).append(line)
    several = {kind: found for kind, found in groups.items() if len(found) > 1}
    made = [_group(kind, found) for kind, found in (several or groups).items()]
    return sorted(made, key=lambda group: (-len(group.rows), group.type))


def _group(kind: str, lines: Sequence[Line]) -> FigureGroup:
    ends = [end for line in lines for end in _ends(line.claim.quantity)]
    low, high = min(ends), max(ends)
    ordered = sorted(lines, key=lambda line: (line.published is None, line.published))
    rows = [_row(line, line.claim.quantity, low, high) for line in ordered if line.claim.quantity]
    return FigureGroup(type=kind, low=low, high=high, rows=tuple(rows))


def _row(line: Line, quantity: Quantity, low: float, high: float) -> FigureRow:
    return FigureRow(
        line=line,
        quantity=quantity,
        from_=None if quantity.low is None else _at(quantity.low, low, high),
        to=None if quantity.high is None else _at(quantity.high, low, high),
    )


def _ends(quantity: Quantity | None) -> list[float]:
    if quantity is None:
        return []
    return [float(end) for end in (quantity.low, quantity.high) if end is not None]


def _at(value: float, low: float, high: float) -> float:
    # A log scale from 8 to 92 per cent, so that an open bound still has room to show its arrow.
    first, last = _log(low), _log(high)
    return 50.0 if last == first else 8 + 84 * (_log(value) - first) / (last - first)


def _log(value: float) -> float:
    return log10(max(value, 0.0) + 1)
