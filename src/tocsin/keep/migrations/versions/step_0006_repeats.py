"""What a claim repeats, and whether its figure is a rise or a fall, as columns of their own.

Rows are never changed: in those from before this step both stay empty. What their claims say of
it stands in their records, as ever.
"""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.columns import Id, short

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the two columns at the end of the table."""
    op.add_column("claims", sa.Column("quantity_change", short(8)))
    op.add_column("claims", sa.Column("repeats", Id))


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
