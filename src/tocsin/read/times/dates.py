"""Dates: what is said of them is taken, what is left unsaid is filled from the anchor."""

from datetime import timedelta
from functools import partial
from typing import cast

from tocsin.read.times.choices import Finder, choose, day_near, weekday_near
from tocsin.read.times.context import Context
from tocsin.read.times.feasts import feast, feast_days, nth_weekday
from tocsin.read.times.grammar import Fields
from tocsin.read.times.meaning import Meaning, clock, mod_of, part
from tocsin.read.times.periods import Interval, Period, Unit, containing, day_of
from tocsin.read.times.rules import TimeRules
from tocsin.read.times.shifts import shifted
from tocsin.records.layers import TimeType

_LAST_YEAR = 9999


def dated(fields: Fields, context: Context, rules: TimeRules) -> Meaning | None:
    """Return the date, or time of a day, that `fields` name; None where there is no such day."""
    base, known = _base(fields, context)
    period = _refine(fields, base, context, rules)
    if period is None:
        return _unknown(fields)
    held = feast_days(str(fields.get("feast")), period.year, rules)
    if held:
        return Meaning("DATE", None, None, held)
    tail = clock(fields)
    edge = str(fields.get("edge", ""))
    days = part(period, edge) if edge else period.days()
    settled = False
    if "side" in fields or (known and not edge and fields.get("turn") == 0 and not tail):
        days, settled = _cut(period, fields.get("side"), context), True
    value = period.value() + (tail or "")
    kind: TimeType = "TIME" if tail else "DATE"
    return Meaning(kind, value, mod_of(edge), days, period, settled, edge=edge)


def _base(fields: Fields, context: Context) -> tuple[Period | None, bool]:
    """Return the larger period that the words name, and whether it is read from an anchor."""
    for name, read in (("year", _year), ("decade", _decade), ("century", _century)):
        if name in fields:
            return read(fields, context), False
    if "unit" in fields:
        return shifted(fields, context), True
    return None, False


def _year(fields: Fields, context: Context) -> Period | None:
    year = int(fields["year"])
    if fields.get("era") == "BC":
        return Period("year", -year) if year else None
    if "short_year" in fields or ("after_last" in fields and year < 100):
        anchor = context.last if "after_last" in fields else context.anchor()
        year = _full(year, (1700, 1800, 1900, 2000), anchor)
    return Period("year", year) if 0 < year <= _LAST_YEAR else None


def _decade(fields: Fields, context: Context) -> Period:
    decade = int(fields["decade"])
    if fields.get("era") == "BC":
        return Period("decade", -decade)
    return Period(
        "decade", decade if decade > 99 else _full(decade, (1800, 1900), context.anchor())
    )


def _century(fields: Fields, context: Context) -> Period | None:
    number = int(fields["century"])
    if fields.get("era") == "BC":
        return Period("century", -(number - 1) * 100)
    return Period("century", (number - 1) * 100) if number < 100 else None


def _full(year: int, centuries: tuple[int, ...], anchor: Period | None) -> int:
    """Return the year of the century nearest to the anchor that ends in these two digits."""
    near = anchor.year if anchor else 2000
    return min((century + year for century in centuries), key=lambda y: abs(y - near))


def _refine(
    fields: Fields, base: Period | None, context: Context, rules: TimeRules
) -> Period | None:
    """Return the finest period named within `base`, or near the anchor where there is no base."""
    if _unfit(fields, base):
        return None
    finder = _finder(fields, rules)
    if base is not None:
        return _inside(base, fields, finder)
    if finder:
        return choose(finder, fields, context)
    if "day" in fields:
        return day_near(int(fields["day"]), context)
    if "weekday" in fields:
        return weekday_near(int(fields["weekday"]), fields, context)
    return context.day() if clock(fields) else None


def _inside(base: Period, fields: Fields, finder: Finder | None) -> Period | None:
    if base.unit in ("week", "weekend") and "weekday" in fields:
        monday = base.within("week").start()
        return containing(monday + timedelta(int(fields["weekday"]) - 1), "day") if monday else None
    if base.unit == "month" and "day" in fields:
        return day_of(base.year, base.index, int(fields["day"]))
    return finder(base.year) if finder and base.unit != "day" else base


def _unfit(fields: Fields, base: Period | None) -> bool:
    # Words that name a year or a distance without giving one leave nothing to refine.
    named = any(name in fields for name in ("year", "decade", "century", "unit"))
    return named and base is None


def _finder(fields: Fields, rules: TimeRules) -> Finder | None:
    """Return what finds the named month, day, season or feast in a given year."""
    if "feast" in fields:
        return partial(feast, str(fields["feast"]), int(fields.get("offset", 0)), rules)
    if "nth" in fields:
        return partial(nth_weekday, *(int(fields[k]) for k in ("month", "weekday", "nth")))
    if "month" in fields and "day" in fields:
        month, day = int(fields["month"]), int(fields["day"])
        return lambda year: day_of(year, month, day)
    for unit in ("month", "season", "quarter", "half"):
        if unit in fields:
            return partial(_indexed, cast("Unit", unit), int(fields[unit]))
    return None


def _indexed(unit: Unit, index: int, year: int) -> Period:
    return Period(unit, year, index)


def _cut(period: Period, side: object, context: Context) -> Interval:
    """Return the part of "this year" that is past, or to come."""
    first, last = period.days()
    now = context.today
    if now is None or first is None or last is None or not first <= now <= last:
        return first, last
    if side == "earlier" or (side is None and context.direction == "back"):
        return first, now
    if side == "later" or (side is None and context.direction == "ahead"):
        return now, last
    return first, last


def _unknown(fields: Fields) -> Meaning | None:
    """Return what is certain without an anchor ("Monday" is XXXX-WXX-1); None for 31 June."""
    year = int(fields.get("year", 4))
    day = "day" in fields and day_of(year, int(fields.get("month", 1)), int(fields["day"]))
    if day is None:
        return None
    kind: TimeType = "TIME" if clock(fields) else "DATE"
    if "unit" in fields:
        return Meaning(kind)
    value = _certain(fields) + (clock(fields) or "")
    return Meaning(kind, value, mod_of(str(fields.get("edge", ""))))


def _certain(fields: Fields) -> str:
    if "month" in fields:
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"XXXX-{int(fields['month']):02d}{day}"
    if "day" in fields:
        return f"XXXX-XX-{int(fields['day']):02d}"
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}"
    if "season" in fields:
        return "XXXX" + Period("season", 1, int(fields["season"])).value()[4:]
    return "XXXX-XX-XX"
