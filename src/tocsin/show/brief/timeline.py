"""When claims were published, by status: bars by day, week or month, as plain numbers to draw."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.show.brief.lines import Line
from tocsin.show.palette import STATUS
from tocsin.show.phrases import MONTHS, day

WIDTH, HEIGHT = 720.0, 96.0


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
    totals = Counter(_slot(when, step) for when, _ in dated)
    peak = max(totals.values())
    wide = WIDTH / len(slots)
    stacks = [_stack(n * wide, wide, slot, counts, peak) for n, slot in enumerate(slots)]
    bars = [bar for stack in stacks for bar in stack]
    return Timeline(bars=tuple(bars), ticks=_ticks(slots, wide, step), step=step, peak=peak)


def _step(span: int) -> str:
    if span <= 45:
        return "day"
    return "week" if span <= 300 else "month"


def _slot(when: date, step: str) -> date:
    if step == "month":
        return when.replace(day=1)
    return when - timedelta(days=when.weekday()) if step == "week" else when


def _slots(first: date, last: date, step: str) -> list[date]:
    found = [_slot(first, step)]
    while found[-1] < _slot(last, step):
        forward = {"day": 1, "week": 7, "month": 32}[step]
        found.append(_slot(found[-1] + timedelta(days=forward), step))
    return found


def _stack(
    x: float, wide: float, slot: date, counts: Counter[tuple[date, str]], peak: int
) -> list[Bar]:
    found, top = [], HEIGHT
    for status in STATUS:
        count = counts[slot, status]
        if not count:
            continue
        tall = count / peak * (HEIGHT - 6)
        top -= tall
        label = f"{day(slot)}: {count} {status}"
        gap = min(2.0, wide * 0.15)
        found.append(
            Bar(x=x + gap, y=top, width=wide - 2 * gap, height=tall, status=status, label=label)
        )
    return found


def _ticks(slots: list[date], wide: float, step: str) -> tuple[Tick, ...]:
    every = max(1, -(-len(slots) // 6))
    return tuple(
        Tick(at=(n + 0.5) * wide / WIDTH * 100, text=_tick(slot, step))
        for n, slot in enumerate(slots)
        if n % every == 0
    )


def _tick(slot: date, step: str) -> str:
    month = MONTHS[slot.month - 1]
    return f"{month} {slot.year}" if step == "month" else f"{slot.day} {month}"
