"""What every reader says of a report before it reads it: that it is empty, undated, too long."""

from collections.abc import Iterable

from tocsin.records import Report

# About six hundred pages. A longer text is an archive in one file: better cut than read whole.
MOST_CHARACTERS = 1_000_000
ENOUGH_TO_TELL = 300  # characters, from which on most languages are known by their common words
INVENTED = "the report says of itself that it is made up: no claim is taken from it"
# Where a text says what it is: in so many lines at its top and its end, each no longer than this.
_EDGE = 3
_LINE = 160  # characters
UNDATED = "no publication time is known: relative times are not resolved"


def doubts(report: Report) -> tuple[str, ...]:
    """Return what makes the reading of `report` doubtful, in words."""
    if not report.text.strip():
        return ("the report holds no text",)
    found = []
    if report.published is None:
        found.append(UNDATED)
    # Every headline is too short to tell; to say so each time would bury what matters.
    if report.language is None and len(report.text) >= ENOUGH_TO_TELL:
        found.append("the language is not known for sure")
    return tuple(found)


def too_long(text: str, most: int) -> tuple[str, ...]:
    """Return that only the first `most` characters are read, if the text has more."""
    if len(text) <= most:
        return ()
    return (
        f"read to character {most:,} of {len(text):,}: "
        "cut the text into its reports to have the rest read",
    )


def is_invented(text: str, marks: Iterable[str]) -> bool:
    """Return whether a text declares itself satire or fiction, by one of `marks`, at either end."""
    lines = [line.strip().lower() for line in text.splitlines() if line.strip()]
    edges = (*lines[:_EDGE], *lines[-_EDGE:])
    return any(mark in line for line in edges if len(line) <= _LINE for mark in marks)
