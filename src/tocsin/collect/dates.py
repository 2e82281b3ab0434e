"""When a report came out: dates in metadata, and dates that the text prints of itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import islice

from tocsin.collect.wording import wordings
from tocsin.rules import Rule

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST_AHEAD = timedelta(days=2)
_TOP_LINES = 12
_LONGEST_LINE = 120
_NUMBERS = r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})(?!\d)"
_CJK = r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Rule):
    """A form of words around a date."""

    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Datelines:
    """How one language writes a report's own date."""

    months: dict[str, int]
    dates: tuple[Pattern, ...]
    lines: tuple[Pattern, ...] = ()
    openings: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class DateReader:
    """The compiled patterns of one language; numbers alone are read in every language."""

    rules: Datelines
    dates: tuple[re.Pattern[str], ...] = field(init=False)
    lines: tuple[re.Pattern[str], ...] = field(init=False)
    openings: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the patterns, `{date}` filled in without its groups."""
        months = "|".join(sorted(self.rules.months, key=len, reverse=True))
        dates = [rule.pattern.replace("{month}", months) for rule in self.rules.dates]
        dates += [_NUMBERS, _CJK]
        bare = re.sub(r"\(\?P<\w+>", "(?:", "|".join(dates)).replace("(?P=gap)", "[-/.]")
        # The words before a date never take the first digit of its day: 12 March is not 2 March.
        fill = {"{date}": rf"(?<!\d)(?P<date>{bare})", "{time}": f"(?:{_CLOCK})"}
        object.__setattr__(self, "dates", _compiled(dates, {}))
        object.__setattr__(self, "lines", _compiled((r.pattern for r in self.rules.lines), fill))
        openings = (rule.pattern for rule in self.rules.openings)
        object.__setattr__(self, "openings", _compiled(openings, fill))

    def read(self, words: str) -> datetime | None:
        """Return the day that `words` name, if they are a date and nothing else."""
        for pattern in self.dates:
            if found := pattern.fullmatch(words):
                return self._day(found)
        return None

    def line(self, line: str) -> str | None:
        """Return the date in `line`, if the line only says when the report came out."""
        found = next((m for p in self.lines if (m := p.fullmatch(line))), None)
        return found["date"] if found else None

    def opening(self, line: str) -> str | None:
        """Return the date in the dateline that `line` opens with."""
        found = next((m for p in self.openings if (m := p.match(line))), None)
        return found["date"] if found else None

    def _day(self, found: re.Match[str]) -> datetime | None:
        month = found["month"]
        number = int(month) if month.isdecimal() else self.rules.months[month.lower()]
        try:
            return datetime(int(found["year"]), number, int(found["day"]), tzinfo=UTC)
        except ValueError:
            return None


@cache
def date_readers() -> tuple[DateReader, ...]:
    """Return a reader of dates per language that has rules."""
    return tuple(DateReader(rules) for rules in wordings("datelines.toml", Datelines).values())


def stated(value: str) -> datetime | None:
    """Return the time that a metadata field states, aware, or None if it is not readable.

    ISO 8601, RFC 822 (feeds) and a day in words are read; a bare day is its midnight UTC, and a
    time without a zone is taken as UTC. Nothing is filled in: "December 2024" is no day.
    """
    value = " ".join(value.split())
    for read in (_iso, _rfc822, _epoch, _in_words):
        found = read(value)
        if found is not None:
            return found
    return None


def printed(text: str) -> datetime | None:
    """Return the date that the top of `text` prints: a dateline, or a date on a line of its own."""
    for line in islice(_top(text), _TOP_LINES):
        for reader in date_readers():
            date = reader.line(line) if len(line) <= _LONGEST_LINE else None
            if words := date or reader.opening(line):
                return reader.read(words)
    return None


def is_dated_line(line: str) -> bool:
    """Return whether `line` does nothing but say when the report came out."""
    return len(line) <= _LONGEST_LINE and any(r.line(line) for r in date_readers())


def doubt(found: datetime, now: datetime) -> str | None:
    """Return in words why a date that was not given by the user cannot be, if it cannot."""
    if found < EARLIEST:
        return f"the date {found:%Y-%m-%d} is before 1990, so it was left unknown"
    if found > now + LATEST_AHEAD:
        return f"the date {found:%Y-%m-%d} is in the future, so it was left unknown"
    return None


def _top(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # A dateline stands in the first characters: no need to look through a line of megabytes.
        if line := text[start : min(end, start + 300)].strip():
            yield line
        start = end + 1


def _compiled(patterns: Iterable[str], fill: dict[str, str]) -> tuple[re.Pattern[str], ...]:
    found = []
    for pattern in patterns:
        for name, value in fill.items():
            pattern = pattern.replace(name, value)  # filled step by step
        found.append(re.compile(pattern, re.IGNORECASE))
    return tuple(found)


def _aware(found: datetime) -> datetime:
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _iso(value: str) -> datetime | None:
    try:
        return _aware(datetime.fromisoformat(value))
    except ValueError:
        return None


def _rfc822(value: str) -> datetime | None:
    try:
        return _aware(parsedate_to_datetime(value)) if ":" in value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(value: str) -> datetime | None:
    # Seconds or milliseconds since 1970, as programs write them.
    if not re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):
        return None
    seconds = float(value) / (1000 if len(value.partition(".")[0]) > 10 else 1)
    return datetime.fromtimestamp(seconds, UTC)


def _in_words(value: str) -> datetime | None:
    found = (reader.read(value) for reader in date_readers())
    return next((time for time in found if time is not None), None)
