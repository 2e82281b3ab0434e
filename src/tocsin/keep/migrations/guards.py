"""Triggers that refuse to change or remove a row, on every database, whatever program tries it."""

from alembic import op

REFUSAL = "the rows of a desk are added, never changed"
FUNCTION = f"""
CREATE FUNCTION tocsin_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def on_server() -> bool:
    """Return whether the step runs on PostgreSQL."""
    return op.get_context().dialect.name == "postgresql"


def forbid_change(table: str, keys: tuple[str, ...]) -> None:
    """Guard the rows of `table`, of which no two share the values of `keys`."""
    if on_server():
        _on_server(table)
    else:
        _on_sqlite(table, keys)


def _on_server(table: str) -> None:
    # ON CONFLICT DO UPDATE asks the trigger on UPDATE, so a replacement needs none of its own.
    for name, change, each in (
        ("changed", "UPDATE OR DELETE", "ROW"),
        ("emptied", "TRUNCATE", "STATEMENT"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_never_{name} BEFORE {change} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION tocsin_never_changed()"
        )


def _on_sqlite(table: str, keys: tuple[str, ...]) -> None:
    refuse = f"SELECT RAISE(ABORT, '{REFUSAL}');"
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
