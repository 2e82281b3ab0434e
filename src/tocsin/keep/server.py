"""A PostgreSQL server as the place of a desk: how it is opened, and how it is spoken to."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry

from tocsin.errors import SetupError, StoreError
from tocsin.keep.addresses import conninfo, shown

DRIVERS = ("", "psycopg")
# Writers take turns, so that a past view never changes afterwards; the number spells "tocs".
TURN = 0x746F6373
BEGIN_WRITING = (
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
    f"SELECT pg_advisory_xact_lock({TURN}, hashtext(current_schema()))",
)
# An answer is of one moment, times are in UTC, and an acknowledged add is on the server's disk.
SETTINGS = """
SELECT set_config('TimeZone', 'UTC', false),
       set_config('default_transaction_isolation', 'repeatable read', false),
       set_config('lock_timeout', %s, false),
       set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                  WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""


def open_server(address: str, *, wait: float) -> sa.Engine:
    """Return an engine for the database at `address`, `postgresql://USER@HOST:PORT/DATABASE`.

    A connection, and the turn of another writer, are waited for `wait` seconds.

    Raises:
        SetupError: when the driver is not installed.
        StoreError: when `address` asks for another driver.
    """
    scheme = address.partition("://")[0]
    if scheme.partition("+")[2] not in DRIVERS:
        server = shown(address).partition("://")[2]
        raise StoreError(f"{scheme}: write the address as postgresql://{server}")
    try:
        from tocsin.keep.driver import connect
    except ImportError as error:
        raise SetupError(
            f"{shown(address)}: PostgreSQL needs one more package: pip install 'tocsin[postgres]'"
        ) from error
    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(conninfo(address), wait=wait),
        pool_pre_ping=True,
        use_native_hstore=False,
    )
    sa.event.listen(engine, "connect", partial(_on_connect, shown(address), wait))
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(
    place: str,
    wait: float,
    made: Any,  # noqa: ANN401 - psycopg is an extra
    _: ConnectionPoolEntry,
) -> None:
    encoding = made.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreError(
            f"{place} holds its texts in {encoding}, in which not every text can be kept: make "
            "another with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
        )
    made.autocommit = True
    made.execute(SETTINGS, [f"{max(1, round(wait * 1000))}ms"])
    made.autocommit = False


def _on_begin(connection: sa.Connection) -> None:
    # A writer takes its turn at once: what it looked up cannot change before it adds.
    if connection.get_execution_options().get("writes", False):
        for statement in BEGIN_WRITING:
            connection.exec_driver_sql(statement)
