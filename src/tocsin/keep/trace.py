"""From an id back to the report, its sightings and the very characters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from tocsin.errors import InputError
from tocsin.keep import rows
from tocsin.keep.found import Sighting, Trace
from tocsin.keep.tables import claims, problems, readings, reports, sightings, versions
from tocsin.keep.view import replaced, standing
from tocsin.records import Reading, Span

KINDS = {"report": reports, "claim": claims}
# How much of a text is shown around words that stand in no sentence of the reading.
AROUND = 160
CANDIDATES = 10


def full_id(connection: sa.Connection, given: str, kinds: Sequence[str] = tuple(KINDS)) -> str:
    """Return the one id of `kinds` that `given` begins or, less its kind, names.

    Raises:
        InputError: when there is none, or more than one; the message names the mend.
    """
    start = rows.clean(given.strip())
    kind, _, rest = start.rpartition("_")
    looked_in = [name for name in kinds if kind in ("", name)]
    found = [known for name in looked_in if rest for known in _begin(connection, name, rest)]
    if start in found or len(found) == 1:
        return start if start in found else found[0]
    if not found:
        raise InputError(
            f"no {' or '.join(kinds)} {given!r} here: `tocsin reports` and "
            "`tocsin claims` list what there is"
        )
    listed = ", ".join(found[:CANDIDATES]) + (" …" if len(found) > CANDIDATES else "")
    raise InputError(f"{given!r} begins several ids: give more of one of {listed}")


def _begin(connection: sa.Connection, kind: str, rest: str) -> list[str]:
    ids = KINDS[kind].c.id
    start = f"{kind}_{rest}"
    # Compared, not matched with LIKE, which would read the whole index.
    statement = sa.select(ids).where(ids >= start, ids < start + "\U0010ffff").distinct()
    return list(connection.execute(statement.order_by(ids).limit(CANDIDATES + 1)).scalars())


def load_reading(connection: sa.Connection, report: str, as_of: datetime | None = None) -> Reading:
    """Return the reading that stands for `report`, or stood last if a version replaced it."""
    view = _view_of(connection, report, as_of)
    return _reading(connection, view, view["reading"])


def trace(connection: sa.Connection, given: str) -> Trace:
    """Return the way from the id `given` back to the characters that say it."""
    found = full_id(connection, given)
    if found.startswith("claim_"):
        return _trace_claim(connection, found)
    view = _view_of(connection, found, None)
    return _trace_report(connection, view, view["reading"])


def _trace_claim(connection: sa.Connection, claim_id: str) -> Trace:
    statement = sa.select(claims.c.report, claims.c.reading).where(claims.c.id == claim_id)
    where = connection.execute(statement.order_by(claims.c.seq.desc())).all()
    # The same claim may stand in an older reading too, or in that of another publication.
    views = [(_view_of(connection, report, None), reading) for report, reading in where]
    view, reading_id = next((v for v in views if v[0]["reading"] == v[1]), views[0])
    whole = _trace_report(connection, view, reading_id)
    claim = next(claim for claim in whole.claims if claim.id == claim_id)
    text, around = whole.report.text, _around(whole, claim.span)
    return replace(
        whole,
        id=claim_id,
        claim=claim,
        words=text[slice(*claim.span)],
        sentence=text[slice(*around)],
        sentence_span=around,
        claims=(),
        standing=whole.standing and view["reading"] == reading_id,
    )


def _trace_report(connection: sa.Connection, view: rows.Row, reading_id: str) -> Trace:
    reading, seen = _reading(connection, view, reading_id), _sightings(connection, view["report"])
    newer, older = versions.c.newer, versions.c.older
    return Trace(
        id=view["report"],
        report=reading.report,
        reader=reading.reader,
        sightings=seen,
        sentences=reading.sentences,
        claims=reading.claims,
        standing=any(sighting.standing for sighting in seen),
        supersedes=_neighbours(connection, view["report"], newer, older),
        superseded_by=_neighbours(connection, view["report"], older, newer),
    )


def _around(whole: Trace, span: Span) -> Span:
    start, end = span
    near = [s for s in whole.sentences if s[0] < end and start < s[1]]
    if near:
        return min(start, *(s[0] for s in near)), max(end, *(s[1] for s in near))
    return max(0, start - AROUND), min(len(whole.report.text), end + AROUND)


def _view_of(connection: sa.Connection, report: str, as_of: datetime | None) -> rows.Row:
    for replaced_too in (False, True):
        view = standing(as_of, replaced_too=replaced_too)
        statement = sa.select(view).where(view.c.report == report)
        row = connection.execute(statement).mappings().first()
        if row is not None:
            return row
    raise InputError(f"{report} was not there at {as_of}: ask for a later time")


def _reading(connection: sa.Connection, view: rows.Row, reading_id: str) -> Reading:
    text = sa.select(reports.c.text).where(reports.c.id == view["report"])
    made = sa.select(readings).where(readings.c.id == reading_id)
    row = connection.execute(made).mappings().one()
    return rows.reading_of(
        {**view, **{name: row[name] for name in ("schema", "reader")}},
        connection.execute(text).scalar_one(),
        row["layers"],
        _column(connection, claims.c.record, reading_id),
        _column(connection, problems.c.words, reading_id),
    )


def _column(connection: sa.Connection, column: "sa.Column[str]", reading_id: str) -> list[str]:
    table = column.table
    statement = sa.select(column).where(table.c.reading == reading_id).order_by(table.c.ordinal)
    return list(connection.execute(statement).scalars())


def _sightings(connection: sa.Connection, report: str) -> tuple[Sighting, ...]:
    statement = (
        sa.select(sightings, replaced(sightings, None).label("replaced"))
        .where(sightings.c.report == report)
        .order_by(sightings.c.collected_at, sightings.c.id)
    )
    found = connection.execute(statement).mappings()
    return tuple(rows.sighting_of(row, standing=not row["replaced"]) for row in found)


def _neighbours(
    connection: sa.Connection, report: str, mine: "sa.Column[str]", theirs: "sa.Column[str]"
) -> tuple[str, ...]:
    own, other = sightings.alias(), sightings.alias()
    statement = (
        sa.select(other.c.report)
        .select_from(versions)
        .join(own, own.c.id == mine)
        .join(other, other.c.id == theirs)
        .where(own.c.report == report, other.c.report != report)
        .distinct()
        .order_by(other.c.report)
    )
    return tuple(connection.execute(statement).scalars())
