"""What a failing database says, in words that name the mend."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError, StatementError

from tocsin.errors import StoreError, TocsinError

BUSY = "another program is writing to it: wait until that is done, then try again"
LOST = (
    "the connection was lost; what was acknowledged is kept: look whether the server runs, then "
    "add again what was not acknowledged, which adds nothing twice"
)
FULL = "the disk is full: free some space, then add again what was not acknowledged"
CROWDED = "the server takes no more connections: close some, or raise its max_connections"
MENDS = {
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": "it cannot be written: give yourself the right to write the file and its "
    "folder, or copy it to a folder of your own",
    "SQLITE_CANTOPEN": "it cannot be opened: check that its folder exists and that you may write "
    "there",
    "SQLITE_NOTADB": "the file is no database: name another file",
    "SQLITE_CORRUPT": "the database is damaged: bring back a copy, or save what can be read with "
    "`sqlite3 FILE .recover`",
    "SQLITE_IOERR": "the disk does not read or write as it should: check the disk and the space "
    "on it",
}
# PostgreSQL, by the beginning of its SQLSTATE.
STATES = {
    "55P03": BUSY,
    "40": BUSY,
    "57P0": LOST,
    "08": LOST,
    "5310": FULL,
    "53300": CROWDED,
    "53": "the server is short of memory or of disk: give it more, then try again",
    "42501": "your role lacks a right there: ask the owner for GRANT CREATE ON SCHEMA, or for a "
    "database of your own",
    "3F000": "the schema that the address names is not there: make it with CREATE SCHEMA",
    "25006": "the server may only be read: name the primary server, not a standby",
    "23": "the database refuses a change of what is kept: rows are added, never changed",
    "XX00": "the database is damaged: bring back a backup, and check the disk of the server",
}
# Where no connection was made there is no SQLSTATE; the server's own words, in their order.
REFUSALS = {
    "too many c": CROWDED,
    "connection slots": CROWDED,
    "password authentication failed": "the password is wrong: mend it in the address, in "
    "PGPASSWORD or in ~/.pgpass",
    "no password supplied": "the server asks for a password: give it in PGPASSWORD or in ~/.pgpass",
    "pg_hba.conf": "the server lets nobody in from here as this user: ask its owner for a "
    "line in pg_hba.conf",
    "authentication failed": "the server does not take you for this user: name the right one in "
    "the address",
    'role "': "there is no such user there, or it may not log in: name another in the address, or "
    "make it with `createuser`",
    'database "': "there is no such database there: make it with `createdb`, or mend its name in "
    "the address",
    "Connection refused": "no server answers there: start it, or mend host and port in the address",
    "No such file or directory": "no server answers there: start it, or mend host and port in the "
    "address",
    "resolve host": "there is no such host: mend its name in the address",
    "translate host": "there is no such host: mend its name in the address",
    "starting up": "the server is starting: try again in a moment",
    "shutting down": "the server is shutting down: start it again",
    "SSL": "the server and tocsin do not agree on encryption: try ?sslmode=require, or "
    "?sslmode=disable on your own machine",
    "timeout": "no server answered in time: mend host and port in the address, or look for a "
    "firewall between",
    "closed the connection unexpectedly": LOST,
    "connection is lost": LOST,
    "connection is closed": LOST,
    "connection not open": LOST,
    "Connection reset": LOST,
    "Broken pipe": LOST,
    "conninfo": "the address cannot be read: write postgresql://USER@HOST:PORT/DATABASE",
    "URI": "the address cannot be read: write postgresql://USER@HOST:PORT/DATABASE",
    "connection option": "the address cannot be read: write postgresql://USER@HOST:PORT/DATABASE",
}


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Turn what the database at `place` raises into a StoreError that names the mend."""
    try:
        yield
    except StatementError as error:
        # What our own column types refuse comes wrapped.
        if isinstance(error.orig, TocsinError):
            raise error.orig from error
        raise StoreError(f"{place}: {_mend(error.orig)}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(f"{place}: {_mend(error)}") from error


def _mend(error: BaseException | None) -> str:
    # Extended codes read SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY: the first parts are ours.
    name = getattr(error, "sqlite_errorname", None) or ""
    state = getattr(error, "sqlstate", None) or ""
    known = [mend for code, mend in MENDS.items() if name.startswith(code)]
    known += [mend for code, mend in STATES.items() if state.startswith(code)]
    if not name and not state:
        known += [mend for words, mend in REFUSALS.items() if words in str(error)]
    said = str(error).partition("\n")[0]
    return known[0] if known else f"the database refused ({said}): run `tocsin doctor`"
