"""The tables, and triggers that refuse to change or remove a row."""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.columns import Id, Instant, Number

revision = "0001"
down_revision = None

# What no two rows of a table share: a row with the same key would take the place of another.
KEYS = {
    "reports": ("id",),
    "sightings": ("id",),
    "versions": ("newer", "older"),
    "readings": ("id",),
    "takes": ("sighting", "reader"),
    "claims": ("reading", "ordinal"),
    "problems": ("id",),
}


def upgrade() -> None:
    """Make the tables of a new desk."""
    _texts()
    _readings()
    _claims()
    _problems()
    if op.get_bind().dialect.name == "sqlite":
        for table, keys in KEYS.items():
            _forbid_change(table, keys)


def downgrade() -> None:
    """Refuse: a desk is not taken back, since rows would be lost."""
    raise NotImplementedError("a desk is never taken back to an older form")


def _number() -> "sa.Column[int]":
    return sa.Column("seq", Number, primary_key=True, autoincrement=True)


def _believed() -> "sa.Column[object]":
    return sa.Column("believed_at", Instant, nullable=False)


def _texts() -> None:
    op.create_table(
        "reports",
        _number(),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        _believed(),
    )
    op.create_table(
        "sightings",
        _number(),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("carrier", Id, nullable=False, index=True),
        sa.Column("file", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("publisher_words", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("published", sa.String(40)),
        sa.Column("published_at", Instant, index=True),
        sa.Column("published_from", sa.String(16)),
        sa.Column("wire", sa.Text),
        sa.Column("language", sa.String(40)),
        sa.Column("collected_at", Instant, nullable=False),
        _believed(),
    )
    op.create_table(
        "versions",
        _number(),
        sa.Column("newer", Id, sa.ForeignKey("sightings.id"), nullable=False),
        sa.Column("older", Id, sa.ForeignKey("sightings.id"), nullable=False, index=True),
        _believed(),
        sa.UniqueConstraint("newer", "older"),
    )


def _readings() -> None:
    op.create_table(
        "readings",
        _number(),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("layers", sa.LargeBinary, nullable=False),
        _believed(),
    )
    op.create_table(
        "takes",
        _number(),
        sa.Column("sighting", Id, sa.ForeignKey("sightings.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("reading", Id, sa.ForeignKey("readings.id"), nullable=False, index=True),
        _believed(),
        sa.UniqueConstraint("sighting", "reader"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        _number(),
        sa.Column("reading", Id, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("id", Id, nullable=False, index=True),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("type", sa.String(64), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("polarity", sa.String(16), nullable=False),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("happened_from", sa.Date),
        sa.Column("happened_to", sa.Date),
        sa.Column("deadline", sa.Date),
        sa.Column("quantity_low", sa.Double),
        sa.Column("quantity_high", sa.Double),
        sa.Column("quantity_of", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("country", sa.String(8)),
        sa.Column("lat", sa.Double),
        sa.Column("lon", sa.Double),
        sa.Column("source_words", sa.Text, nullable=False),
        sa.Column("place_words", sa.Text, nullable=False),
        sa.Column("historical", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        _believed(),
        sa.UniqueConstraint("reading", "ordinal"),
    )


def _problems() -> None:
    op.create_table(
        "problems",
        _number(),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("reading", Id, sa.ForeignKey("readings.id"), index=True),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        _believed(),
    )


def _forbid_change(table: str, keys: tuple[str, ...]) -> None:
    refuse = "SELECT RAISE(ABORT, 'the rows of a desk are added, never changed');"
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_never_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN {refuse} END"
        )
    # INSERT OR REPLACE removes the row in the way without asking the trigger on DELETE.
    same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
    op.execute(
        f"CREATE TRIGGER {table}_never_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq) "
        f"OR EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refuse} END"
    )
