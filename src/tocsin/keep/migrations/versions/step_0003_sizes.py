"""What a query planner needs to walk a grown desk from the latest report, and stop early.

For SQLite the sizes of a desk that has grown: without them it walks from the takes or the claims,
which is a hundred times slower on a grown desk. Counting them (ANALYZE) would come too late for a
process that adds and asks, and would let the same query change its speed from one day to the next.
PostgreSQL counts, but needs an index in the order of a list: with it a hundred of 200,000 claims
were found in a twentieth of the time.
"""

import sqlalchemy as sa
from alembic import op

from tocsin.keep.migrations.guards import on_server

revision = "0003"
down_revision = "0002"

# Rows of the table, then rows per value of the first column of the index, of the first two …
SIZES = (
    ("reports", "sqlite_autoindex_reports_1", "20000 1"),
    ("sightings", "sqlite_autoindex_sightings_1", "24000 1"),
    ("sightings", "ix_sightings_report", "24000 1"),
    ("sightings", "ix_sightings_carrier", "24000 1"),
    ("sightings", "ix_sightings_published_at", "24000 1"),
    ("versions", "ix_versions_older", "1000 1"),
    ("readings", "sqlite_autoindex_readings_1", "22000 1"),
    ("readings", "ix_readings_report", "22000 1"),
    ("takes", "sqlite_autoindex_takes_1", "25000 1 1"),
    ("takes", "ix_takes_reading", "25000 1"),
    ("claims", "sqlite_autoindex_claims_1", "220000 10 1"),
    ("claims", "ix_claims_id", "220000 1"),
    ("problems", "sqlite_autoindex_problems_1", "20000 1"),
    ("problems", "ix_problems_reading", "20000 2"),
)


def upgrade() -> None:
    """Write the sizes where the planner looks for them; on PostgreSQL, which counts, an index."""
    if on_server():
        # In the order of a list: undated reports last, which a plain index has first.
        latest: list[str | sa.TextClause] = [sa.text("published_at DESC NULLS LAST"), "report"]
        op.create_index("ix_sightings_latest", "sightings", latest)
    else:
        op.execute("ANALYZE sqlite_schema")
        for table, index, sizes in SIZES:
            op.execute(f"INSERT INTO sqlite_stat1 VALUES ('{table}', '{index}', '{sizes}')")
        op.execute("ANALYZE sqlite_schema")


def downgrade() -> None:
    """Refuse: a desk is not taken back to an older form."""
    raise NotImplementedError("a desk is never taken back to an older form")
