"""One self-contained page of reports: each text with its claims and layers, to look for errors."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tocsin.records import Reading, Report
from tocsin.records.report import UNREAD
from tocsin.show import palette
from tocsin.show.pages import render, script
from tocsin.show.palette import Colour
from tocsin.show.phrases import many, one_line
from tocsin.show.readings.layers import COLOURS
from tocsin.show.readings.sheet import Sheet, sheet

# Grounds on which words stand: where quotes overlap, and a part of the claim that is lit.
GROUNDS = {"twice": Colour("#ffe28a", "#5e4f14"), "slot": Colour("#cfe4fb", "#17406b")}


class Layered(NamedTuple):
    """A layer that the page can switch: its name and how many things the reports have of it."""

    name: str
    things: int


def page(readings: Sequence[Reading], *, unread: Sequence[tuple[str, str]] = ()) -> str:
    """Return `readings` as HTML, in their order; `unread` says what gave no reading, and why.

    As with the brief's page: text of reports is escaped everywhere, the only script is our own,
    and the page's policy forbids every request. Layers are switched by the style sheet alone.
    """
    taken: set[str] = set()
    sheets = [sheet(reading, n, taken=taken) for n, reading in enumerate(readings, 1)]
    own, allowed = script("readings.js")
    return render(
        "readings.html",
        sheets=sheets,
        heading=heading(readings),
        layers=layered(sheets),
        claims=sum(len(reading.claims) for reading in readings),
        unread=unread,
        readers=sorted({reading.reader for reading in readings if reading.reader != UNREAD}),
        no_reader=UNREAD,
        named=named,
        colours=Markup(palette.css(more=GROUNDS | COLOURS)),
        script=own,
        script_hash=allowed,
    )


def heading(readings: Sequence[Reading]) -> str:
    """Return what the page is called: after its only report, else by how many there are."""
    if len(readings) == 1:
        return named(readings[0].report)
    return f"{many(len(readings), 'report')} read" if readings else "No report was read"


def named(report: Report) -> str:
    """Return the title of `report`, or the best that there is to call it by."""
    return one_line(report.title or report.file or report.url or report.id) or report.id


def layered(sheets: Sequence[Sheet]) -> list[Layered]:
    """Return every layer with the number of things in it, over all reports."""
    counts = Counter[str]()
    for one in sheets:
        counts.update({layer.name: len(layer.items) for layer in one.layers})
    return [Layered(name, counts[name]) for name in COLOURS]
