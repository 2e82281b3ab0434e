"""The options that several commands share, each explained once."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated

import typer

from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.phrases import STATUSES


class Form(StrEnum):
    """How a list is printed: for people, or for programs."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def a_day(text: str) -> date:
    """Return the day that `text` names, for an option; anything else is a usage error."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-12-23") from error


def a_moment(text: str) -> datetime | None:
    """Return the aware moment that `text` names; a day is its midnight, no zone is UTC."""
    from tocsin.errors import InputError
    from tocsin.run.moments import moment

    try:
        return moment(text)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


def a_last_moment(text: str) -> datetime | None:
    """Return the last moment that `text` names, for an option: of a day its end."""
    from tocsin.errors import InputError
    from tocsin.run.moments import last_moment

    try:
        return last_moment(text)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


def begin(day: date | None) -> datetime | None:
    """Return the first moment of `day`, UTC."""
    return datetime.combine(day, time.min, UTC) if day else None


def end(day: date | None) -> datetime | None:
    """Return the last moment of `day`, UTC."""
    return datetime.combine(day, time.max, UTC) if day else None


def default_db() -> str:
    """Return where the desk lies if nobody says: the user's data folder, the same from anywhere."""
    from platformdirs import user_data_path

    return str(user_data_path("tocsin", appauthor=False) / "tocsin.db")


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="TOCSIN_DB",
        metavar="PATH|ADDRESS",
        help="Where reports are kept: a file or an address. Default: tocsin.db in your data "
        "folder; `tocsin doctor` says where that is.",
        show_default=False,
    ),
]
Format = Annotated[
    Form,
    typer.Option(
        "--format",
        "-f",
        parser=one_of(Form),
        autocompletion=words_of(Form),
        metavar="table|json|jsonl|csv",
        help="table for people; json, jsonl or csv for programs.",
    ),
]
Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="TARGET…",
        help="Files, folders, addresses, feeds, archives; - reads standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        "--published",
        parser=a_moment,
        metavar="DATE",
        help="When undated texts came out (2024-12-23): it anchors words such as “last month”.",
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="Who published texts that do not say so."),
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="No more than N reports.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Read in N processes. Default: one for a few reports, all cores for many.",
        show_default=False,
    ),
]
Reader = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Have this reader read, of a package of somebody else's. Default: the reader of "
        "each report's language.",
        show_default=False,
    ),
]
Since = Annotated[
    date | None,
    typer.Option("--since", parser=a_day, metavar="DATE", help="Published on this day or later."),
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=a_day, metavar="DATE", help="Published on this day or before."),
]
Type = Annotated[
    str | None,
    typer.Option("--type", "-t", metavar="TYPE", help="Kind of event, as `tocsin types` lists."),
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Who says it: a part of the name.")
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="Where it is: a part of the name.")
]


AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        parser=a_last_moment,
        metavar="DATE",
        help="As it stood then, from what had been collected by the end of that day.",
    ),
]


class ClaimStatus(StrEnum):
    """How far an event is, by the word of the contract or by the one that is printed for people."""

    occurred = "occurred"
    ongoing = "ongoing"
    prepared = "prepared"
    planned = "planned"
    predicted = "predicted"
    hypothetical = "hypothetical"

    @classmethod
    def _missing_(cls, value: object) -> "ClaimStatus | None":
        # Nothing is printed as "possible", but people say so of what is no more than that.
        printed = {words: name for name, words in STATUSES.items()} | {"possible": "hypothetical"}
        name = printed.get(str(value))
        return cls(name) if name else None


Status = Annotated[
    ClaimStatus | None,
    typer.Option(
        "--status",
        "-s",
        parser=one_of(ClaimStatus),
        autocompletion=words_of(ClaimStatus),
        metavar="STATUS",
        help="How far the event is: occurred, ongoing, prepared, planned, predicted, hypothetical; "
        "or as lists print it, such as “under way”.",
    ),
]
