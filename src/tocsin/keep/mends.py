"""What a failing database says, in words that name the mend."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError, StatementError

from tocsin.errors import StoreError, TocsinError

MENDS = {
    "SQLITE_BUSY": "another program is writing to it: wait until that is done, then try again",
    "SQLITE_LOCKED": "another program is writing to it: wait until that is done, then try again",
    "SQLITE_FULL": "the disk is full: free some space, then add again what was not acknowledged",
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
    name = getattr(error, "sqlite_errorname", "")
    known = [mend for code, mend in MENDS.items() if name.startswith(code)]
    return known[0] if known else f"the database refused ({error}): run `tocsin doctor`"
