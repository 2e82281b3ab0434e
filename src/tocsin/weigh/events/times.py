"""How far apart in days two tellings put their event."""

from tocsin.weigh.events.tellings import Telling


def gap(one: Telling, other: Telling) -> int:
    """Return the days between the spans of time that two tellings leave open; 0 if they meet."""
    return max(0, one.first - other.last, other.first - one.last)


def width(one: Telling) -> int:
    """Return how many days a telling leaves open, beyond the first."""
    return one.width
