"""`tocsin demo`: fifteen short reports read, kept and shown, then what to try next."""

import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.screen import indented, plain
from tocsin.show.phrases import bounds, chain, day, many, outlet

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.desk import Desk
    from tocsin.show.brief import Brief
    from tocsin.show.brief.figures import FigureGroup, FigureRow
    from tocsin.show.brief.lines import Line

FEW = 4
DemoDb = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH|ADDRESS",
        help="Keep the demo's reports there. Default: demo.db in your data folder, apart from "
        "your own desk.",
        show_default=False,
    ),
]


def demo(db: DemoDb = None) -> None:
    """Read fifteen bundled reports about three stories, keep them and show what came out."""
    from tocsin.run.demo import corpus
    from tocsin.show.cli.briefs import composed
    from tocsin.show.cli.desks import opened
    from tocsin.show.cli.keeping import kept
    from tocsin.show.cli.screen import note, show
    from tocsin.show.cli.targets import Intake

    place = db or demo_db()
    note("Reading fifteen short reports, written for this demo from public facts …")
    intake = Intake([str(corpus())])
    closing = kept(intake, place)
    intake.tell()
    with opened(place) as desk:
        made, _ = composed(desk)
        show(*_screens(made, desk, closing))
        show(*_next(made, place))


def demo_db() -> str:
    """Return where the demo's own desk lies: beside the default one, so that ids stay good."""
    return str(Path(o.default_db()).with_name("demo.db"))


def _screens(made: "Brief", desk: "Desk", closing: str) -> "Iterator[RenderableType]":
    yield ""
    yield _bold(closing)
    yield from _figures(made.figures)
    yield from _lines("Forecasts with the day by which they come true or not", due(made))
    yield from _lines("Being prepared", _of(made, "prepared")[:FEW])
    yield from _lines("Denied", denied(made))
    yield from _section("Copies count once", copies(made))
    yield from _section("A later text takes the place of an earlier one", versions(desk))


def due(made: "Brief") -> "list[Line]":
    """Return the forecasts that fall due on a stated day, the earliest first."""
    return [line for line in made.lines if line.claim.deadline and line.kind == "predicted"][:FEW]


def denied(made: "Brief") -> "list[Line]":
    """Return what somebody denies; what is only supposed, or nobody's denial, is left out."""
    lines = [line for line in _of(made, "denied") if line.claim.sources]
    return [line for line in lines if line.claim.status != "hypothetical"][:FEW]


def copies(made: "Brief") -> list[str]:
    """Return a sentence for each text found twice, and for each report that repeats another."""
    shared: dict[tuple[str, str, str], int] = {}
    for line in made.lines:
        first = line.carriers[0]
        for other in line.carriers[1:]:
            how = "the same text" if other.id == first.id else "the same words"
            pair = (outlet(first), outlet(other), how)
            shared[pair] = shared.get(pair, 0) + 1
    return [
        f"{other} carries {how} as {first} ({many(count, 'claim')}): one origin."
        for (first, other, how), count in shared.items()
        if count > 1 and first != other
    ]


def versions(desk: "Desk") -> list[str]:
    """Return a sentence for each report that a newer text of the same address has replaced."""
    traces = [desk.why(report.id) for report in desk.reports(limit=None)]
    return [
        f"{outlet(trace.report)} changed “{trace.report.title}”: {trace.report.id} stands, "
        f"{', '.join(trace.supersedes)} is kept."
        for trace in traces
        if trace.supersedes
    ]


def program() -> str:
    """Return the words by which this program was called, fit to be pasted again."""
    called = Path(sys.argv[0])
    on_path = shutil.which("tocsin")
    if on_path and Path(on_path).resolve() == called.resolve():
        return "tocsin"
    if called.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m tocsin"
    return shlex.quote(str(called))


def _of(made: "Brief", kind: str) -> "list[Line]":
    return [line for line in made.lines if line.kind == kind]


def _figures(groups: "Sequence[FigureGroup]") -> "Iterator[RenderableType]":
    from tocsin.show.cli.listing import table

    for group in groups[:2]:
        yield ""
        yield _bold(f"Figures for {group.type}, side by side")
        yield table(("published", "figure", "of", "who says so"), map(_figure, group.rows))


def _figure(row: "FigureRow") -> tuple[str, ...]:
    line = row.line
    counted = row.quantity.of or row.quantity.unit or ""
    who = f"{chain(line.claim)} ({', '.join(line.outlets)})"
    return day(line.published), bounds(row.quantity), counted, who


def _lines(title: str, lines: "Sequence[Line]") -> "Iterator[RenderableType]":
    from tocsin.show.cli.cards import card

    if not lines:
        return
    yield ""
    yield _bold(title)
    for line in lines:
        yield from card(line.claim, f"{', '.join(line.outlets)}, {day(line.published)}")


def _section(title: str, sentences: "Sequence[str]") -> "Iterator[RenderableType]":
    if not sentences:
        return
    yield ""
    yield _bold(title)
    for sentence in sentences:
        yield indented(sentence)


def _next(made: "Brief", place: str) -> "Iterator[RenderableType]":
    lines = due(made) or list(made.lines)
    if not lines:
        return
    line, call, desk = lines[0], program(), f"--db {shlex.quote(place)}"
    told = {
        f"{call} why {line.claim.id} {desk}": "what a claim rests on",
        f"{call} report {line.report.id} {desk}": "the whole text, highlighted",
        f"{call} claims --status predicted {desk}": "all forecasts",
        f"{call} search 'missile* OR drone*' {desk}": "find words",
        f"{call} brief --out brief.html {desk}": "a page to open in a browser",
        f"{call} read https://… or a file": "your own reports, nothing kept",
        f"{call} add FOLDER": "your own reports, kept in your own desk",
    }
    yield ""
    yield _bold("Try next")
    for command, what in told.items():
        yield f"  # {what}"
        yield f"  {command}"


def _bold(words: str) -> "RenderableType":
    from rich.text import Text

    return Text(plain(words), style="bold")
