"""Records to rows and back; what comes back equals what went in."""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

import msgspec

from tocsin.keep.columns import in_utc
from tocsin.keep.found import KeptReport, Sighting
from tocsin.records import Claim, Layers, Reading, Report, Span, content_id, dumps

# A row as the database gives it, or as a dict.
Row = Mapping[Any, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w+")
_REPORT_FIELDS = tuple(f.name for f in fields(Report) if f.name not in {"id", "text", "published"})
_SIGHTING_FIELDS = tuple(f.name for f in fields(Sighting) if f.name not in {"standing"})
_KEPT_FIELDS = tuple(
    f.name for f in fields(KeptReport) if f.name not in {"id", "claims", "sightings"}
)


class Seen(msgspec.Struct, frozen=True):
    """What a reader saw, less the claims and the text that it points into."""

    sentences: tuple[Span, ...]
    layers: Layers


def clean(text: str) -> str:
    """Return `text` with lone surrogates replaced, which no database can hold."""
    return _SURROGATE.sub("\ufffd", text)


def words_of(*names: str | None) -> str:
    """Return the words of `names` in a form in which whole words can be looked for.

    >>> words_of("Recep Erdoğan", "NIS")
    ' recep erdogan | nis '
    """
    return "|".join(f" {words} " for words in (_plain(name) for name in names if name) if words)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", clean(name).casefold())
    return " ".join(_WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))


def carrier_of(report: Report) -> str:
    """Return the id of what can carry one version after another of `report`.

    That is its address; without one its publisher and title; else the text in its own file.
    """
    if report.url:
        return content_id("carrier", "url", report.url)
    if report.publisher and report.title:
        return content_id("carrier", "title", report.publisher, report.title)
    return content_id("carrier", "text", report.id, report.publisher, report.file)


def sighting_row(report: Report, collected_at: datetime, believed_at: datetime) -> dict[str, Any]:
    """Return the row of `sightings` for `report`; its id leaves out when it was collected."""
    published_at = None if report.published is None else in_utc(report.published)
    facts = {name: _cleaned(getattr(report, name)) for name in _REPORT_FIELDS}
    # One page saved under two file names is still one sighting.
    place = (report.url, report.publisher) if report.url or report.publisher else report.file
    same = (report.id, place, published_at, *(facts[n] for n in ("title", "byline", "wire")))
    return {
        **facts,
        "id": content_id("sighting", *same, facts["language"]),
        "report": report.id,
        "carrier": carrier_of(report),
        "publisher_words": words_of(report.publisher),
        "published": report.published and report.published.isoformat(),
        "published_at": published_at,
        "collected_at": in_utc(collected_at),
        "believed_at": believed_at,
    }


def _cleaned(value: str | None) -> str | None:
    return None if value is None else clean(value)


def reading_row(reading: Reading, believed_at: datetime) -> dict[str, Any]:
    """Return the row of `readings` for `reading`, less its claims and problems."""
    seen = msgspec.json.encode(Seen(reading.sentences, reading.layers))
    parts = (reading.report.id, reading.reader, reading.schema, seen, reading.problems)
    return {
        "id": content_id("reading", *parts, *(dumps(claim) for claim in reading.claims)),
        "report": reading.report.id,
        "reader": reading.reader,
        "schema": reading.schema,
        "layers": zlib.compress(seen, 3),
        "believed_at": believed_at,
    }


def claim_rows(reading: Reading, reading_id: str, believed_at: datetime) -> list[dict[str, Any]]:
    """Return the rows of `claims` for `reading`, in its order."""
    return [
        {
            "reading": reading_id,
            "ordinal": ordinal,
            "report": reading.report.id,
            "believed_at": believed_at,
            **_claim_columns(claim),
            **_when_and_how_many(claim),
            **_where(claim),
        }
        for ordinal, claim in enumerate(reading.claims)
    ]


def _claim_columns(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "span_start": claim.span[0],
        "span_end": claim.span[1],
        "quote": claim.quote,
        "type": claim.event.type,
        "status": claim.status,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "deadline": claim.deadline,
        "historical": claim.historical,
        "repeats": claim.repeats,
        "source_words": words_of(*(name for s in claim.sources for name in (s.name, s.text))),
        "record": dumps(claim),
    }


def _when_and_how_many(claim: Claim) -> dict[str, Any]:
    time, quantity = claim.time, claim.quantity
    return {
        "happened_from": time and (time.start or time.end),
        "happened_to": time and (time.end or time.start),
        "quantity_low": _double(quantity.low if quantity else None),
        "quantity_high": _double(quantity.high if quantity else None),
        "quantity_of": quantity and quantity.of,
        "quantity_change": quantity and quantity.change,
    }


def _where(claim: Claim) -> dict[str, Any]:
    place = claim.place
    return {
        "place": place and (place.name or place.text),
        "place_words": words_of(place.name, place.text) if place else "",
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
    }


def _double(value: float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return float("inf")


def problem_rows(reading: Reading, reading_id: str, believed_at: datetime) -> list[dict[str, Any]]:
    """Return the rows of `problems` for `reading`, in its order."""
    return [
        {
            "id": content_id("problem", reading_id, ordinal, words),
            "reading": reading_id,
            "ordinal": ordinal,
            "origin": reading.report.id,
            "words": clean(words),
            "believed_at": believed_at,
        }
        for ordinal, words in enumerate(reading.problems)
    ]


def report_of(row: Row, text: str) -> Report:
    """Return the report that `row` of a sighting and its `text` hold."""
    facts = {name: row[name] for name in _REPORT_FIELDS}
    return Report(id=row["report"], text=text, published=_published(row), **facts)


def reading_of(
    row: Row, text: str, layers: bytes, records: Iterable[str], problems: Iterable[str]
) -> Reading:
    """Return the reading that the rows of its tables hold."""
    seen = msgspec.json.decode(zlib.decompress(layers), type=Seen)
    return Reading(
        schema=row["schema"],
        reader=row["reader"],
        report=report_of(row, text),
        sentences=seen.sentences,
        layers=seen.layers,
        claims=tuple(claim_of(record) for record in records),
        problems=tuple(problems),
    )


def claim_of(record: str) -> Claim:
    """Return the claim that the column `record` holds."""
    return msgspec.json.decode(record, type=Claim)


def sighting_of(row: Row, *, standing: bool) -> Sighting:
    """Return the sighting that `row` holds."""
    facts = {name: row[name] for name in _SIGHTING_FIELDS}
    return Sighting(**{**facts, "published": _published(row)}, standing=standing)


def kept_report(row: Row) -> KeptReport:
    """Return the report that `row` of the current view holds."""
    facts = {name: row[name] for name in _KEPT_FIELDS}
    facts |= {"published": _published(row), "id": row["report"]}
    return KeptReport(**facts, claims=row.get("claims"), sightings=row.get("sightings"))


def _published(row: Row) -> datetime | None:
    return None if row["published"] is None else datetime.fromisoformat(row["published"])
