"""One reading into the tables, inside one transaction that the caller holds."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from tocsin.errors import InputError
from tocsin.keep import rows
from tocsin.keep.columns import EARLIEST
from tocsin.keep.found import Added, State
from tocsin.keep.search import index_page, index_quotes
from tocsin.keep.tables import claims, problems, readings, reports, sightings, takes, versions
from tocsin.records import Reading, Report, content_id


def keep(
    connection: sa.Connection, reading: Reading, collected_at: datetime, believed_at: datetime
) -> Added:
    """Add what is new of `reading`; a thing that is there already is left as it is.

    Raises:
        InputError: when the report's id is not made from its text.
    """
    report = reading.report
    _check_id(report)
    new_text = _keep_text(connection, report, believed_at)
    row = rows.sighting_row(report, collected_at, believed_at)
    new_sighting = not _there(connection, sightings, id=row["id"])
    earlier, later = None, None
    if new_sighting:
        connection.execute(sightings.insert(), row)
        index_page(connection, row, report.text)
        earlier, later = _keep_versions(connection, row, believed_at)
    new_take = _keep_take(connection, reading, row["id"], believed_at)
    return Added(
        state=_state(report.id, new_text, new_take and not new_sighting, (earlier, later)),
        report=report.id,
        supersedes=None if earlier == report.id else earlier,
        superseded_by=None if later == report.id else later,
        claims=len(reading.claims),
        new_sighting=new_sighting,
    )


def readers_of(connection: sa.Connection, report: Report) -> frozenset[str]:
    """Return the stamps of the readers whose reading of `report`, as it is carried, is kept."""
    sighting = rows.sighting_row(report, EARLIEST, EARLIEST)["id"]
    found = sa.select(takes.c.reader).where(takes.c.sighting == sighting)
    return frozenset(connection.execute(found).scalars())


def _check_id(report: Report) -> None:
    made = content_id("report", report.text)
    if report.id != made:
        raise InputError(
            f"{report.id}: the id is not made from the report's text, which gives {made}: "
            "read the text again"
        )


def _state(
    report: str, new_text: bool, reread: bool, neighbours: tuple[str | None, str | None]
) -> State:
    others = [other for other in neighbours if other]
    if any(other != report for other in others):
        return "version"
    if new_text:
        return "added"
    # A sighting beside another of the same text is the same one with mended facts.
    return "reread" if reread or others else "known"


def _keep_text(connection: sa.Connection, report: Report, believed_at: datetime) -> bool:
    if _there(connection, reports, id=report.id):
        return False
    row = {"id": report.id, "text": report.text, "believed_at": believed_at}
    connection.execute(reports.insert(), row)
    return True


def _keep_take(
    connection: sa.Connection, reading: Reading, sighting: str, believed_at: datetime
) -> bool:
    if _there(connection, takes, sighting=sighting, reader=reading.reader):
        return False
    row = rows.reading_row(reading, believed_at)
    if not _there(connection, readings, id=row["id"]):
        connection.execute(readings.insert(), row)
        claimed = rows.claim_rows(reading, row["id"], believed_at)
        _keep_all(connection, claims, claimed)
        index_quotes(connection, claimed)
        _keep_all(connection, problems, rows.problem_rows(reading, row["id"], believed_at))
    take = {"sighting": sighting, "reader": reading.reader, "reading": row["id"]}
    connection.execute(takes.insert(), {**take, "believed_at": believed_at})
    return True


def _keep_versions(
    connection: sa.Connection, row: dict[str, Any], believed_at: datetime
) -> tuple[str | None, str | None]:
    """Link the new sighting with its neighbours in time; return the reports of both."""
    found = connection.execute(sa.select(sightings).where(sightings.c.carrier == row["carrier"]))
    peers = [peer._asdict() for peer in found]
    links: dict[tuple[str, str], str] = {}
    neighbours: list[str | None] = [None, None]
    for group in _groups(row, peers):
        line = sorted(group, key=_when)
        at = [peer["id"] for peer in line].index(row["id"])
        if at > 0:
            links[(row["id"], line[at - 1]["id"])] = neighbours[0] = line[at - 1]["report"]
        if at + 1 < len(line):
            links[(line[at + 1]["id"], row["id"])] = neighbours[1] = line[at + 1]["report"]
    pairs = [{"newer": n, "older": o, "believed_at": believed_at} for n, o in links]
    _keep_all(connection, versions, pairs)
    return neighbours[0], neighbours[1]


def _groups(row: dict[str, Any], peers: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    # An address carries one text after another. A publisher and a title alone may also name a
    # daily briefing: there another text is a version only on the same day.
    if row["url"]:
        return [list(peers)]
    same_text = [peer for peer in peers if peer["report"] == row["report"]]
    return [same_text, [peer for peer in peers if _day(peer) == _day(row)]]


def _day(row: dict[str, Any]) -> object:
    return row["published_at"] and row["published_at"].date()


def _when(row: dict[str, Any]) -> tuple[datetime, datetime, str]:
    return row["collected_at"], row["published_at"] or EARLIEST, row["id"]


def _there(connection: sa.Connection, table: sa.Table, **key: str) -> bool:
    return connection.execute(_finder(table, *key), key).first() is not None


@cache
def _finder(table: sa.Table, *columns: str) -> "sa.Select[tuple[int]]":
    # Asked four times a reading: building it anew took a third of the work of adding.
    return sa.select(table.c.seq).where(*(table.c[name] == sa.bindparam(name) for name in columns))


def _keep_all(connection: sa.Connection, table: sa.Table, new: list[dict[str, Any]]) -> None:
    if new:
        connection.execute(table.insert(), new)
