"""Lists in four forms: tables for people; JSON, JSON lines and CSV for programs."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tocsin.show.cli.options import Form
from tocsin.show.cli.screen import emit, note, plain, show

if TYPE_CHECKING:
    from rich.console import RenderableType

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of like things with all that its four forms need.

    `record` gives what JSON holds of a thing, `row` what a CSV line holds, `draw` what people see.
    """

    things: Iterable[Any]
    columns: Sequence[str]
    record: Callable[[Any], object]
    row: Callable[[Any], Row]
    draw: Callable[[Sequence[Any]], Iterable["RenderableType"]]
    empty: str


def listed(listing: Listing, form: Form) -> None:
    """Print `listing` in `form`; only the list itself goes to standard output."""
    if form is Form.table:
        _table(listing)
        return
    for_programs()
    if form is Form.json:
        from tocsin.records import dumps

        emit(dumps([listing.record(thing) for thing in listing.things]))
        return
    for line in _lines(listing, form):
        emit(line)


def for_programs() -> None:
    """Make standard output UTF-8, which JSON demands and CSV readers expect, on any system."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> "RenderableType":
    """Return a plain table; every cell is text, cleaned of controls."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        made.add_column(heading, overflow="fold")
    for row in rows:
        made.add_row(*(Text(plain(cell)) for cell in row))
    return made


def _table(listing: Listing) -> None:
    things = list(listing.things)
    if not things:
        note(listing.empty)
        return
    show(*listing.draw(things))


def _lines(listing: Listing, form: Form) -> Iterable[str]:
    if form is Form.jsonl:
        from tocsin.records import dumps

        yield from (dumps(listing.record(thing)) for thing in listing.things)
    else:
        from tocsin.show.cells import csv_lines

        rows = (listing.row(thing) for thing in listing.things)
        yield from (plain(line) for line in csv_lines(listing.columns, rows))
