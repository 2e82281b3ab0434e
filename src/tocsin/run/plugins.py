"""Readers by language or by name, built in or a stranger's: found through one entry point group.

A name of two or three small letters is a language, and its reader reads every report of that
language. Any other name is a reader that only who asks for it gets. No name is taken from a reader
that is built in. A language whose folder of rules is all there is gets its times and quantities.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast, runtime_checkable

from tocsin.errors import InputError, SetupError, TocsinError
from tocsin.records import Reading, Report
from tocsin.records.layers import Single

READERS = "tocsin.readers"
_OWN = "tocsin"
_LANGUAGE = re.compile("[a-z]{2,3}")


class Reader(Protocol):
    """What can read a report: a stamp of its method and one function without side effects."""

    stamp: str

    def read(self, report: Report) -> Reading:
        """Return the reading of `report`; odd text is a problem in it, never an exception."""


@runtime_checkable
class LayerReader(Protocol):
    """A reader that can read one layer without the others; one that cannot reads them all."""

    def layer(self, report: Report, name: Single) -> Reading:
        """Return the reading of `report` with one layer alone, the same as in the whole."""


def reader_languages() -> tuple[str, ...]:
    """Return the languages that have a reader, sorted."""
    return tuple(sorted(name for name in _entries() if _LANGUAGE.fullmatch(name)))


def partly_read_languages() -> tuple[str, ...]:
    """Return the languages of which only times and figures are read, sorted."""
    from tocsin.run.rule_readers import rule_languages

    return tuple(code for code in rule_languages() if code not in _entries())


def reader_names() -> tuple[str, ...]:
    """Return the names of all readers, sorted: languages, and those that must be asked for."""
    return tuple(sorted(_entries()))


def reader_for(language: str | None) -> Reader | None:
    """Return the reader of `language`, or None where there is none.

    A language that only has rules gets the reader of its times and figures. A text too short to
    tell its language is given to the first reader there is: most of such texts are a headline in
    the language of the desk, and the reading names the doubt.
    """
    code = language or "en"
    entry = _entries().get(code) if _LANGUAGE.fullmatch(code) else None
    return _by_rules(code) if entry is None else _load(entry)


def _by_rules(code: str) -> Reader | None:
    # Imported here: most programs read one language, and its reader opens what it needs.
    from tocsin.run.rule_readers import reader_by_rules, rule_languages

    return reader_by_rules(code) if code in rule_languages() else None


@cache
def reader_named(name: str) -> Reader:
    """Return the reader called `name`, made once for each process.

    Raises:
        InputError: when there is none of that name; the message lists those there are.
        SetupError: when it cannot be made.
    """
    entry = _entries().get(name)
    if entry is None:
        raise InputError(
            f"there is no reader called {name!r}: known are {', '.join(reader_names())}"
        )
    return _load(entry)


def _load(entry: EntryPoint) -> Reader:
    try:
        make = cast("Callable[[], Reader]", entry.load())
    except (ImportError, AttributeError) as error:
        raise SetupError(
            f"the reader {entry.value} cannot be loaded ({error}): install its package again"
        ) from error
    try:
        return make()
    except TocsinError:
        raise
    except Exception as error:
        raise SetupError(
            f"the reader {entry.value} cannot be made ({type(error).__name__}: {error}): "
            "see the page of its package"
        ) from error


@cache
def _entries() -> dict[str, EntryPoint]:
    found = sorted(entry_points(group=READERS), key=lambda entry: (_is_own(entry), entry.value))
    return {entry.name: entry for entry in found}


def _is_own(entry: EntryPoint) -> bool:
    return entry.dist is not None and entry.dist.name == _OWN
