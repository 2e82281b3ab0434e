"""Reports, claims and counts of the current view, or of a past one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.selectable import Subquery

from tocsin.keep import rows
from tocsin.keep.columns import in_utc
from tocsin.keep.found import (
    ClaimQuery,
    KeptClaim,
    KeptReport,
    Problem,
    ReportQuery,
    Summary,
)
from tocsin.keep.search import quote_holds
from tocsin.keep.tables import claims, problems, sightings, versions
from tocsin.keep.view import believed, standing

# The stamp of a reading that no reader made, because there is none for the language.
UNREAD = "none"


def find_reports(connection: sa.Connection, query: ReportQuery) -> list[KeptReport]:
    """Return the reports that `query` asks for, the latest published first, undated ones last."""
    view = standing(query.as_of)
    counts = (
        _count(claims, claims.c.reading == view.c.reading).label("claims"),
        _count(sightings, sightings.c.report == view.c.report, query.as_of).label("sightings"),
    )
    wanted = _published(view, query.since, query.until)
    if query.publisher is not None:
        wanted.append(_holds(view.c.publisher_words, query.publisher))
    if query.language is not None:
        wanted.append(view.c.language == rows.clean(query.language))
    statement = sa.select(view, *counts).where(*wanted).order_by(*_latest(view)).limit(query.limit)
    return [rows.kept_report(row) for row in connection.execute(statement).mappings()]


def find_claims(connection: sa.Connection, query: ClaimQuery) -> list[KeptClaim]:
    """Return the claims that `query` asks for, by report as in `find_reports`, in text order."""
    view = standing(query.as_of)
    statement = (
        sa.select(view, claims.c.record, claims.c.believed_at.label("claim_believed_at"))
        .join(claims, claims.c.reading == view.c.reading)
        .where(*_filters(connection, query, view))
        .order_by(*_latest(view), claims.c.ordinal)
        .limit(query.limit)
    )
    return [
        KeptClaim(
            claim=rows.claim_of(row["record"]),
            report=rows.kept_report(row),
            believed_at=row["claim_believed_at"],
        )
        for row in connection.execute(statement).mappings()
    ]


def _filters(
    connection: sa.Connection, query: ClaimQuery, view: Subquery
) -> "list[sa.ColumnElement[bool]]":
    wanted = _published(view, query.since, query.until)
    for column, values in (
        (claims.c.type, query.types),
        (claims.c.status, query.statuses),
        (claims.c.country, tuple(country.upper() for country in query.countries)),
    ):
        if values:
            wanted.append(column.in_([rows.clean(value) for value in values]))
    if query.source is not None:
        own_voice = sa.and_(
            claims.c.source_words == "", _holds(view.c.publisher_words, query.source)
        )
        wanted.append(sa.or_(_holds(claims.c.source_words, query.source), own_voice))
    if query.place is not None:
        wanted.append(_holds(claims.c.place_words, query.place))
    if query.report is not None:
        wanted.append(view.c.report == query.report)
    if query.text is not None:
        wanted.append(quote_holds(connection, query.text))
    return wanted + _happened(query)


def _happened(query: ClaimQuery) -> "list[sa.ColumnElement[bool]]":
    wanted = []
    if query.happened_since is not None:
        wanted.append(claims.c.happened_to >= query.happened_since)
    if query.happened_until is not None:
        wanted.append(claims.c.happened_from <= query.happened_until)
    return wanted


def _published(
    view: Subquery, since: datetime | None, until: datetime | None
) -> "list[sa.ColumnElement[bool]]":
    wanted = []
    if since is not None:
        wanted.append(view.c.published_at >= in_utc(since))
    if until is not None:
        wanted.append(view.c.published_at <= in_utc(until))
    return wanted


def _holds(column: "sa.ColumnElement[str]", words: str) -> "sa.ColumnElement[bool]":
    plain = rows.words_of(words)
    return column.contains(plain, autoescape=True) if plain else sa.false()


def _latest(view: Subquery) -> "tuple[sa.ColumnElement[object], ...]":
    # Spelled so that an index on the time of publication gives the order.
    return view.c.published_at.desc().nulls_last(), view.c.report


def _count(
    table: sa.Table, which: "sa.ColumnElement[bool]", as_of: datetime | None = None
) -> "sa.ScalarSelect[int]":
    return (
        sa.select(sa.func.count())
        .select_from(table)
        .where(which, believed(table, as_of))
        .scalar_subquery()
    )


def find_problems(
    connection: sa.Connection, *, origin: str | None, limit: int | None
) -> list[Problem]:
    """Return what was passed over, the latest first; `origin` asks for one report or file."""
    statement = sa.select(problems).order_by(problems.c.seq.desc()).limit(limit)
    if origin is not None:
        statement = statement.where(problems.c.origin == rows.clean(origin))
    return [
        Problem(
            id=row["id"],
            origin=row["origin"],
            words=row["words"],
            believed_at=row["believed_at"],
        )
        for row in connection.execute(statement).mappings()
    ]


def summarize(connection: sa.Connection, as_of: datetime | None) -> Summary:
    """Return the counts of the view at `as_of`, each the most frequent first."""
    view = standing(as_of)
    kinds, groups = _kinds(connection, view), _groups(connection, view)
    return Summary(
        reports=sum(group.number for group in groups),
        sightings=_size(connection, sightings, as_of),
        versions=_size(connection, versions, as_of),
        claims=kinds.total(),
        problems=_size(connection, problems, as_of),
        types=_tally((type_, number) for (type_, _), number in kinds.items()),
        statuses=_tally((status, number) for (_, status), number in kinds.items()),
        publishers=_tally((group.publisher, group.number) for group in groups),
        languages=_tally((group.language, group.number) for group in groups),
        unread=_tally((g.language, g.number) for g in groups if g.reader == UNREAD),
        first_published=min((g.first for g in groups if g.first), default=None),
        last_published=max((g.last for g in groups if g.last), default=None),
    )


def _groups(connection: sa.Connection, view: Subquery) -> "Sequence[sa.Row[Any]]":
    shared = (view.c.publisher, view.c.language, view.c.reader)
    statement = sa.select(
        *shared,
        sa.func.count().label("number"),
        sa.func.min(view.c.published_at).label("first"),
        sa.func.max(view.c.published_at).label("last"),
    )
    return connection.execute(statement.group_by(*shared)).all()


def _kinds(connection: sa.Connection, view: Subquery) -> "Counter[tuple[str, str]]":
    statement = (
        sa.select(claims.c.type, claims.c.status, sa.func.count())
        .join(view, claims.c.reading == view.c.reading)
        .group_by(claims.c.type, claims.c.status)
    )
    return Counter({(row[0], row[1]): row[2] for row in connection.execute(statement)})


def _size(connection: sa.Connection, table: sa.FromClause, as_of: datetime | None = None) -> int:
    statement = sa.select(sa.func.count()).select_from(table).where(believed(table, as_of))
    return connection.execute(statement).scalar_one()


def _tally(counted: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    tally: Counter[Any] = Counter()
    for value, number in counted:
        tally[value] += number
    return dict(sorted(tally.items(), key=lambda item: (-item[1], item[0] or "")))
