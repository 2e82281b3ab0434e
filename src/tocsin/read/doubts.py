"""What every reader says of a report before it reads it: that it is empty, undated, too long."""

from tocsin.records import Report

# About six hundred pages. A longer text is an archive in one file: better cut than read whole.
MOST_CHARACTERS = 1_000_000
ENOUGH_TO_TELL = 300  # characters, from which on most languages are known by their common words
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
