"""When claims were published, by status: bars by day to year, as plain numbers to draw."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.show.brief.lines import Line
from tocsin.show.palette import STATUS
from tocsin.show.phrases import MONTHS, STATUSES, day

WIDTH, HEIGHT = 720.0, 96.0
# The longest span in days that is drawn in each step, and how far the next slot surely lies.
LONGEST = {"day": 45, "week": 300, "month": 1500, "year": date.max.toordinal()}
FORWARD = {"day": 1, "week": 7, "month": 32, "year": 367}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One block of a bar: where it stands in the drawing, its status and what it says."""

    x: float
    y: float
    width: float
    height: float
    status: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label under the drawing, at so many per cent of its width."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing: its blocks, its labels, the step it counts in and its tallest count."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    step: str
    peak: int
    width: float = WIDTH
    height: float = HEIGHT


def timeline_of(lines: Iterable[Line]) -> Timeline | None:
    """Return the drawing of `lines` by day of publication; None where fewer than two days are."""
    dated = [(line.published, line.kind) for line in lines if line.published is not None]
    if len({when for when, _ in dated}) < 2:
        return None
    first, last = min(dated)[0], max(dated)[0]
    step = _step((last - first).days)
    slots = _slots(first, last, step)
    counts = Counter((_slot(when, step), kind) for when, kind in dated)
    peak = max(Counter(_slot(when, step) for when, _ in dated).values())
    wide = WIDTH / len(slots)
    bars: list[Bar] = []
    for n, slot in enumerate(slots):
        found = {status: counts[slot, status] for status in STATUS if counts[slot, status]}
        bars += _stack(n * wide, wide, _said(slot, step), found, (HEIGHT - 6) / peak)
    return Timeline(bars=tuple(bars), ticks=_ticks(slots, wide, step), step=step, peak=peak)


def _step(span: int) -> str:
    return next(step for step, longest in LONGEST.items() if span <= longest)


def _slot(when: date, step: str) -> date:
    if step == "day":
        return when
    if step == "week":
        return when - timedelta(days=when.weekday())
    return when.replace(day=1) if step == "month" else when.replace(month=1, day=1)


def _slots(first: date, last: date, step: str) -> list[date]:
    found = [_slot(first, step)]
    while found[-1] < _slot(last, step):
        found.append(_slot(found[-1] + timedelta(days=FORWARD[step]), step))
    return found


def _stack(x: float, wide: float, said: str, counts: dict[str, int], unit: float) -> Iterator[Bar]:
    gap, top = min(2.0, wide * 0.15), HEIGHT
    for status, count in counts.items():
        top -= count * unit
        yield Bar(
            x=x + gap,
            y=top,
            width=wide - 2 * gap,
            height=count * unit,
            status=status,
            label=f"{said}: {count} {STATUSES.get(status, status)}",
        )


def _said(slot: date, step: str) -> str:
    if step in ("day", "week"):
        return f"{'week of ' if step == 'week' else ''}{day(slot)}"
    return str(slot.year) if step == "year" else f"{MONTHS[slot.month - 1]} {slot.year}"


def _ticks(slots: list[date], wide: float, step: str) -> tuple[Tick, ...]:
    every = max(1, -(-len(slots) // 6))
    return tuple(
        Tick(at=(n + 0.5) * wide / WIDTH * 100, text=_tick(slot, step))
        for n, slot in enumerate(slots)
        if n % every == 0
    )


def _tick(slot: date, step: str) -> str:
    short = step in ("day", "week")
    return f"{slot.day} {MONTHS[slot.month - 1]}" if short else _said(slot, step)
