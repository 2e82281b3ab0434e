"""When a deed is told to have been, as far as two tellings of it can be held side by side.

Times are minutes of a calendar's days, as people there read them off a clock: two reports of one
deed mean the same clock, unless a time says otherwise.
"""

import re
from datetime import date
from typing import NamedTuple

from tocsin.records import Time
from tocsin.weigh.relations.pairs import Told

_DAY, _HOUR = 24 * 60, 60
# How far from its words a moment may be meant.
_CLOCK, _ABOUT = 20, 45
_TIMEX = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:(MO|AF|EV|NI|MI|DT)|(\d\d)(?::(\d\d))?))?(Z|[+-]\d\d)?")
# Hours from the beginning of the day. A night goes on into the next morning, and the night of a day
# may be the one before it.
_PARTS = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 24), "NI": (-7, 31), "DT": (5, 21)}
_LATE = {"END": (16, 24), "START": (0, 10)}
_LONG = re.compile(r"(\d{4})(?:-(\d\d))?")
# So many days into a month the last one is no news any more.
_NEWS = 7
_DONE = frozenset({"occurred", "ongoing"})
_ABOUTS = frozenset({"APPROX"})


class Moment(NamedTuple):
    """The first and the last minute that a time may mean; `fine` is less than a whole day."""

    first: int
    last: int
    fine: bool


def moment(time: Time | None) -> Moment | None:
    """Return the minutes that a time may mean, None where it is no single day or of another clock.

    >>> from tocsin.records import Time
    >>> day = {"span": (0, 1), "text": "x", "start": date(2026, 3, 9), "end": date(2026, 3, 9)}
    >>> night = moment(Time(type="TIME", value="2026-03-09TNI", **day))
    >>> (night.last - night.first) // 60, night.fine
    (38, True)
    """
    day = single_day(time)
    found = _TIMEX.fullmatch(time.value or "") if time is not None else None
    if time is None or day is None or (found is not None and found[4]):
        return None
    hours = _hours(time, found)
    start = day.toordinal() * _DAY
    if hours is None:
        return Moment(start, start + _DAY, fine=False)
    return Moment(start + hours[0], start + hours[1], fine=True)


def _hours(time: Time, found: re.Match[str] | None) -> tuple[int, int] | None:
    if found is not None and found[2]:
        at = int(found[2]) * _HOUR + int(found[3] or 0)
        slack = _ABOUT if time.mod in _ABOUTS or not found[3] else _CLOCK
        return at - slack, at + slack
    held = _PARTS.get(found[1]) if found is not None and found[1] else _LATE.get(time.mod or "")
    return (held[0] * _HOUR, held[1] * _HOUR) if held else None


def single_day(time: Time | None) -> date | None:
    """Return the one day that a time tells of, None for a stretch of days or none."""
    if time is None or time.start is None:
        return None
    by_clock = time.end is None and time.value is not None and "T" in time.value
    return time.start if time.end == time.start or by_clock else None


def time_of(told: Told) -> Time | None:
    """Return the time of a deed; none where what is told as past is of days to come.

    Such a day was taken for another one by the reader: "on Sunday" is the last one.
    """
    time, claim = told.claim.time, told.claim
    if time is None or time.start is None or claim.status not in _DONE:
        return time
    return None if (time.start - told.at.date()).days > 1 else time


def long_before(told: Told) -> bool:
    """Return whether a deed is told of a month or a year that was over well before the report."""
    time = told.claim.time
    found = _LONG.fullmatch(time.value or "") if time is not None else None
    if found is None:
        return False
    year, month = int(found[1]), int(found[2] or 12)
    over = (told.at.year - year) * 12 + told.at.month - month
    return over > 1 or (over == 1 and told.at.day > _NEWS)


def days_apart(one: Told, other: Told) -> int:
    """Return how many days lie between the single days that two claims tell; 0 if not told."""
    mine, its = single_day(time_of(one)), single_day(time_of(other))
    return 0 if mine is None or its is None else abs((mine - its).days)


def times_apart(one: Told, other: Told) -> int:
    """Return how many days lie between the days, or stretches of days, that two claims tell."""
    mine, its = time_of(one), time_of(other)
    if mine is None or its is None or not (mine.start and mine.end and its.start and its.end):
        return days_apart(one, other)
    return max(0, (its.start - mine.end).days, (mine.start - its.end).days)


def never_meet(one: Told, other: Told, *, days: int) -> bool:
    """Return whether two claims put a deed at times that cannot be one.

    By the clock or by parts of the day where both tell these; by whole days only if more than
    `days` lie between.
    """
    mine, its = moment(time_of(one)), moment(time_of(other))
    if mine is None or its is None:
        return False
    if mine.fine and its.fine:
        return mine.last <= its.first or its.last <= mine.first
    return days_apart(one, other) > days
