"""What an analyst holds of a source, dated and signed, beside what its record earns."""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.columns import Id, Instant, Number
from tocsin.keep.migrations.guards import forbid_change

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table, whose rows are added and never changed like all others."""
    op.create_table(
        "overrides",
        sa.Column("seq", Number, primary_key=True, autoincrement=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("reliability", sa.String(1)),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("believed_at", Instant, nullable=False),
    )
    forbid_change("overrides", ("id",))


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
