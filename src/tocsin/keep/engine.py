"""An address to an open engine: which database, and how it is spoken to."""

import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, StaticPool

from tocsin.errors import StoreError
from tocsin.keep.addresses import is_server, shown
from tocsin.keep.server import open_server

MEMORY = ":memory:"


def open_engine(address: str | os.PathLike[str], *, wait: float) -> sa.Engine:
    """Return an engine for `address`: a path, `sqlite:///…`, `:memory:` or `postgresql://…`.

    A writer that finds the database locked waits `wait` seconds.

    Raises:
        StoreError: when the address is no place for a desk; the message names the mend.
    """
    if is_server(os.fspath(address)):
        return open_server(os.fspath(address), wait=wait)
    path = _path(os.fspath(address))
    if path != MEMORY:
        path = _checked(Path(path).expanduser())
    sealed = path != MEMORY and _sealed(Path(path))
    engine = sa.create_engine(
        _to_read(Path(path)) if sealed else URL.create("sqlite", database=path),
        connect_args={"timeout": wait, "check_same_thread": False},
        **({"poolclass": StaticPool} if path == MEMORY else {}),
    )
    if not sealed:
        sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def _path(address: str) -> str:
    scheme, found, rest = address.partition("://")
    if not found:
        return address
    if scheme.partition("+")[0] != "sqlite":
        raise StoreError(
            f"{shown(address)}: a desk is kept in a file or on a PostgreSQL server: give a path or "
            "sqlite:///PATH, or postgresql://USER@HOST/DATABASE"
        )
    # As everywhere: sqlite:///relative.db, sqlite:////absolute.db, sqlite:// for memory.
    return rest.removeprefix("/") or MEMORY


def _checked(path: Path) -> str:
    if path.is_dir():
        raise StoreError(f"{path} is a folder: name a file in it, such as {path / 'tocsin.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}: make it, or name another")
    return str(path)


def _sealed(path: Path) -> bool:
    """Return whether the desk at `path` can be read and not written: an archive, a mounted disk."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return path.exists() and not writable


def _to_read(path: Path) -> URL:
    # SQLite lays files of its own beside a database even to read it. Where it cannot, it must be
    # told that nobody writes; the log of a writer who does lies there for all to see.
    written_to = path.with_name(path.name + "-wal").exists()
    kept = {} if written_to else {"immutable": "1"}
    return URL.create(
        "sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "uri": "true", **kept}
    )


def _on_connect(connection: PoolProxiedConnection, _: ConnectionPoolEntry) -> None:
    # Python's driver begins transactions of its own accord and not before every statement; we
    # begin them ourselves (see `_on_begin`), so that one holds all it should.
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: what it looked up cannot change before it adds.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
