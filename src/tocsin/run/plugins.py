"""Readers by language, built in or a stranger's: both are found through the same entry points."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from tocsin.errors import SetupError
from tocsin.records import Reading, Report

READERS = "tocsin.readers"


class Reader(Protocol):
    """What can read a report: a stamp of its method and one function without side effects."""

    stamp: str

    def read(self, report: Report) -> Reading:
        """Return the reading of `report`; odd text is a problem in it, never an exception."""


def reader_languages() -> tuple[str, ...]:
    """Return the languages that have a reader, sorted."""
    return tuple(sorted(_entries()))


def reader_for(language: str | None) -> Reader | None:
    """Return the reader of `language`, or None where there is none.

    A text too short to tell its language is given to the first reader there is: most of such texts
    are a headline in the language of the desk, and the reading names the doubt.
    """
    entry = _entries().get(language or "en")
    return None if entry is None else _load(entry)


def _load(entry: EntryPoint) -> Reader:
    try:
        make = cast("Callable[[], Reader]", entry.load())
    except ImportError as error:
        raise SetupError(
            f"the reader {entry.value} cannot be loaded ({error}): install its package again"
        ) from error
    return make()


@cache
def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=READERS)}
