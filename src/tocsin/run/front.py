"""The few calls that open tocsin as a library."""

from datetime import UTC, date, datetime, time
from os import PathLike
from typing import TYPE_CHECKING

import tocsin.read  # noqa: F401 - bound before the call of that name takes its place
from tocsin.errors import InputError

if TYPE_CHECKING:
    from tocsin.records import Reading
    from tocsin.run.desk import Desk


def read(
    text: str,
    *,
    published: str | date | datetime | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> "Reading":
    """Return the reading of `text`: its layers, its claims and what could not be read.

    Nothing is stored and nothing is fetched. `published` anchors relative times ("last month");
    a date or a time without a zone is taken as UTC. The language is found from the text when it is
    not given.

    Raises:
        InputError: when `published` is not a date that ISO 8601 knows.
    """
    from tocsin.collect.language import language_of
    from tocsin.records import Report
    from tocsin.run.pipeline import read_report

    when = moment(published)
    return read_report(
        Report(
            text=text,
            title=title,
            publisher=publisher,
            url=url,
            published=when,
            published_from="given" if when else None,
            language=language or language_of(text),
        )
    )


def open_desk(address: str | PathLike[str]) -> "Desk":
    """Return the desk kept at `address`: a path, or `sqlite:///…`. It is made if missing."""
    from tocsin.run.desk import Desk

    return Desk.open(address)


def moment(when: str | date | datetime | None) -> datetime | None:
    """Return `when` as an aware time; a day is its midnight, and without a zone it is UTC.

    >>> moment("2024-12-23")
    datetime.datetime(2024, 12, 23, 0, 0, tzinfo=datetime.timezone.utc)

    Raises:
        InputError: when `when` is text but not ISO 8601.
    """
    if when is None:
        return None
    found = _parsed(when) if isinstance(when, str) else when
    if not isinstance(found, datetime):
        found = datetime.combine(found, time())
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _parsed(when: str) -> datetime:
    try:
        return datetime.fromisoformat(when.strip())
    except ValueError as error:
        raise InputError(
            f"not a date: {when!r}. Write it as 2024-12-23 or 2024-12-23T09:00+09:00"
        ) from error
