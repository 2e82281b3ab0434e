"""A desk brought to the form that this program knows, on opening."""

from pathlib import Path

import sqlalchemy as sa

from tocsin.errors import StoreError

FOLDER = Path(__file__).parent / "migrations"
STEPS = ("0001", "0002", "0003", "0004", "0005", "0006")


def bring_up(engine: sa.Engine, place: str, *, make: bool = True) -> None:
    """Make or upgrade the tables of the desk in `engine`; a desk in today's form costs one query.

    Raises:
        StoreError: when the database is not a desk, or comes from a newer tocsin; and when there
            is nothing in it, unless `make` lets a desk be made there.
    """
    with engine.connect() as connection:
        form = _form(connection, place)
        if form == STEPS[-1]:
            return
        if form is None and not make:
            raise StoreError(
                f"there is no desk in {place}: add reports with `tocsin add FILE…`, or name "
                "another desk with --db"
            )
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        # Another process may have done it while this one waited for the lock.
        if _form(connection, place) != STEPS[-1]:
            _upgrade(connection)


def _form(connection: sa.Connection, place: str) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    if not {"alembic_version", "sightings"} <= set(tables):
        kind = "file" if connection.dialect.name == "sqlite" else "database"
        raise StoreError(f"{place} holds something else ({tables[0]} …): name another {kind}")
    form = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if form not in STEPS:
        raise StoreError(
            f"{place} was written by a newer tocsin (form {form}; this one knows up to "
            f"{STEPS[-1]}): upgrade with `pip install --upgrade tocsin`"
        )
    return str(form)


def _upgrade(connection: sa.Connection) -> None:
    # Imported here: an up-to-date desk opens without it, which saves a quarter of a second.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from tocsin.keep.tables import metadata

    script = ScriptDirectory(str(FOLDER))
    context = MigrationContext.configure(
        connection,
        opts={
            "fn": lambda form, _: script._upgrade_revs("head", form),
            "target_metadata": metadata,
            "render_as_batch": True,
        },
    )
    with Operations.context(context):
        context.run_migrations()
