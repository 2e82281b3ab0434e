"""Claims as columns, the form that pandas, polars and any spreadsheet take."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from tocsin.records import Claim, Reading, Report

Cell = str | float | bool | date | datetime | None
Column = Callable[[Claim, Report], Cell]


def _role(name: str) -> Column:
    def column(claim: Claim, _: Report) -> Cell:
        found = [role.name or role.text for role in claim.roles if role.role == name]
        return "; ".join(found) or None

    return column


COLUMNS: dict[str, Column] = {
    "claim": lambda c, r: c.id,
    "report": lambda c, r: r.id,
    "published": lambda c, r: r.published,
    "publisher": lambda c, r: r.publisher,
    "url": lambda c, r: r.url,
    "type": lambda c, r: c.event.type,
    "status": lambda c, r: c.status,
    "polarity": lambda c, r: c.polarity,
    "certainty": lambda c, r: c.certainty,
    "sources": lambda c, r: " > ".join(s.name for s in c.sources) or None,
    "actor": _role("actor"),
    "target": _role("target"),
    "recipient": _role("recipient"),
    "object": _role("object"),
    "instrument": _role("instrument"),
    "partner": _role("partner"),
    "origin": _role("origin"),
    "low": lambda c, r: c.quantity.low if c.quantity else None,
    "high": lambda c, r: c.quantity.high if c.quantity else None,
    "of": lambda c, r: c.quantity.of if c.quantity else None,
    "place": lambda c, r: (c.place.name or c.place.text) if c.place else None,
    "country": lambda c, r: c.place.country if c.place else None,
    "lat": lambda c, r: c.place.lat if c.place else None,
    "lon": lambda c, r: c.place.lon if c.place else None,
    "start": lambda c, r: c.time.start if c.time else None,
    "end": lambda c, r: c.time.end if c.time else None,
    "deadline": lambda c, r: c.deadline,
    "historical": lambda c, r: c.historical,
    "repeats": lambda c, r: c.repeats,
    "quote": lambda c, r: c.quote,
}


def claims_table(readings: Reading | Iterable[Reading]) -> dict[str, list[Cell]]:
    """Return the claims of one or more readings as columns of equal length, a row a claim.

    `pandas.DataFrame(claims_table(reading))` and `polars.DataFrame(claims_table(reading))` both
    take it as it is. A chain of sources reads "outermost > innermost"; unknown is None.
    """
    several = [readings] if isinstance(readings, Reading) else list(readings)
    rows = [(claim, reading.report) for reading in several for claim in reading.claims]
    return {name: [column(*row) for row in rows] for name, column in COLUMNS.items()}
