"""`tocsin times`, `quantities` and `places`: one layer of the reading, alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, groupby
from typing import TYPE_CHECKING, Any

import typer

from tocsin.show.cli import options as o
from tocsin.show.phrases import bounds, days, many, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Place, Quantity, Reading, Report, Time
    from tocsin.records.layers import Single

ORIGIN = ("file", "url", "report", "span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """How one layer looks: the fields it prints for programs, and a row for people."""

    name: "Single"
    one: str
    fields: tuple[str, ...]
    headings: tuple[str, ...]
    row: Callable[[Any], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing of the layer with the report that it stands in."""

    report: "Report"
    thing: Any


def times(
    targets: o.Targets,
    form: o.Format = o.Form.table,
    published: o.Published = None,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Print the times of reports, each with its TIMEX3 value and its days, and nothing else."""
    _printed(TIMES, targets, form, published=published, limit=limit, jobs=jobs, reader=reader)


def quantities(
    targets: o.Targets,
    form: o.Format = o.Form.table,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Print the figures of reports, each with its bounds, its unit and what it counts."""
    _printed(QUANTITIES, targets, form, limit=limit, jobs=jobs, reader=reader)


def places(
    targets: o.Targets,
    form: o.Format = o.Form.table,
    limit: o.Limit = None,
    jobs: o.Jobs = None,
    reader: o.Reader = None,
) -> None:
    """Print the places of reports, each with where it is and how finely that is known."""
    _printed(PLACES, targets, form, limit=limit, jobs=jobs, reader=reader)


def _printed(layer: Layer, targets: list[str], form: o.Form, **asked: Any) -> None:  # noqa: ANN401
    from tocsin.show.cli.listing import Listing, listed
    from tocsin.show.cli.targets import Intake

    intake = Intake(targets, layer=layer.name, **asked)
    listing = Listing(
        things=_things(layer, intake.readings()),
        columns=(*ORIGIN, *layer.fields),
        record=lambda seen: _record(layer, seen),
        row=lambda seen: _csv(layer, seen),
        draw=lambda seen: _drawn(layer, seen),
        empty=f"No {layer.name} were found.",
    )
    listed(listing, form)
    intake.tell()
    raise typer.Exit(intake.code)


def _things(layer: Layer, readings: "Iterable[Reading]") -> Iterator[Seen]:
    for reading in readings:
        # The text is let go of: a table holds all that it prints until the last report is read.
        report = replace(reading.report, text="", id=reading.report.id)
        yield from (Seen(report, thing) for thing in getattr(reading.layers, layer.name))


def _record(layer: Layer, seen: Seen) -> dict[str, object]:
    report, thing = seen.report, seen.thing
    origin = {"file": report.file, "url": report.url, "report": report.id, "span": thing.span}
    return origin | {name: getattr(thing, name) for name in layer.fields}


def _csv(layer: Layer, seen: Seen) -> dict[str, object]:
    start, end = seen.thing.span
    return _record(layer, seen) | {"span": f"{start}:{end}"}


def _drawn(layer: Layer, found: Sequence[Seen]) -> "Iterator[RenderableType]":
    from rich.rule import Rule
    from rich.text import Text

    from tocsin.show.cli.listing import table
    from tocsin.show.cli.screen import plain

    filled = _filled(layer, found)
    for _, group in groupby(found, key=lambda seen: seen.report):
        here = list(group)
        report = here[0].report
        name = plain(one_line(report.title or report.file or report.url or report.id))
        yield Rule(Text(name, style="bold", overflow="ellipsis", no_wrap=True), align="left")
        rows = (tuple(compress(layer.row(seen.thing), filled)) for seen in here)
        yield table(tuple(compress(layer.headings, filled)), rows)
        yield Text(many(len(here), layer.one), style="dim")
        yield ""


def _filled(layer: Layer, found: Sequence[Seen]) -> list[bool]:
    # A column that no report fills says nothing, and takes the width that the words need.
    return [any(cells) for cells in zip(*(layer.row(seen.thing) for seen in found), strict=True)]


def _of_time(time: "Time") -> tuple[str, ...]:
    known = time.start or time.end
    kind = f"{time.type} {time.mod}" if time.mod else time.type
    return one_line(time.text), kind, time.value or "", days(time) if known else ""


def _of_quantity(found: "Quantity") -> tuple[str, ...]:
    amount = bounds(found) if (found.low, found.high, found.best) != (None, None, None) else ""
    bound = found.bound.replace("_", " ")
    known = bound, found.unit or "", one_line(found.of or ""), found.change or ""
    return one_line(found.text), amount, *known


def _of_place(place: "Place") -> tuple[str, ...]:
    point = "" if place.lat is None else f"{place.lat:.2f}, {place.lon:.2f}"
    number = "" if place.geonames is None else str(place.geonames)
    words = one_line(place.text), place.name or "", place.country or "", place.precision or ""
    return (*words, point, number)


TIMES = Layer(
    name="times",
    one="time",
    fields=("text", "type", "value", "mod", "start", "end"),
    headings=("words", "type", "value", "days"),
    row=_of_time,
)
QUANTITIES = Layer(
    name="quantities",
    one="figure",
    fields=("text", "low", "high", "best", "bound", "unit", "of", "change"),
    headings=("words", "amount", "bound", "unit", "of", "change"),
    row=_of_quantity,
)
PLACES = Layer(
    name="places",
    one="place",
    fields=("text", "name", "geonames", "lat", "lon", "country", "precision"),
    headings=("words", "name", "country", "precision", "lat, lon", "geonames"),
    row=_of_place,
)
