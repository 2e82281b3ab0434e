"""Full-text search: here on SQLite (FTS5), and handed on to `lexemes` on PostgreSQL.

Rank is bm25; a word in the title counts as much as several in the text. On SQLite triggers fill
the index; on PostgreSQL `index_page` and `index_quotes` do.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from tocsin.keep import lexemes
from tocsin.keep.found import Hit
from tocsin.keep.rows import Row, kept_report
from tocsin.keep.tables import claims, sightings
from tocsin.keep.view import standing
from tocsin.keep.words import asked, expression
from tocsin.records import Span

TITLE_WEIGHT, TEXT_WEIGHT = 4.0, 1.0
SNIPPET_WORDS = 24
OPEN, CLOSE = "\x02", "\x03"

_pages = sa.table("page_words", sa.column("rowid", sa.Integer), sa.column("page_words"))
_quotes = sa.table("quote_words", sa.column("rowid", sa.Integer), sa.column("quote_words"))


def search(
    connection: sa.Connection, query: str, *, limit: int, as_of: datetime | None
) -> list[Hit]:
    """Return the standing reports that hold what `query` asks for, best first."""
    if _on_server(connection):
        wanted = asked(query)
        return lexemes.search(connection, wanted, limit=limit, as_of=as_of) if wanted else []
    found = expression(query)
    if found is None:
        return []
    best = _best(connection, found, limit, as_of)
    quoted = _claims(connection, found, [row["reading"] for row in best])
    return [_hit(connection, found, row, quoted) for row in best]


def quote_holds(connection: sa.Connection, query: str) -> "sa.ColumnElement[bool]":
    """Return whether the quote of a row of `claims` holds what `query` asks for."""
    if _on_server(connection):
        wanted = asked(query)
        return lexemes.quote_holds(wanted) if wanted else sa.false()
    found = expression(query)
    if found is None:
        return sa.false()
    matched = sa.select(_quotes.c.rowid).where(_quotes.c.quote_words.op("MATCH")(found))
    return claims.c.seq.in_(matched)


def index_page(connection: sa.Connection, sighting: Row, text: str) -> None:
    """Index `text` with the title of `sighting`, a new row, where no trigger does."""
    if _on_server(connection):
        lexemes.index_page(connection, sighting, text)


def index_quotes(connection: sa.Connection, new: Sequence[dict[str, Any]]) -> None:
    """Index the quotes of the `new` rows of `claims`, where no trigger does."""
    if new and _on_server(connection):
        lexemes.index_quotes(connection, new)


def _on_server(connection: sa.Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _best(connection: sa.Connection, found: str, limit: int, as_of: datetime | None) -> list[Row]:
    view = standing(as_of)
    rank = sa.func.bm25(sa.literal_column("page_words"), TITLE_WEIGHT, TEXT_WEIGHT)
    statement = (
        sa.select(view, _pages.c.rowid.label("page"), rank.label("rank"))
        .select_from(_pages)
        .join(sightings, sightings.c.seq == _pages.c.rowid)
        .join(view, view.c.report == sightings.c.report)
        .where(_pages.c.page_words.op("MATCH")(found))
        .order_by("rank", view.c.report)
    )
    best: dict[str, Row] = {}
    # One text under several titles is one hit, so how many rows give `limit` hits is not known.
    for row in connection.execute(statement).mappings():
        if len(best) == limit:
            break
        best.setdefault(row["report"], row)
    return list(best.values())


def _claims(
    connection: sa.Connection, found: str, reading_ids: Iterable[str]
) -> dict[str, list[str]]:
    statement = (
        sa.select(claims.c.reading, claims.c.id)
        .join(_quotes, _quotes.c.rowid == claims.c.seq)
        .where(_quotes.c.quote_words.op("MATCH")(found), claims.c.reading.in_(list(reading_ids)))
        .order_by(claims.c.reading, claims.c.ordinal)
    )
    by_reading: dict[str, list[str]] = {}
    for reading, claim in connection.execute(statement):
        by_reading.setdefault(reading, []).append(claim)
    return by_reading


def _hit(connection: sa.Connection, found: str, row: Row, quoted: dict[str, list[str]]) -> Hit:
    cut = sa.func.snippet(sa.literal_column("page_words"), -1, OPEN, CLOSE, "…", SNIPPET_WORDS)
    statement = (
        sa.select(cut)
        .select_from(_pages)
        .where(_pages.c.page_words.op("MATCH")(found), _pages.c.rowid == row["page"])
    )
    snippet, marks = _unmarked(connection.execute(statement).scalar_one())
    return Hit(
        report=kept_report(row),
        snippet=snippet,
        marks=marks,
        claims=tuple(quoted.get(row["reading"], ())),
        rank=row["rank"],
    )


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, marks, start = "", [], None
    for part in _split(marked):
        if part == OPEN:
            start = len(text)
        elif part == CLOSE:
            if start is not None:
                marks.append((start, len(text)))
            start = None
        else:
            text += part
    return text, tuple(marks)


def _split(marked: str) -> list[str]:
    return marked.replace(OPEN, f"\0{OPEN}\0").replace(CLOSE, f"\0{CLOSE}\0").split("\0")
