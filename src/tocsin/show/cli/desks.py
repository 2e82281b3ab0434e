"""Opens the desk that a command asks for, and says which one it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.errors import StoreError
from tocsin.show.cli.options import default_db
from tocsin.show.cli.screen import err, note

if TYPE_CHECKING:
    from tocsin.run.desk import Desk


@contextmanager
def opened(db: str | None, *, make: bool = False) -> "Iterator[Desk]":
    """Open the desk at `db`, or the default one; only `make` lets a missing file be made.

    Raises:
        StoreError: nothing was ever added there, or it cannot be opened.
    """
    from tocsin.run.desk import Desk

    address = db or default_db()
    if is_file(address):
        _ready(Path(address), make=make)
    # A server's database is there before a desk is; only adding makes one in it.
    with Desk.open(address, make=make or is_file(address)) as desk:
        yield desk


def told(db: str | None) -> None:
    """Say on a terminal which desk is asked, so that an empty answer is no riddle."""
    if err().is_terminal:
        note(f"desk: {named(db)}")


def named(db: str | None) -> str:
    """Return the desk at `db`, or the default one, as it may be shown: without a password."""
    from tocsin.run.desk import shown

    return shown(db or default_db())


def is_file(address: str) -> bool:
    """Return whether `address` is a path, not the address of a server."""
    return "://" not in address


def _ready(path: Path, *, make: bool) -> None:
    if not make and not path.exists():
        raise StoreError(
            f"there is no desk at {path}: add reports with `tocsin add FILE…`, "
            "or name another desk with --db"
        )
    if make:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the folder {path.parent} cannot be made ({error.strerror}): "
                "name another place with --db"
            ) from error
