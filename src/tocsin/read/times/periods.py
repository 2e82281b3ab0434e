"""Stretches of the calendar: a day, week, month, quarter, season, year … as one frozen value.

Years before Christ are negative (490 BC is -490); they have a TIMEX3 value but no days, since
Python's calendar begins with year 1.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]
Interval = tuple[date | None, date | None]

_SEASONS = ("SP", "SU", "FA", "WI")
_YEARS = {"year": 1, "decade": 10, "century": 100}
_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_FINENESS: tuple[Unit, ...] = (
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """One `unit` of the calendar. `index` counts it within its year (for a day: the month)."""

    unit: Unit
    year: int
    index: int = 0
    day: int = 0

    def value(self) -> str:
        """Return the TIMEX3 value."""
        era, year = ("BC", -self.year) if self.year < 0 else ("", self.year)
        if self.unit in _YEARS:
            digits = f"{year:04d}"
            return era + digits[: len(digits) + 1 - len(str(_YEARS[self.unit]))]
        forms = {
            "day": f"-{self.index:02d}-{self.day:02d}",
            "week": f"-W{self.index:02d}",
            "weekend": f"-W{self.index:02d}-WE",
            "month": f"-{self.index:02d}",
            "quarter": f"-Q{self.index}",
            "half": f"-H{self.index}",
            "season": f"-{_SEASONS[(self.index - 1) % 4]}",
        }
        return f"{era}{year:04d}{forms[self.unit]}"

    def days(self) -> Interval:
        """Return first and last day, or (None, None) outside Python's calendar."""
        try:
            first = self._first()
            return first, self.shift(1)._first() - timedelta(days=1) + _TAIL.get(self.unit, _ZERO)
        except (ValueError, OverflowError):
            return None, None

    def start(self) -> date | None:
        """Return the first day."""
        return self.days()[0]

    def shift(self, n: int) -> "Period":
        """Return the period `n` of the same unit later (earlier, if negative)."""
        if self.unit in _YEARS:
            return Period(self.unit, _skip_zero(self.year, n * _YEARS[self.unit]))
        if self.unit in _PER_YEAR:
            per = _PER_YEAR[self.unit]
            total = self.year * per + self.index - 1 + n
            return Period(self.unit, total // per, total % per + 1)
        step = timedelta(days=n if self.unit == "day" else 7 * n)
        return containing(self._first() + step, self.unit)

    def within(self, unit: Unit) -> "Period":
        """Return the `unit` that holds this period's first day."""
        if self.unit in _YEARS and unit in _YEARS:
            return _years(unit, self.year)
        if self.year < 1:
            return _years("year", self.year) if unit not in _YEARS else _years(unit, self.year)
        return containing(self._first(), unit)

    def finer(self, unit: Unit) -> bool:
        """Tell whether this period is as fine as `unit` or finer."""
        return _FINENESS.index(self.unit) <= _FINENESS.index(unit)

    def _first(self) -> date:
        if self.unit == "day":
            return date(self.year, self.index, self.day)
        if self.unit in ("week", "weekend"):
            monday = date.fromisocalendar(self.year, self.index, 1)
            return monday if self.unit == "week" else monday + timedelta(days=5)
        months = {"month": 1, "quarter": 3, "half": 6, "season": 3}
        if self.unit in months:
            offset = 3 if self.unit == "season" else 1
            return date(self.year, offset + (self.index - 1) * months[self.unit], 1)
        return date(self.year, 1, 1)


_ZERO = timedelta(0)
# A weekend lasts two days, though the next one is seven days off.
_TAIL = {"weekend": timedelta(days=-5)}


def containing(day: date, unit: Unit) -> Period:
    """Return the `unit` of the calendar that holds `day`; a weekend is that of its week."""
    if unit == "day":
        return Period("day", day.year, day.month, day.day)
    if unit in ("week", "weekend"):
        iso = day.isocalendar()
        return Period(unit, iso.year, iso.week)
    if unit == "season":
        index = (day.month - 3) % 12 // 3 + 1
        return Period(unit, day.year - (day.month < 3), index)
    if unit in _PER_YEAR:
        per = 12 // _PER_YEAR[unit]
        return Period(unit, day.year, (day.month - 1) // per + 1)
    return _years(unit, day.year)


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return the day, or None where the calendar has none ("30 February")."""
    if not 1 <= month <= 12 or day < 1:
        return None
    length = monthrange(year, month)[1] if 1 <= year <= 9999 else 31
    return Period("day", year, month, day) if day <= length else None


def _years(unit: Unit, year: int) -> Period:
    step = _YEARS[unit]
    return Period(unit, year // step * step if year > 0 else -(-year // step * step))


def _skip_zero(year: int, n: int) -> int:
    # There is no year 0: the year after 1 BC is 1.
    moved = year + n
    return moved if (moved > 0) == (year > 0) and moved != 0 else moved + (1 if n > 0 else -1)
