"""`tocsin estimates`: figures by who gives them and when, and the interval that they fuse to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.errors import InputError
from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.asking import Country
from tocsin.show.cli.looks import Look, show
from tocsin.show.cli.screen import indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Estimate, Figure, History
    from tocsin.run.weighing import Weighed
    from tocsin.show.cli.listing import Row

# More charts than these one above the other nobody looks at.
PANELS = 6
COLUMNS = (
    "estimate",
    "event",
    "type",
    "measure",
    "population",
    "place",
    "unit",
    "kind",
    "source",
    "origin",
    "day",
    "published",
    "low",
    "best",
    "high",
    "bound",
    "changed",
    "replaced",
    "text",
    "claim",
    "file",
    "url",
    "quote",
)
ChartFile = Annotated[
    Path | None,
    typer.Option(
        "--chart",
        metavar="FILE",
        help="Draw them into a file: .svg, .png, or .json for the Vega-Lite specification.",
    ),
]
Id = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="Only the estimate whose id begins so.", show_default=False
    ),
]


def estimates(  # noqa: PLR0913 - each is an option of the command
    given: Id = None,
    *,
    kind: o.Type = None,
    event: w.OfEvent = None,
    place: o.Place = None,
    country: Country = None,
    source: o.Source = None,
    chart: ChartFile = None,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List what is counted: each source's figures over time, and the fused interval.

    A figure is bound to what it counts, of whom, and its day. No mean is taken and the latest does
    not win: the fused interval is a weighted median over origins, with bounds kept as bounds. What
    a page said before it was changed is shown, and has no vote.
    """
    from tocsin.run.choosing import choose_estimates

    found = w.view(db, as_of, since, until)
    kept = choose_estimates(
        found, given=given, event=event, type=kind, place=place, country=country, source=source
    )
    if chart is not None:
        draw(w.cut(kept, limit, form), found, chart)
    show(ESTIMATES, kept, found, limit=limit, form=form, kind=kind)


def draw(estimates: "Sequence[Estimate]", found: "Weighed", path: Path) -> None:
    """Draw `estimates` into the file `path`.

    Raises:
        InputError: when there is nothing to draw, or too much for one picture.
    """
    from tocsin.show.charts import estimates_chart, save
    from tocsin.show.cli.screen import note

    if not 0 < len(estimates) <= PANELS:
        count = f"{len(estimates)} estimates" if estimates else "no estimate"
        raise InputError(
            f"{count} for one chart: give the ID of one, or narrow with --event or --type to at "
            f"most {PANELS}"
        )
    save(estimates_chart(estimates, found.names), path)
    note(f"drawn into {path}")


def record(estimate: "Estimate", found: "Weighed") -> dict[str, object]:
    """Return `estimate` as programs get it: each figure once, histories by claim, the band."""
    from tocsin.records import plain

    held = plain(estimate)
    figures = [figure for history in held["histories"] for figure in history["figures"]]
    return {
        "estimate": held.pop("id"),
        **held,
        # A source that only a former text cites stands behind no other origin.
        "figures": [
            f | {"origin_name": found.names.get(f["origin"], f["source"])} for f in figures
        ],
        "histories": [
            one | {"figures": [figure["claim"] for figure in one["figures"]]}
            for one in held["histories"]
        ],
    }


def _rows(estimate: "Estimate", _: "Weighed") -> "Iterator[Row]":
    about = {name: getattr(estimate, name) for name in COLUMNS[1:8]}
    for history in estimate.histories:
        for figure in history.figures:
            told = {name: getattr(figure, name) for name in COLUMNS[8:]}
            yield {"estimate": estimate.id, **about, **told}


def card(estimate: "Estimate", found: "Weighed") -> "Iterator[RenderableType]":
    """Yield an estimate: what is counted, the fused interval, each source's figures over time."""
    from tocsin.show.charts.estimate import KINDS, fused, heading
    from tocsin.show.phrases import many, one_line

    figures = sum(len(history.figures) for history in estimate.histories)
    origins = {history.origin for history in estimate.histories}
    yield w.head(one_line(heading(estimate)), "bold", estimate.id)
    counts = f"{many(figures, 'figure')} from {many(len(origins), 'origin')}"
    yield indented(f"{estimate.type} · {KINDS[estimate.kind]} · {counts}", "dim")
    if fused(estimate):
        yield indented(f"fused: {fused(estimate)}", "bold")
    said = (
        _said(figure, _who(history.source, history.origin, found), edited=edited)
        for history in sorted(estimate.histories, key=_begun)
        for edited in [any(figure.replaced for figure in history.figures)]
        for figure in _still_said(history.figures)
    )
    yield w.grid(_each_once(said))
    yield ""


def _begun(history: "History") -> "tuple[date, str]":
    """Return when a source first gave a figure: who spoke first comes first, the undated last."""
    days = (figure.day for figure in history.figures)
    return next((day for day in days if day), date.max), history.source


def _still_said(figures: "Iterable[Figure]") -> "Iterator[Figure]":
    """Yield figures but those that a page went on giving in the same words when it was changed.

    Of these the first is shown, as one that is still given if it is.
    """
    every = list(figures)
    stand = {_words(one) for one in every if not one.replaced}
    edited = {_words(one) for one in every if one.replaced}
    shown = set[tuple[str, str | None]]()
    for one in every:
        words = _words(one)
        if words not in edited:
            yield one
        elif words not in shown or one.changed:
            yield replace(one, replaced=words not in stand)
        shown.add(words)


def _words(figure: "Figure") -> tuple[str, str | None]:
    return figure.quote, figure.url or figure.file


def _each_once(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[tuple[str, ...]]:
    # One voice that is printed by ten outlets is one line, which says so.
    for (when, figure, who, quote), times in Counter(rows).items():
        again = f" · {times} times" if times > 1 else ""
        yield when, figure, f"{who}{again}\n“{quote}”"


def _who(source: str, origin: str, found: "Weighed") -> str:
    behind = found.names.get(origin)
    return source if not behind or behind == source else f"{source} (through {behind})"


def _said(figure: "Figure", who: str, *, edited: bool) -> tuple[str, str, str, str]:
    from tocsin.show.phrases import one_line

    marks = (" · changed" if figure.changed else "", " · no longer said" if figure.replaced else "")
    quote = one_line(figure.quote, w.QUOTE)
    return _when(figure, edited=edited), bounds(figure), who + "".join(marks), quote


def _when(figure: "Figure", *, edited: bool) -> str:
    from tocsin.show.phrases import day

    if not (figure.day or figure.published):
        return "undated"
    when = day(figure.day or figure.published)
    # A page may be changed several times a day.
    same = figure.published is not None and figure.published.date() == figure.day
    return f"{when} {figure.published:%H:%M}" if edited and same else when


def bounds(figure: "Figure") -> str:
    """Return low and high of a figure as signs."""
    from tocsin.records import Quantity
    from tocsin.show import phrases

    held = {name: getattr(figure, name) for name in ("text", "low", "high", "best", "bound")}
    return phrases.bounds(Quantity(span=(0, 0), **held))


ESTIMATES = Look(
    columns=COLUMNS,
    record=record,
    rows=_rows,
    card=card,
    noun="estimate",
    empty="Nothing is counted here: no claim that fits gives a figure.",
)
