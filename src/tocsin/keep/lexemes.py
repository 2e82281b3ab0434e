"""Full-text search on PostgreSQL: what `search` does on SQLite, with the same answers.

The words are cut here, as SQLite cuts them (`tokens`), and kept beside the rows: as a tsvector
under a GIN index, which finds the texts that hold all words, and in a row, in which phrases are
looked for; the places in a tsvector end at the 16,383rd word. Rank is that of the server, with a
word in the title worth as much as several in the text.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, distinct_on

from tocsin.keep.found import Hit
from tocsin.keep.rows import Row, kept_report
from tocsin.keep.snippets import snippet
from tocsin.keep.tables import claims, reports, sightings
from tocsin.keep.tokens import tokens, words_in_a_row
from tocsin.keep.view import standing
from tocsin.keep.words import Query, Term

# Of a word in the text (D, C, B) and in the title (A); 1 divides by the log of the length.
WEIGHTS, BY_LENGTH = [0.25, 0.25, 0.25, 1.0], 1
# A tsvector holds a mebibyte, 256 places of a word and places up to 16383.
MOST_BYTES, MOST_PLACES, LAST_PLACE = 1_000_000, 64, 16_383

_pages = sa.table(
    "page_words", sa.column("seq"), sa.column("words", sa.Text), sa.column("lexemes", TSVECTOR)
)
_quotes = sa.table(
    "quote_words", sa.column("seq"), sa.column("words", sa.Text), sa.column("lexemes", TSVECTOR)
)


def search(
    connection: sa.Connection, query: Query, *, limit: int, as_of: datetime | None
) -> list[Hit]:
    """Return the standing reports that hold what `query` asks for, best first."""
    best = _best(connection, query, limit, as_of)
    quoted = _claims(connection, query, [row["reading"] for row in best])
    texts = _texts(connection, [row["report"] for row in best])
    return [_hit(query, row, texts[row["report"]], quoted) for row in best]


def quote_holds(query: Query) -> "sa.ColumnElement[bool]":
    """Return whether the quote of a row of `claims` holds what `query` asks for."""
    return claims.c.seq.in_(sa.select(_quotes.c.seq).where(*_holds(_quotes, query)))


def index_page(connection: sa.Connection, sighting: Row, text: str) -> None:
    """Index `text` with the title of `sighting`; once for each title that it is carried under."""
    row = {"of": sighting["id"], **_row(sighting["title"] or "", text)}
    connection.execute(_into_pages(), row)


def index_quotes(connection: sa.Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Index the quotes of `rows` of `claims`."""
    keys = ({"of": row["reading"], "at": row["ordinal"]} for row in rows)
    new = [{**key, **_row("", row["quote"])} for key, row in zip(keys, rows, strict=True)]
    connection.execute(_into_quotes(), new)


@cache
def _into_pages() -> sa.Insert:
    own, earlier = sightings.alias("own"), sightings.alias("earlier")
    same = (
        sa.select(earlier.c.seq)
        .where(earlier.c.report == own.c.report, earlier.c.seq < own.c.seq)
        .where(earlier.c.title.is_not_distinct_from(own.c.title))
    )
    found = sa.select(own.c.seq, *_indexed()).where(own.c.id == sa.bindparam("of"))
    return _into(_pages, found.where(~same.exists()))


@cache
def _into_quotes() -> sa.Insert:
    found = sa.select(claims.c.seq, *_indexed()).where(
        claims.c.reading == sa.bindparam("of"), claims.c.ordinal == sa.bindparam("at")
    )
    return _into(_quotes, found)


def _into(table: sa.TableClause, found: "sa.Select[Any]") -> sa.Insert:
    return sa.insert(table).from_select(["seq", "words", "lexemes"], found)


def _indexed() -> "tuple[sa.ColumnElement[Any], ...]":
    row, lexemes = sa.bindparam("row", type_=sa.Text), sa.bindparam("lexemes", type_=sa.Text)
    return sa.cast(row, sa.Text), sa.cast(lexemes, TSVECTOR)


def _row(title: str, text: str) -> dict[str, str]:
    # The bar, which is no word, keeps words in a row from running on from the title to the text.
    return {
        "row": f"{words_in_a_row(title)}|{words_in_a_row(text)}",
        "lexemes": _lexemes(title, text),
    }


def _lexemes(title: str, text: str) -> str:
    places: dict[str, list[str]] = {}
    size = 0
    weighed = [(part, weight) for part, weight in ((title, "A"), (text, ""))]
    words = ((token.word, weight) for part, weight in weighed for token in tokens(part))
    for place, (word, weight) in enumerate(words, start=1):
        if word not in places:
            size += len(word.encode()) + 4
            if size > MOST_BYTES - 2 * MOST_PLACES:
                break
            places[word] = []
        if len(places[word]) < MOST_PLACES:
            size += 2
            places[word].append(f"{min(place, LAST_PLACE)}{weight}")
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def _holds(table: sa.TableClause, query: Query) -> "list[sa.ColumnElement[bool]]":
    """Return the conditions: the index finds texts with all words, then rows are looked at."""
    words = table.c.words
    wanted: list[sa.ColumnElement[bool]] = [table.c.lexemes.op("@@")(_tsquery(query))]
    wanted += [
        sa.or_(*(words.like(_in_a_row(term)) for term in group))
        for group in query.groups
        if any(len(_words(term)) > 1 for term in group)
    ]
    return wanted + [~words.like(_in_a_row(term)) for term in query.without]


def _tsquery(query: Query) -> "sa.ColumnElement[Any]":
    groups = (" | ".join(f"({_all_of(term)})" for term in group) for group in query.groups)
    return sa.cast(" & ".join(f"({group})" for group in groups), TSQUERY)


def _all_of(term: Term) -> str:
    words = [f"'{word}'" for word in _words(term)]
    return " & ".join(words) + ":*" * term.begins


def _in_a_row(term: Term) -> str:
    return f"% {' '.join(_words(term))}{'' if term.begins else ' '}%"


def _words(term: Term) -> list[str]:
    return [token.word for token in tokens(term.words)]


def _best(
    connection: sa.Connection, query: Query, limit: int, as_of: datetime | None
) -> Sequence[Row]:
    view = standing(as_of)
    weights = sa.literal(WEIGHTS, sa.ARRAY(sa.REAL))
    rank = -sa.func.ts_rank(weights, _pages.c.lexemes, _tsquery(query), BY_LENGTH)
    page = sightings.alias("page")
    # One text under several titles is one hit, by the best of them.
    found = (
        sa.select(view, rank.label("rank"), page.c.title.label("page_title"))
        .select_from(_pages)
        .join(page, page.c.seq == _pages.c.seq)
        .join(view, view.c.report == page.c.report)
        .where(*_holds(_pages, query))
        .ext(distinct_on(view.c.report))
        .order_by(view.c.report, rank, page.c.seq)
        .subquery()
    )
    statement = sa.select(found).order_by(found.c.rank, found.c.report).limit(limit)
    return connection.execute(statement).mappings().all()


def _claims(
    connection: sa.Connection, query: Query, reading_ids: Iterable[str]
) -> dict[str, list[str]]:
    statement = (
        sa.select(claims.c.reading, claims.c.id)
        .join(_quotes, _quotes.c.seq == claims.c.seq)
        .where(*_holds(_quotes, query), claims.c.reading.in_(list(reading_ids)))
        .order_by(claims.c.reading, claims.c.ordinal)
    )
    by_reading: dict[str, list[str]] = {}
    for reading, claim in connection.execute(statement):
        by_reading.setdefault(reading, []).append(claim)
    return by_reading


def _texts(connection: sa.Connection, report_ids: Iterable[str]) -> dict[str, str]:
    wanted = sa.select(reports.c.id, reports.c.text).where(reports.c.id.in_(list(report_ids)))
    return {row.id: row.text for row in connection.execute(wanted)}


def _hit(query: Query, row: Row, text: str, quoted: dict[str, list[str]]) -> Hit:
    shown, marks = snippet((row["page_title"] or "", text), query)
    return Hit(
        report=kept_report(row),
        snippet=shown,
        marks=marks,
        claims=tuple(quoted.get(row["reading"], ())),
        rank=row["rank"],
    )
