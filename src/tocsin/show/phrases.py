"""Says a claim's values in few words: figures, days, chains of sources, how sure.

Nothing is added that the claim does not hold: words are its own, or the contract's own terms.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tocsin.records import Claim, Likelihood, Quantity, Time

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OWN_VOICE = "own voice"
# Of more names than these, the count is enough.
NAMED = 3
STATUSES = {
    "occurred": "happened",
    "ongoing": "under way",
    "prepared": "being prepared",
    "planned": "planned",
    "predicted": "forecast",
    "hypothetical": "hypothetical",
}


def day(when: date | datetime | None) -> str:
    """Return a day as people write it, the same in every locale; "" when it is unknown.

    >>> day(date(2024, 12, 23))
    '23 Dec 2024'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def days(time: "Time | None") -> str:
    """Return the days of `time`: one, an interval, or an interval with an open end."""
    if time is None:
        return ""
    if time.start is None and time.end is None:
        return time.text
    if time.start == time.end:
        return day(time.start)
    return _interval(time.start, time.end)


def _interval(start: date | None, end: date | None) -> str:
    if start is None:
        return f"until {day(end)}"
    if end is None:
        return f"from {day(start)}"
    short = start.year == end.year
    same = short and start.month == end.month
    opening = str(start.day) if same else day(start).removesuffix(f" {start.year}" if short else "")
    return f"{opening}–{day(end)}" if same else f"{opening} – {day(end)}"


def number(value: float) -> str:
    """Return a number with thousands apart: `12,000`, `2.5`."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def bounds(quantity: "Quantity") -> str:
    """Return low and high as signs: `≥ 1,100`, `≤ 10,000`, `10,000–12,000`, `≈ 12,000`.

    Where the words give no number, the words themselves.
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return quantity.text if quantity.best is None else f"≈ {number(quantity.best)}"
    if low is None or high is None:
        return f"≤ {number(high)}" if high is not None else f"≥ {number(low or 0)}"
    if low != high:
        return f"{number(low)}–{number(high)}"
    return f"≈ {number(low)}" if quantity.bound == "about" else number(low)


def figure(quantity: "Quantity | None") -> str:
    """Return the bounds with the unit and the thing counted."""
    if quantity is None:
        return ""
    return " ".join(part for part in (bounds(quantity), quantity.unit, quantity.of) if part)


def chain(claim: "Claim") -> str:
    """Return who says so, outermost first; the publisher's own voice where nobody is named."""
    return " › ".join(source.name or source.text for source in claim.sources) or OWN_VOICE


def sureness(claim: "Claim") -> str:
    """Return the likelihood with its number where the words have one, else the certainty.

    The two never stand side by side: readers mix them up (ICD 203).
    """
    return likelihood(claim.likelihood) if claim.likelihood else claim.certainty


def likelihood(found: "Likelihood") -> str:
    """Return the word with the interval that its scheme gives it."""
    return f"{found.text} ({found.low:.0%}–{found.high:.0%}, {found.scheme})".replace("%–", "–")


def status(claim: "Claim") -> str:
    """Return how far the event is, in a word or two, with a denial named first."""
    word = STATUSES[claim.status]
    return f"denied: {word}" if claim.polarity == "denied" else word


def where(claim: "Claim") -> str:
    """Return the place of the event by its full name; "" when none is stated."""
    return (claim.place.name or claim.place.text) if claim.place else ""


class Carrier(Protocol):
    """What is known of where a text was published: a report, or one that a desk keeps."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def url(self) -> str | None:
        """The address it was read from."""

    @property
    def file(self) -> str | None:
        """The file it was read from."""

    @property
    def published(self) -> datetime | None:
        """When it was published."""


def outlet(report: Carrier) -> str:
    """Return who published `report`, or the best that is known of where it came from."""
    return report.publisher or report.url or report.file or "unknown publisher"


def many(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> many(1, "claim"), many(1200, "claim"), many(2, "story")
    ('1 claim', '1,200 claims', '2 stories')
    """
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else several}"


def together(remarks: Iterable[tuple[str, str]]) -> list[str]:
    """Return each remark once, behind what it is about: the first names and how many more.

    >>> together([("a.txt", "empty"), ("b.txt", "cut"), ("c.txt", "empty")])
    ['a.txt, c.txt: empty', 'b.txt: cut']
    """
    about: dict[str, list[str]] = {}
    for name, words in remarks:
        about.setdefault(words, []).append(name)
    return [f"{_named(list(dict.fromkeys(names)))}: {words}" for words, names in about.items()]


def _named(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more:,} more" if more > 0 else "")


def one_line(text: str, width: int = 0) -> str:
    """Return `text` with its white space run together, cut to `width` characters where asked."""
    flat = " ".join(text.split())
    return flat if not width or len(flat) <= width else flat[: width - 1].rstrip() + "…"
