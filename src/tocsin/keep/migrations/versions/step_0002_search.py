"""Full-text search over titles, texts and the quotes of claims.

FTS5 on SQLite; on PostgreSQL words cut by this program, with an index of their own (see
`tocsin.keep.lexemes`).
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from tocsin.keep.migrations.guards import forbid_change, on_server

revision = "0002"
down_revision = "0001"

# A text carried by seventy sites is indexed once for each title it has there.
PAGES = """
CREATE VIEW pages AS
SELECT s.seq AS seq, s.title AS title, r.text AS text
FROM sightings s JOIN reports r ON r.id = s.report
WHERE NOT EXISTS (
  SELECT 1 FROM sightings e WHERE e.report = s.report AND e.title IS s.title AND e.seq < s.seq
)
"""
WORDS = "tokenize = 'unicode61 remove_diacritics 2'"
STATEMENTS = (
    PAGES,
    "CREATE VIRTUAL TABLE page_words USING fts5"
    f"(title, text, content = 'pages', content_rowid = 'seq', {WORDS})",
    "CREATE VIRTUAL TABLE quote_words USING fts5"
    f"(quote, content = 'claims', content_rowid = 'seq', {WORDS})",
    "CREATE TRIGGER sightings_into_words AFTER INSERT ON sightings BEGIN "
    "INSERT INTO page_words(rowid, title, text) "
    "SELECT seq, title, text FROM pages WHERE seq = NEW.seq; END",
    "CREATE TRIGGER claims_into_words AFTER INSERT ON claims BEGIN "
    "INSERT INTO quote_words(rowid, quote) VALUES (NEW.seq, NEW.quote); END",
    "INSERT INTO page_words(page_words) VALUES ('rebuild')",
    "INSERT INTO quote_words(quote_words) VALUES ('rebuild')",
)
# Of what the words are, by which they are looked for.
WORDS_OF = {"page_words": "sightings", "quote_words": "claims"}


def upgrade() -> None:
    """Make the indexes, fill them from what is there, and keep them filled by triggers."""
    if on_server():
        for table, of in WORDS_OF.items():
            _make_words(table, of)
    else:
        for statement in STATEMENTS:
            op.execute(statement)


def _make_words(table: str, of: str) -> None:
    # Nothing is there yet to be filled in: no desk was kept on a server before this step.
    op.create_table(
        table,
        sa.Column("seq", sa.BigInteger, sa.ForeignKey(f"{of}.seq"), primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("lexemes", TSVECTOR, nullable=False),
    )
    op.create_index(f"ix_{table}_lexemes", table, ["lexemes"], postgresql_using="gin")
    forbid_change(table, ("seq",))


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
