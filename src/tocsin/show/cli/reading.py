"""`tocsin read` and `tocsin add`: from targets to claims, without keeping them or with it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.cli.screen import note, show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Reading
    from tocsin.show.cli.targets import Intake


class Form(StrEnum):
    """How readings are given: as cards for people, a page to look at, or for programs."""

    table = "table"
    html = "html"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


ENDINGS = {f".{form.value}": form for form in Form if form is not Form.table} | {".htm": Form.html}

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write here; .html, .json, .jsonl and .csv choose the format.",
    ),
]
As = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        parser=one_of(Form),
        autocompletion=words_of(Form),
        metavar="table|html|json|jsonl|csv",
        help="table for people; html for a page with the claims beside the words; json, jsonl or "
        "csv for programs. Default: by the file's name, else table.",
        show_default=False,
    ),
]


def read(  # noqa: PLR0913 - each is an option of the command
    targets: o.Targets,
    *,
    form: As = None,
    out: Out = None,
    published: o.Published = None,
    publisher: o.Publisher = None,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Read reports into claims, and keep nothing.

    With --format jsonl, standard output holds one reading per report (see `tocsin schema`) and
    nothing else; progress and problems go to standard error. With --format html it is one page,
    for a browser.
    """
    from tocsin.show.cli.targets import Intake

    asked = _form(form, out)
    intake = Intake(targets, published, publisher, limit, jobs, reader=reader)
    _printed(intake, asked, out)
    intake.tell()
    raise typer.Exit(intake.code)


def _form(form: Form | None, out: Path | None) -> Form:
    if out is None:
        return form or Form.table
    named = form or ENDINGS.get(out.suffix.lower())
    if named is None or named is Form.table:
        raise typer.BadParameter(
            f"{out}: readings are written as .html, .json, .jsonl or .csv; name the file so, or "
            "give --format"
        )
    return named


def _printed(intake: "Intake", form: Form, out: Path | None) -> None:
    from tocsin.show.cli.writing import put

    readings = intake.readings()
    if form is Form.table:
        for reading in readings:
            show(*_drawn(reading))
    elif form is Form.html:
        put(_page(readings, intake), out)
    else:
        put(_lines(readings, form), out)


def _page(readings: "Iterable[Reading]", intake: "Intake") -> Iterator[str]:
    from tocsin.show.readings import page

    # The list at its top and what was not read are known when all are read.
    read = tuple(readings)
    yield page(read, unread=intake.passed_over)


def _lines(readings: "Iterable[Reading]", form: Form) -> Iterator[str]:
    from tocsin.records import dumps

    if form is Form.jsonl:
        yield from map(dumps, readings)
    elif form is Form.json:
        yield f"[{','.join(map(dumps, readings))}]"
    else:
        yield from _csv(readings)


def _csv(readings: "Iterable[Reading]") -> Iterator[str]:
    from tocsin.run.frames import COLUMNS
    from tocsin.show.cells import csv_line
    from tocsin.show.cli.screen import plain

    yield csv_line(COLUMNS)
    for reading in readings:
        for claim in reading.claims:
            cells = (column(claim, reading.report) for column in COLUMNS.values())
            yield plain(csv_line(cells))


def _drawn(reading: "Reading") -> "Iterator[RenderableType]":
    from rich.rule import Rule
    from rich.text import Text

    from tocsin.show.cli.cards import cards, origin
    from tocsin.show.cli.screen import plain
    from tocsin.show.phrases import many

    report = reading.report
    title = plain(report.title or report.file or report.id)
    yield Rule(Text(title, style="bold", overflow="ellipsis", no_wrap=True), align="left")
    head = (origin(report), report.language or "", many(len(reading.claims), "claim"))
    yield Text(plain(" · ".join(part for part in head if part)), style="dim")
    yield ""
    yield from cards((claim, "") for claim in reading.claims)


def add(  # noqa: PLR0913 - each is an option of the command
    targets: o.Targets,
    *,
    db: o.Db = None,
    published: o.Published = None,
    publisher: o.Publisher = None,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Read reports and keep them: what is there already adds nothing."""
    from tocsin.show.cli.keeping import kept
    from tocsin.show.cli.targets import Intake

    intake = Intake(targets, published, publisher, limit, jobs, reader=reader)
    note(kept(intake, db), style="bold")
    intake.tell()
    raise typer.Exit(intake.code)
