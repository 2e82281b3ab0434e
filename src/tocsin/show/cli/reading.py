"""`tocsin read` and `tocsin add`: from targets to claims, without keeping them or with it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.screen import emit, note, progress, show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Reading


def read(  # noqa: PLR0913 - each is an option of the command
    targets: o.Targets,
    *,
    form: o.Format = o.Form.table,
    published: o.Published = None,
    publisher: o.Publisher = None,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Read reports into claims, and keep nothing.

    With --format jsonl, standard output holds one reading per report (see `tocsin schema`) and
    nothing else; progress and problems go to standard error.
    """
    from tocsin.show.cli.targets import Intake

    intake = Intake(targets, published, publisher, limit, jobs, reader=reader)
    _printed(progress(intake.readings(), "reports read"), form)
    intake.tell()
    raise typer.Exit(intake.code)


def _printed(readings: "Iterable[Reading]", form: o.Form) -> None:
    from tocsin.show.cli.listing import for_programs

    if form is o.Form.table:
        for reading in readings:
            show(*_drawn(reading))
        return
    for_programs()
    for line in _lines(readings, form):
        emit(line)


def _lines(readings: "Iterable[Reading]", form: o.Form) -> Iterator[str]:
    from tocsin.records import dumps

    if form is o.Form.jsonl:
        yield from map(dumps, readings)
    elif form is o.Form.json:
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
