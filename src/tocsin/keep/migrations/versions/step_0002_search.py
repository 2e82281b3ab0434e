"""Full-text search over titles, texts and the quotes of claims (FTS5, on SQLite alone)."""

from alembic import op

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


def upgrade() -> None:
    """Make the indexes, fill them from what is there, and keep them filled by triggers."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in STATEMENTS:
            op.execute(statement)


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
