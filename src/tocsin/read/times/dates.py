"""Dates: what is said of them is taken, what is left unsaid is filled from the anchor."""

from collections.abc import Callable
from datetime import date, timedelta

from tocsin.read.times.context import Context
from tocsin.read.times.grammar import Fields
from tocsin.read.times.meaning import Meaning, clock, mod_of, part
from tocsin.read.times.periods import Period, containing, day_of
from tocsin.read.times.rules import TimeRules
from tocsin.read.times.shifts import shifted

# A history told on from December to January has turned the year.
_TURN_OF_YEAR = 300
_WEEKS_PAST = 30
_YEARLY = ("year", "decade", "century")
_Finder = Callable[[int], Period | None]


def dated(fields: Fields, context: Context, rules: TimeRules) -> Meaning | None:
    """Return the date, or time of a day, that `fields` name; None where there is no such day."""
    base, known = _base(fields, context)
    period = _refine(fields, base, context, rules)
    if period is None:
        return None if _impossible(fields) else _unknown(fields)
    feast = _long_feast(fields, period, rules)
    if feast:
        return feast
    tail = clock(fields)
    edge = str(fields.get("edge", ""))
    days = part(period, edge) if edge else period.days()
    settled = False
    if "side" in fields or (known and not edge and fields.get("turn") == 0 and not tail):
        days, settled = _cut(period, fields.get("side"), context), True
    value = period.value() + (tail or "")
    return Meaning("TIME" if tail else "DATE", value, mod_of(edge), days, period, settled)


def _base(fields: Fields, context: Context) -> tuple[Period | None, bool]:
    """Return the larger period that the words name, and whether it is read from an anchor."""
    if "year" in fields:
        return _year(fields, context), False
    if "decade" in fields:
        return _decade(fields, context), False
    if "century" in fields:
        number = int(fields["century"])
        year = -(number * 100 - 99) if fields.get("era") == "BC" else (number - 1) * 100 + 1
        if fields.get("era") == "BC":
            return Period("century", -(number - 1) * 100), False
        return Period("year", year).within("century"), False
    if "unit" in fields:
        return shifted(fields, context), True
    return None, False


def _year(fields: Fields, context: Context) -> Period:
    year = int(fields["year"])
    if fields.get("era") == "BC":
        return Period("year", -year)
    if year < 100 and ("short_year" in fields or "after_last" in fields):
        anchor = context.last if "after_last" in fields else context.anchor() or context.now()
        near = anchor.year if anchor else 2000
        year = min((c + year for c in (1700, 1800, 1900, 2000)), key=lambda y: abs(y - near))
    return Period("year", year)


def _decade(fields: Fields, context: Context) -> Period:
    decade = int(fields["decade"])
    if fields.get("era") == "BC":
        return Period("decade", -decade)
    if decade < 100:
        anchor = context.anchor() or context.now()
        near = anchor.year if anchor else 2000
        return Period(
            "decade", min((c + decade for c in (1800, 1900)), key=lambda y: abs(y - near))
        )
    return Period("decade", decade)


def _refine(
    fields: Fields, base: Period | None, context: Context, rules: TimeRules
) -> Period | None:
    """Return the finest period named within `base`, or near the anchor where there is no base."""
    month, day = fields.get("month"), fields.get("day")
    if base and base.unit in ("week", "weekend") and "weekday" in fields:
        monday = base.within("week").start()
        return containing(monday + timedelta(int(fields["weekday"]) - 1), "day") if monday else None
    if base and base.unit == "month" and day is not None:
        return day_of(base.year, base.index, int(day))
    finder = _finder(fields, rules)
    if finder:
        if base and base.unit != "day":
            return finder(base.year)
        return _choose(finder, fields, context)
    if base:
        return base
    if day is not None and month is None:
        return _day_alone(int(day), context)
    if "weekday" in fields:
        return _weekday(int(fields["weekday"]), fields, context)
    return context.day() if clock(fields) else None


def _finder(fields: Fields, rules: TimeRules) -> _Finder | None:
    """Return what finds the named month, day, season or feast in a given year."""
    if "feast" in fields:
        return lambda year: _feast(str(fields["feast"]), int(fields.get("offset", 0)), year, rules)
    if "nth" in fields:
        month, weekday, nth = (int(fields[k]) for k in ("month", "weekday", "nth"))
        return lambda year: _nth(year, month, weekday, nth)
    if "month" in fields and "day" in fields:
        return lambda year: day_of(year, int(fields["month"]), int(fields["day"]))
    for unit in ("month", "season", "quarter", "half"):
        if unit in fields:
            index = int(fields[unit])
            return lambda year, unit=unit, index=index: Period(unit, year, index)  # type: ignore[misc]
    return None


def _choose(finder: _Finder, fields: Fields, context: Context) -> Period | None:
    """Return the year's choice nearest to what tense and words demand of the anchor."""
    anchor = context.anchor()
    if anchor is None:
        return None
    found = [p for n in (-1, 0, 1) if (p := finder(anchor.year + n))]
    if not found:
        return None
    if anchor.year < 2:
        return found[min(1, len(found) - 1)]
    if "weekday" in fields and "day" in fields:
        agreeing = [p for p in found if _weekday_of(p) == fields["weekday"]]
        found = agreeing or found
    if "turn" in fields:
        return _turned(found, int(fields["turn"]), anchor)
    if context.narrative:
        return _onward(found, anchor)
    return _directed(found, context, anchor)


def _directed(found: list[Period], context: Context, anchor: Period) -> Period:
    now = anchor.start() or date.min
    back = [p for p in found if (p.start() or date.max) <= now]
    ahead = [p for p in found if (p.days()[1] or date.min) >= now]
    if context.direction == "back" and back:
        return back[-1]
    if context.direction == "ahead" and ahead and not _just_past(back, now):
        return ahead[0]
    return min(found, key=lambda p: abs(((p.start() or date.min) - now).days))


def _just_past(back: list[Period], now: date) -> bool:
    # Of a day a few weeks past nobody says the next one without its year.
    start = back[-1].start() if back and back[-1].unit == "day" else None
    return start is not None and (now - start).days <= _WEEKS_PAST


def _onward(found: list[Period], anchor: Period) -> Period:
    """In a history: the year of the last date, or the next where the story passes New Year."""
    same = next((p for p in found if p.year == anchor.year), found[0])
    here, now = same.start(), anchor.start()
    if not here or not now or anchor.unit in _YEARLY or (now - here).days < _TURN_OF_YEAR:
        return same
    return found[-1]


def _turned(found: list[Period], turn: int, anchor: Period) -> Period:
    here = anchor.within(found[0].unit if found[0].unit != "day" else "day")
    now = here.start() or date.min
    if turn < 0:
        return [p for p in found if (p.start() or date.max) < now][-1:][0]
    if turn > 0:
        return next(p for p in found if (p.start() or date.min) > now)
    return next((p for p in found if p.year == anchor.year), found[0])


def _weekday(weekday: int, fields: Fields, context: Context) -> Period | None:
    anchor = context.day() if context.narrative else context.now()
    today = anchor.start() if anchor else None
    if today is None:
        return None
    back = (today.isoweekday() - weekday) % 7
    turn = fields.get("turn")
    if turn == -1:
        step = -(back or 7)
    elif turn == 1:
        step = 7 - back
    elif turn == 0:
        step = weekday - today.isoweekday()
    elif context.direction == "ahead" and not context.narrative:
        step = (weekday - today.isoweekday()) % 7
    else:
        step = -back
    return containing(today + timedelta(days=step), "day")


def _day_alone(day: int, context: Context) -> Period | None:
    anchor = context.reference()
    if anchor is None or not anchor.finer("month"):
        return None
    month = anchor.within("month")
    found = [p for n in (-1, 0, 1) if (p := _in_month(month.shift(n), day))]
    if anchor is context.last or not found:
        return _in_month(month, day)
    return _directed(found, context, anchor)


def _in_month(month: Period, day: int) -> Period | None:
    return day_of(month.year, month.index, day)


def _cut(period: Period, side: object, context: Context) -> tuple[date | None, date | None]:
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


def _feast(name: str, offset: int, year: int, rules: TimeRules) -> Period | None:
    if name == "easter":
        return containing(_easter(year) + timedelta(days=offset), "day") if year > 1582 else None
    known = rules.feasts.get(name, {}).get(str(year))
    return containing(date.fromisoformat(known[0]), "day") if known else None


def _long_feast(fields: Fields, period: Period, rules: TimeRules) -> Meaning | None:
    """Return a feast of several days by its first and last; no TIMEX3 value names these."""
    known = rules.feasts.get(str(fields.get("feast")), {}).get(str(period.year))
    if not known:
        return None
    first, last = map(date.fromisoformat, known)
    return Meaning("DATE", None, None, (first, last))


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


def _nth(year: int, month: int, weekday: int, nth: int) -> Period | None:
    if nth < 0:
        following = Period("month", year, month).shift(1).start()
        last = following - timedelta(days=1) if following else None
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7) if last else None
        return containing(day, "day") if day else None
    first = date(year, month, 1)
    return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _weekday_of(period: Period) -> int | None:
    start = period.start()
    return start.isoweekday() if start else None


def _impossible(fields: Fields) -> bool:
    return (
        "month" in fields
        and "day" in fields
        and not day_of(4, int(fields["month"]), int(fields["day"]))
    )


def _unknown(fields: Fields) -> Meaning:
    """Return what is certain of a date without an anchor: "Monday" is XXXX-WXX-1."""
    tail = clock(fields) or ""
    value = "XXXX-XX-XX"
    if "month" in fields:
        value = f"XXXX-{int(fields['month']):02d}"
        value += f"-{int(fields['day']):02d}" if "day" in fields else ""
    elif "day" in fields:
        value = f"XXXX-XX-{int(fields['day']):02d}"
    elif "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}"
    elif "season" in fields:
        value = f"XXXX-{('SP', 'SU', 'FA', 'WI')[int(fields['season']) - 1]}"
    elif "unit" in fields:
        return Meaning("TIME" if tail else "DATE", None)
    return Meaning("TIME" if tail else "DATE", value + tail, mod_of(str(fields.get("edge", ""))))
