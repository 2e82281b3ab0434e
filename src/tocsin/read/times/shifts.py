"""Times told by distance: ago, later, last, next, this, and how long a thing lasts."""

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from tocsin.read.times.context import Context
from tocsin.read.times.grammar import Fields
from tocsin.read.times.meaning import Meaning, moved
from tocsin.read.times.periods import Interval, Period, Unit

_CLOCK_UNITS = {"hour": 3600, "minute": 60, "second": 1}
_CODES = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "hour": "H",
    "minute": "M",
    "second": "S",
    "night": "NI",
}


_MONTHS = {"month": 1, "year": 12}
_YEARS = {"decade": 10, "century": 100}

_SMALLER: dict[str, tuple[str, float]] = {
    "hour": ("minute", 30),
    "year": ("month", 6),
    "decade": ("year", 5),
    "century": ("year", 50),
}


def shifted(fields: Fields, context: Context) -> Period | None:
    """Return the period that lies `turn` times `number` units from the anchor.

    `from` names the anchor: "now" is the publication, "reference" the last date mentioned.
    """
    anchor = _anchor(fields, context)
    unit, number = str(fields["unit"]), fields.get("number", 1)
    if anchor is None or isinstance(number, str):
        return None
    steps = int(fields.get("turn", 0)) * number
    if unit == "fortnight":
        unit, steps = "week", steps * 2
    # A night is no period of the calendar: "two nights later" names no day by itself.
    if unit not in _CODES or unit in (*_CLOCK_UNITS, "night"):
        return None
    if unit in ("day", "week", "weekend") and not (anchor.finer("day") or anchor.unit == unit):
        return None
    if steps != int(steps):
        unit, steps = "month", steps * _MONTHS.get(unit, 0)
    if unit == "weekend":
        steps = _weekends(int(steps), anchor, context, "turn" in fields)
    return _safely(anchor.within(cast("Unit", unit)), int(steps))


def _weekends(steps: int, anchor: Period, context: Context, named: bool) -> int:
    """Return how many weekends off: on a weekday, the one just past unless it is to come.

    "this weekend" (`named`) is to come unless the clause looks back.
    """
    today = anchor.start()
    if today is None or today.isoweekday() > 5:
        return steps
    past = context.direction == "back" if named else context.direction != "ahead"
    return -1 if steps == 0 and past else steps


def _safely(period: Period, steps: int) -> Period | None:
    try:
        return period.shift(steps)
    except (ValueError, OverflowError):
        return None


def _anchor(fields: Fields, context: Context) -> Period | None:
    origin = fields.get("from", "auto")
    if origin == "reference":
        return _told_before(context) if _looks_on(fields, context) else context.reference()
    if origin == "now" and not context.narrative:
        return context.now()
    return context.anchor()


def _looks_on(fields: Fields, context: Context) -> bool:
    """Tell whether the words lead on in what is past: "two years later it fell"."""
    return int(fields.get("turn", 0)) > 0 and context.direction == "back" and not context.narrative


def _told_before(context: Context) -> Period | None:
    """Return the last date told, however far off: from the publication on nothing is past."""
    return context.last if context.reference() == context.now() else context.reference()


def shift(fields: Fields, context: Context) -> Meaning:
    """Return the point that lies some units before or after the anchor.

    Decades and centuries are told in years: what began a decade ago began in that year or so.
    """
    fields = _in_years(fields)
    unit, turn = str(fields["unit"]), int(fields.get("turn", 0))
    if unit in _CLOCK_UNITS:
        return _hours(fields, context)
    period = shifted(fields, context)
    if period is not None:
        return Meaning("DATE", period.value(), None, period.days(), period)
    if fields.get("number") == "X":
        today = context.today if fields.get("from") == "now" else None
        days: Interval = (None, today) if turn < 0 else (today, None)
        return Meaning("DATE", "PAST_REF" if turn < 0 else "FUTURE_REF", None, days)
    return Meaning("DATE")


def _in_years(fields: Fields) -> Fields:
    years, number = _YEARS.get(str(fields["unit"])), fields.get("number", 1)
    if years is None or isinstance(number, str):
        return fields
    return {**fields, "unit": "year", "number": years * number}


def _hours(fields: Fields, context: Context) -> Meaning:
    base, number = context.published, fields.get("number", 1)
    day = context.reference()
    if fields.get("from") != "now" or base is None or isinstance(number, str):
        value = f"{day.value()}TXX" if day and day.unit == "day" else None
        return Meaning("TIME", value, None, day.days() if value and day else (None, None), day)
    step = timedelta(seconds=_CLOCK_UNITS[str(fields["unit"])] * number)
    then = base + step * int(fields.get("turn", 0))
    if base.hour == base.minute == 0:
        return Meaning("TIME", f"{base.date().isoformat()}TXX", None, (base.date(), base.date()))
    return Meaning("TIME", then.strftime("%Y-%m-%dT%H:%M"), None, (then.date(), then.date()))


def duration(fields: Fields, context: Context, base: Period | None = None) -> Meaning:
    """Return how long; `reach` says which days are meant: back or ahead of the publication.

    With a `base` the days are its first ones ("head") or its last ("tail").
    """
    number, unit = fields.get("number", 1), str(fields.get("unit", ""))
    value = length(number, unit)
    mod = cast("str | None", fields.get("mod"))
    found = Meaning("DURATION", value, mod, length=_length(fields.get("high", number), unit))
    reach = str(fields.get("reach", ""))
    if base is not None:
        return replace(found, days=_within(base, found.length, reach), settled=True)
    if reach in ("back", "ahead"):
        return replace(found, days=spread(found.length, reach, context.today), settled=True)
    return found


def spread(length_: tuple[str, float] | None, reach: str, today: date | None) -> Interval:
    """Return the days from `today` back or ahead over a length; an unknown length stays open."""
    if today is None:
        return None, None
    sign = -1 if reach == "back" else 1
    other = moved(today, length_[0], sign * length_[1]) if length_ else None
    return (other, today) if sign < 0 else (today, other)


def length(number: float | str, unit: str) -> str:
    """Return a duration as TIMEX3 writes it.

    >>> length(2, "week"), length(2.5, "year"), length(30, "minute"), length("X", "month")
    ('P2W', 'P2.5Y', 'PT30M', 'PXM')
    """
    if unit == "fortnight" and not isinstance(number, str):
        number *= 2
    if number == 0.5 and unit in _SMALLER:
        unit, number = _SMALLER[unit]
    shown = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else int(number)
    clock = "T" if unit in _CLOCK_UNITS else ""
    return f"P{clock}{shown}{_CODES.get(unit, 'D')}"


def _length(number: float | str, unit: str) -> tuple[str, float] | None:
    return None if isinstance(number, str) else (unit, number)


def _within(base: Period, length_: tuple[str, float] | None, reach: str) -> Interval:
    first, last = base.days()
    if first is None or last is None or length_ is None:
        return first, last
    one = timedelta(days=1)
    if reach == "head":
        end = moved(first, length_[0], length_[1])
        return first, min(last, end - one) if end else last
    begin = moved(last + one, length_[0], -length_[1])
    return (max(first, begin) if begin else first), last
