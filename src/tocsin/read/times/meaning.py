"""What a time expression means, before it is filed as a record; parts of periods and of days."""

from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.read.times.grammar import Fields
from tocsin.read.times.periods import Interval, Period
from tocsin.records.layers import TimeType


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value, mod and days of an expression; `period` is what later words may refer to.

    `settled` tells that the interval is more than the days of the value, so that words such as
    "since" leave it alone; `length` is the span of a duration in calendar steps; `edge` is the part
    of the period that is meant.
    """

    type: TimeType
    value: str | None = None
    mod: str | None = None
    days: Interval = (None, None)
    period: Period | None = None
    settled: bool = False
    length: tuple[str, float] | None = None
    edge: str = ""


_MODS = {"early": "START", "begin": "START", "mid": "MID", "late": "END", "end": "END"}
# Where the parts of a unit begin and end, counted in its own steps (days, months or years).
_THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "begin": (0, 1), "end": (2, 3)}
_SPANS = {"decade": 10, "century": 100}
_QUARTERS = {"begin": (0, 3), "end": (9, 12)}


def mod_of(edge: str) -> str | None:
    """Return the TIMEX3 mod of a part such as "early"."""
    return _MODS.get(edge)


def part(period: Period, edge: str) -> Interval:
    """Return the days of a part: "late May" is 21 to 31 May, "early 2025" January to April."""
    first, last = period.days()
    if first is None or last is None or edge not in _MODS:
        return first, last
    low, high = _THIRDS[edge]
    if period.unit == "month":
        end = last if high == 3 else first + timedelta(days=10 * high - 1)
        return first + timedelta(days=10 * low), end
    if period.unit == "year":
        begin, stop = _QUARTERS.get(edge, (4 * low, 4 * high))
        months = Period("month", period.year, 1)
        return months.shift(begin).days()[0], months.shift(stop - 1).days()[1]
    if period.unit in _SPANS:
        begin, stop = (_SPANS[period.unit] * n // 3 for n in (low, high))
        years = Period("year", period.year)
        return years.shift(begin).days()[0], years.shift(stop - 1).days()[1]
    length = (last - first).days + 1
    start = first + timedelta(days=length * low // 3)
    return start, first + timedelta(days=length * high // 3 - 1)


def clock(fields: Fields) -> str | None:
    """Return the time of day as the end of a TIMEX3 value ("T20:00", "TMO"), or None."""
    if "hour" in fields:
        hour, minute = int(fields["hour"]), int(fields.get("minute", 0))
        if hour > 24:
            return None
        hour = _of_half(hour, fields.get("ampm") or _HALF.get(str(fields.get("daypart"))))
        return f"T{hour:02d}:{minute:02d}{fields.get('zone') or ''}"
    if "daypart" in fields:
        return f"T{fields['daypart']}"
    return None


_HALF = {"MO": "am", "AF": "pm", "EV": "pm"}


def _of_half(hour: int, half: object) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def moved(day: date, unit: str, n: float) -> date | None:
    """Return the day `n` units after `day` ("six months before 23 December" is 23 June)."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    try:
        if unit in months:
            return _months_on(day, round(n * months[unit]))
        days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "hour": 1 / 24}.get(unit, 0)
        return day + timedelta(days=round(n * days))
    except (ValueError, OverflowError):
        return None


def _months_on(day: date, n: int) -> date:
    month = Period("month", day.year, day.month).shift(n)
    last = month.days()[1]
    if last is None:
        raise OverflowError
    return last.replace(day=min(day.day, last.day))
