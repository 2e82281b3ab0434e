"""What weighing starts from: every place that carries a text, with the claims believed there.

A view of the desk, now or as of a past time, in three questions of the database however much it
holds; and what analysts have said of sources.
"""

from collections.abc import Mapping
from datetime import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.sql.selectable import Subquery

from tocsin.errors import InputError
from tocsin.keep import rows
from tocsin.keep.collector import no_search_for_cycles
from tocsin.keep.columns import EARLIEST
from tocsin.keep.found import Marks, Standing
from tocsin.keep.tables import claims, marks, overrides, reports, sightings, takes, versions
from tocsin.keep.view import believed, standing
from tocsin.records import Claim, Override, content_id

# A database takes so many values in one question, and more.
_AT_ONCE = 500
LETTERS = ("A", "B", "C", "D", "E", "F")

_claim = msgspec.json.Decoder(Claim)


def load_standing(connection: sa.Connection, as_of: datetime | None) -> list[Standing]:
    """Return every sighting known at `as_of`, by its id, with the claims that stood there.

    A text that a newer version has replaced everywhere is carried without claims: it is still of
    the same origin, and says nothing any more; what it said is `former`. A text and a reading that
    several sightings share are loaded once and shared.
    """
    view = standing(as_of, every_sighting=True)
    every = standing(as_of, every_sighting=True, replaced_too=True)
    with no_search_for_cycles():
        found = connection.execute(sa.select(every).order_by(every.c.id)).mappings().all()
        asked = connection.execute(sa.select(view.c.id, view.c.report))
        stands = {row.id: row.report for row in asked}
        shown = frozenset(stands.values())
        held, texts = _claims(connection, every), _texts(connection, every)
        newer = _newer(connection, as_of)
    return [
        _standing(row, texts, held, newer.get(row["id"]) if row["id"] not in stands else None)
        for row in found
        if row["id"] in stands or row["report"] not in shown
    ]


def _standing(
    row: "sa.RowMapping",
    texts: Mapping[str, str],
    held: Mapping[str, tuple[Claim, ...]],
    newer: str | None,
) -> Standing:
    said = held.get(row["reading"], ())
    return Standing(
        sighting=rows.sighting_of(row, standing=newer is None),
        reading=row["reading"],
        text=texts[row["report"]],
        claims=said if newer is None else (),
        former=() if newer is None else said,
        newer=newer,
    )


def _newer(connection: sa.Connection, as_of: datetime | None) -> dict[str, str]:
    """Return by sighting the one that took its place, of several the first that did."""
    later = sightings.c
    asked = (
        sa.select(versions.c.older, later.collected_at, later.published_at, later.id)
        .join(sightings, later.id == versions.c.newer)
        .where(believed(versions, as_of))
    )
    found: dict[str, tuple[datetime, datetime, str]] = {}
    for older, collected, published, id in connection.execute(asked):
        took = collected, published or EARLIEST, id
        found[older] = min(took, found.get(older, took))
    return {older: id for older, (_, _, id) in found.items()}


def _claims(connection: sa.Connection, view: Subquery) -> dict[str, tuple[Claim, ...]]:
    statement = (
        sa.select(claims.c.reading, claims.c.record)
        .where(claims.c.reading.in_(sa.select(view.c.reading)))
        .order_by(claims.c.reading, claims.c.ordinal)
    )
    grouped: dict[str, list[Claim]] = {}
    for reading, record in connection.execute(statement):
        grouped.setdefault(reading, []).append(_claim.decode(record))
    return {reading: tuple(held) for reading, held in grouped.items()}


def _texts(connection: sa.Connection, view: Subquery) -> dict[str, str]:
    statement = sa.select(reports.c.id, reports.c.text).where(
        reports.c.id.in_(sa.select(view.c.report))
    )
    return {row.id: row.text for row in connection.execute(statement)}


def load_marks(connection: sa.Connection, stamp: str) -> dict[str, bytes]:
    """Return all marks that the method of `stamp` made, by their ids."""
    asked = sa.select(marks.c.id, marks.c.packed).where(marks.c.stamp == stamp)
    return {row.id: row.packed for row in connection.execute(asked)}


def keep_marks(connection: sa.Connection, made: Marks, at: datetime) -> None:
    """Keep those of `made` that are not there yet."""
    shared = {"stamp": made.stamp, "believed_at": at}
    ids = list(made.packed)
    for some in (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)):
        there = set(connection.execute(sa.select(marks.c.id).where(marks.c.id.in_(some))).scalars())
        new = [{"id": id, "packed": made.packed[id], **shared} for id in some if id not in there]
        if new:
            connection.execute(marks.insert(), new)


def load_overrides(connection: sa.Connection, as_of: datetime | None) -> list[Override]:
    """Return the grades by analysts that stood at `as_of`: the last of each source, by name."""
    last: dict[str, sa.Row[tuple[object, ...]]] = {}
    asked = sa.select(overrides).where(believed(overrides, as_of)).order_by(overrides.c.seq)
    for row in connection.execute(asked):
        last[row.source] = row
    return [_override(last[source]) for source in sorted(last) if last[source].reliability]


def keep_override(
    connection: sa.Connection,
    source: str,
    letter: str | None,
    signed: tuple[str, str],
    at: datetime,
) -> bool:
    """Keep that `signed` (by whom, why) gives `source` the grade `letter`; None lifts a grade.

    Return whether that is new: what stands already is not kept twice.

    Raises:
        InputError: when the letter is no grade, or the source, the name or the reason is missing.
    """
    by, why = (rows.clean(words).strip() for words in signed)
    name = rows.clean(source).strip()
    _check(name, letter, by, why)
    grade = {"source": name, "reliability": letter, "by": by, "why": why}
    if _stands(connection, grade):
        return False
    made = content_id("override", *grade.values(), at.isoformat())
    connection.execute(overrides.insert(), {"id": made, **grade, "believed_at": at})
    return True


def _check(source: str, letter: str | None, by: str, why: str) -> None:
    if letter is not None and letter not in LETTERS:
        raise InputError(f"{letter!r} is no grade of a source: give one of {', '.join(LETTERS)}")
    for words, asked in ((source, "the source"), (by, "who gives the grade"), (why, "why")):
        if not words:
            raise InputError(f"a grade is dated and signed: say {asked}")


def _stands(connection: sa.Connection, grade: dict[str, str | None]) -> bool:
    asked = sa.select(overrides).where(overrides.c.source == grade["source"])
    row = connection.execute(asked.order_by(overrides.c.seq.desc()).limit(1)).mappings().first()
    if row is None:
        return grade["reliability"] is None
    return all(row[name] == value for name, value in grade.items())


def _override(row: "sa.Row[tuple[object, ...]]") -> Override:
    return Override(
        source=row.source, reliability=row.reliability, by=row.by, why=row.why, at=row.believed_at
    )


def load_mark(connection: sa.Connection) -> tuple[int, ...]:
    """Return counts that change when, and only when, something is added that weighing sees."""
    return tuple(
        connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for table in (sightings, versions, takes, overrides)
    )
