"""How far apart in days two tellings put their event."""

from datetime import date

from tocsin.weigh.events.tellings import Telling


def gap(one: Telling, other: Telling) -> int:
    """Return the days between the spans of time that two tellings leave open; 0 if they meet."""
    return max(0, (one.earliest - other.latest).days, (other.earliest - one.latest).days)


def width(one: Telling) -> int:
    """Return how many days a telling leaves open, beyond the first."""
    return max(0, (one.latest - one.earliest).days)


def between(one: date, other: date) -> int:
    """Return the days between two dates, whichever comes first."""
    return abs((one - other).days)
