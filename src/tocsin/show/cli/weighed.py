"""What the commands of weighing share: the view that is asked for, and how its parts are named."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from tocsin.show.cli.desks import opened, told
from tocsin.show.cli.options import Form, a_day, begin, end
from tocsin.show.cli.screen import note, plain
from tocsin.show.phrases import chain, day, outlet

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.weighing import Told, Weighed

T = TypeVar("T")

# More than this at a time is more than a person reads; programs get everything.
SHOWN = 50
# Of a quote longer than this the list shows the beginning; `tocsin why` shows all of it.
QUOTE = 160
Since = Annotated[
    date | None,
    typer.Option(
        "--since", parser=a_day, metavar="DATE", help="Weigh what was published from this day on."
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--until", parser=a_day, metavar="DATE", help="Weigh what was published up to this day."
    ),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        min=1,
        metavar="N",
        help=f"No more than N. Default: {SHOWN} for people, all for programs.",
        show_default=False,
    ),
]
OfEvent = Annotated[
    str | None, typer.Option("--event", metavar="ID", help="Only of this event, by its id.")
]


def view(
    db: str | None, as_of: datetime | None, since: date | None = None, until: date | None = None
) -> "Weighed":
    """Return what the desk at `db` comes to in the view that is asked for."""
    told(db)
    with opened(db) as desk:
        found = desk.weighed(as_of=as_of, since=begin(since), until=end(until))
    if not found.carried:
        note(_nothing(as_of, since, until))
    return found


def _nothing(as_of: datetime | None, since: date | None, until: date | None) -> str:
    if as_of is not None:
        return (
            f"Nothing had been collected by {day(as_of)}. "
            f"`--until {as_of.date()}` weighs what had been published by then."
        )
    if since or until:
        return "No report that is kept was published in these days; undated ones are left out."
    return "No report is kept yet. `tocsin add FILE…` keeps one."


def cut(things: Sequence[T], limit: int | None, form: Form) -> Sequence[T]:
    """Return as many of `things` as are to be shown."""
    return things[: limit or (SHOWN if form is Form.table else None)]


def closing(shown: int, whole: int, said: str) -> str:
    """Return the last line of a list: what is `said` of it, and how to see the rest."""
    return f"{said}; {shown:,} shown, --limit {whole} shows all" if shown < whole else said


def where(found: "Weighed", claim: str) -> dict[str, object]:
    """Return where the claim with this id was carried first, for programs."""
    carrier = found.told[claim].carrier
    return {
        "report": carrier.report,
        "file": carrier.file,
        "url": carrier.url,
        "publisher": carrier.publisher,
        "published": carrier.published,
    }


def told_record(found: "Weighed", claim_id: str) -> dict[str, object]:
    """Return a claim as programs get it: its words, its figure, who says it and where."""
    told = found.told[claim_id]
    claim, quantity = told.claim, told.claim.quantity
    return {
        "claim": claim.id,
        **where(found, claim.id),
        "quote": claim.quote,
        "type": claim.event.type,
        "status": claim.status,
        "polarity": claim.polarity,
        "source": speaker(told),
        "sources": [source.name for source in claim.sources],
        "text": quantity.text if quantity else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "best": quantity.best if quantity else None,
        "bound": quantity.bound if quantity else None,
        "of": quantity.of if quantity else None,
        "day": claim.time.start if claim.time else None,
        "origin": told.origin,
        "origin_name": found.names.get(told.origin or ""),
    }


def speaker(told: "Told") -> str | None:
    """Return who says it: the source that vouches for it, else the publisher."""
    if told.claim.sources:
        return told.claim.sources[-1].name
    return told.carrier.publisher


def line(told: "Told") -> str:
    """Return who says a claim, and who published it."""
    carried = told.carrier
    through = chain(told.claim) if told.claim.sources else ""
    return " · ".join(part for part in (through, outlet(carried)) if part)


def span(first: date | None, last: date | None) -> str:
    """Return two days as one interval; "" where neither is known."""
    if first is None and last is None:
        return ""
    if first is None or last is None or first == last:
        return day(first or last)
    return f"{day(first)} – {day(last)}"


def head(words: str, style: str, given: str) -> "RenderableType":
    """Return the first line of a card: what it is, and the id by which it is asked for."""
    from rich.text import Text

    made = Text().append(plain(words), style=style)
    return made.append(f"  {given}", style="dim")


def grid(rows: Iterable[Sequence[str]], indent: int = 2) -> "RenderableType":
    """Return rows `indent` columns in; the last cell takes the width that is left, and folds in it.

    Lines of a cell after its first are dimmed: they tell what the first rests on.
    """
    from rich.padding import Padding
    from rich.table import Table

    made = Table.grid(padding=(0, 2, 0, 0))
    for cells in (held := [list(row) for row in rows]):
        while len(made.columns) < len(cells):
            made.add_column(no_wrap=len(made.columns) < len(cells) - 1, overflow="fold")
        made.add_row(*map(_cell, cells))
    return Padding(made, (0, 0, 0, indent), expand=False) if held else ""


def _cell(words: str) -> "RenderableType":
    from rich.text import Text

    first, _, rest = plain(words).partition("\n")
    made = Text(first)
    return made.append(f"\n{rest}", style="dim") if rest else made
