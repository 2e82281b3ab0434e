"""The tables, and triggers that refuse to change or remove a row."""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.columns import Id, Instant, Number, short
from tocsin.keep.migrations.guards import FUNCTION, forbid_change, on_server

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
    if on_server():
        op.execute(FUNCTION)
    for table, keys in KEYS.items():
        forbid_change(table, keys)


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
        sa.Column("published", short(40)),
        sa.Column("published_at", Instant, index=True),
        sa.Column("published_from", short(16)),
        sa.Column("wire", sa.Text),
        sa.Column("language", short(40)),
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
        sa.Column("type", short(64), nullable=False),
        sa.Column("status", short(16), nullable=False),
        sa.Column("polarity", short(16), nullable=False),
        sa.Column("certainty", short(16), nullable=False),
        sa.Column("happened_from", sa.Date),
        sa.Column("happened_to", sa.Date),
        sa.Column("deadline", sa.Date),
        sa.Column("quantity_low", sa.Double),
        sa.Column("quantity_high", sa.Double),
        sa.Column("quantity_of", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("country", short(8)),
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
