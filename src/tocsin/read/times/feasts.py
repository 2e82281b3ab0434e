"""Feasts and other named days, found in any year by their rule."""

from datetime import date, timedelta

from tocsin.read.times.periods import Period, containing, day_of
from tocsin.read.times.rules import TimeRules

_FIRST_GREGORIAN_YEAR, _LAST_YEAR = 1583, 9999


def feast(name: str, offset: int, rules: TimeRules, year: int) -> Period | None:
    """Return the feast's first day in `year`, `offset` days off; None where it is not known."""
    if name == "easter":
        if not _FIRST_GREGORIAN_YEAR <= year < _LAST_YEAR:
            return None
        return containing(_easter(year) + timedelta(days=offset), "day")
    held = feast_days(name, year, rules)
    return containing(held[0], "day") if held else None


def feast_days(name: str, year: int, rules: TimeRules) -> tuple[date, date] | None:
    """Return first and last day of a feast that the rules list by year."""
    known = rules.feasts.get(name, {}).get(str(year))
    return (date.fromisoformat(known[0]), date.fromisoformat(known[1])) if known else None


def _easter(year: int) -> date:
    """Return Easter Sunday: the anonymous Gregorian method (Meeus, Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(month: int, weekday: int, nth: int, year: int) -> Period | None:
    """Return the nth such weekday of the month; -1 is the last."""
    first, last = Period("month", year, month).days()
    if first is None or last is None:
        return None
    if nth < 0:
        return containing(last - timedelta(days=(last.isoweekday() - weekday) % 7), "day")
    return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
