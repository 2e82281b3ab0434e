"""The marks of texts that weighing compares, so that a view need not read every text anew."""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.columns import Id, Instant, Number
from tocsin.keep.migrations.guards import forbid_change

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; a desk that is there works its marks out when they are asked for."""
    op.create_table(
        "marks",
        sa.Column("seq", Number, primary_key=True, autoincrement=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("stamp", sa.String(40), nullable=False, index=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("believed_at", Instant, nullable=False),
    )
    forbid_change("marks", ("id",))


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
