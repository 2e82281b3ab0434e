"""Puts what a command wrote where the user wants it: a file, or standard output."""

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from tocsin.errors import StoreError
from tocsin.show.cli.listing import for_programs
from tocsin.show.cli.screen import emit, note


def put(lines: Iterable[str], out: Path | None) -> None:
    """Write `lines` to `out`, or to standard output where it is None; UTF-8 either way.

    Raises:
        StoreError: when the file cannot be written.
    """
    if out is None:
        for_programs()
        for line in lines:
            emit(line)
        return
    # What fails before the first line fails without leaving an empty file.
    rest = iter(lines)
    begun = list(islice(rest, 1))
    try:
        with out.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in chain(begun, rest))
    except OSError as error:
        raise StoreError(
            f"{out} cannot be written ({error.strerror}): choose another place with --out"
        ) from error
    note(f"wrote {out}")
