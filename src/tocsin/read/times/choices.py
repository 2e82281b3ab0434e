"""Which of several like days is meant: by tense in news, by the story's order in histories."""

from collections.abc import Callable
from datetime import date, timedelta

from tocsin.read.times.context import Context
from tocsin.read.times.grammar import Fields
from tocsin.read.times.periods import Period, containing, day_of

# A history told on from December to January has turned the year.
_TURN_OF_YEAR = 300
_FEW_WEEKS = 30
_YEARLY = ("year", "decade", "century")

Finder = Callable[[int], Period | None]


def choose(finder: Finder, fields: Fields, context: Context) -> Period | None:
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
    near = min(found, key=lambda p: abs(((p.start() or date.min) - now).days))
    if context.direction == "ahead" and ahead and not (back and _just_past(found, near, now)):
        return ahead[0]
    return back[-1] if context.direction == "back" and back else near


def _just_past(found: list[Period], near: Period, now: date) -> bool:
    # Of a day a few weeks past, nobody says the one of next year without its year.
    yearly = near.unit == "day" and found[-1].year - found[0].year == len(found) - 1 > 0
    start = near.start()
    return yearly and start is not None and 0 <= (now - start).days <= _FEW_WEEKS


def _onward(found: list[Period], anchor: Period) -> Period:
    """In a history: the year of the last date, or the next where the story passes New Year."""
    same = next((p for p in found if p.year == anchor.year), found[0])
    here, now = same.start(), anchor.start()
    if not here or not now or anchor.unit in _YEARLY or (now - here).days < _TURN_OF_YEAR:
        return same
    return found[-1]


def _turned(found: list[Period], turn: int, anchor: Period) -> Period | None:
    now = anchor.within(found[0].unit).start() or date.min
    back = [p for p in found if (p.start() or date.max) < now]
    ahead = [p for p in found if (p.start() or date.min) > now]
    if turn:
        return (back[-1] if back else None) if turn < 0 else (ahead[0] if ahead else None)
    return next((p for p in found if p.year == anchor.year), found[0])


def weekday_near(weekday: int, fields: Fields, context: Context) -> Period | None:
    """Return the day of that name: the last one up to the anchor, or the next if looking ahead."""
    anchor = context.day() if context.narrative else context.now()
    today = anchor.start() if anchor else None
    if today is None:
        return None
    back, turn = (today.isoweekday() - weekday) % 7, fields.get("turn")
    ahead = context.direction == "ahead" and not context.narrative
    steps = {-1: -(back or 7), 0: weekday - today.isoweekday(), 1: 7 - back}
    plain = -back % 7 if ahead else -back
    return containing(
        today + timedelta(days=steps.get(int(turn), 0) if turn is not None else plain), "day"
    )


def day_near(day: int, context: Context) -> Period | None:
    """Return the day of that number in the month spoken of, or the nearest such day."""
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


def _weekday_of(period: Period) -> int | None:
    start = period.start()
    return start.isoweekday() if start else None
