"""The few calls that open tocsin as a library."""

from datetime import date, datetime
from os import PathLike

import tocsin.read  # noqa: F401 - bound before the call of that name takes its place
from tocsin.run.moments import moment

# As `typing` has it: on `import tocsin` nothing is loaded that could wait.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tocsin.records import Place, Quantity, Reading, Report, Time
    from tocsin.records.layers import Single
    from tocsin.run.desk import Desk

    When = str | date | datetime | None


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
    from dataclasses import replace

    from tocsin.run.pipeline import read_report

    report = _report(text, published, language)
    return read_report(replace(report, title=title, publisher=publisher, url=url))


def times(
    text: str, *, published: "When" = None, language: str | None = None
) -> tuple["Time", ...]:
    """Return the times of `text` alone, the same as `read` gives: nothing else is read.

    Raises:
        InputError: when `published` is not a date that ISO 8601 knows.
    """
    return _layer(_report(text, published, language), "times").layers.times


def quantities(text: str, *, language: str | None = None) -> tuple["Quantity", ...]:
    """Return the figures of `text` alone, the same as `read` gives: dates are none."""
    return _layer(_report(text, None, language), "quantities").layers.quantities


def places(text: str, *, language: str | None = None) -> tuple["Place", ...]:
    """Return the places of `text` alone, the same as `read` gives."""
    return _layer(_report(text, None, language), "places").layers.places


def _layer(report: "Report", name: "Single") -> "Reading":
    from tocsin.run.pipeline import Manner, read_report

    return read_report(report, Manner(layer=name))


def _report(text: str, published: "When", language: str | None) -> "Report":
    from tocsin.collect.language import language_of
    from tocsin.records import Report

    when = moment(published)
    return Report(
        text=text,
        published=when,
        published_from="given" if when else None,
        language=language or language_of(text),
    )


def open_desk(address: str | PathLike[str]) -> "Desk":
    """Return the desk kept at `address`, a path or `postgresql://…`. It is made if missing."""
    from tocsin.run.desk import Desk

    return Desk.open(address)
