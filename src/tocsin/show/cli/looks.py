"""How each kind of what weighing finds is listed: as cards for people, as rows for programs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tocsin.show.cli.kinds import unknown
from tocsin.show.cli.listing import Listing, Row, listed
from tocsin.show.cli.options import Form
from tocsin.show.cli.weighed import closing, cut
from tocsin.show.phrases import many

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.weighing import Weighed


def _nothing(_: Sequence[Any]) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one kind of thing looks: each function takes a thing and all that was found with it.

    `card` is what people see, `record` what JSON holds, `rows` the CSV lines under `columns`;
    below all stands how many there are of the `noun`, and what `among` says of them all; `empty` is
    said where there is none.
    """

    columns: Sequence[str]
    record: "Callable[[Any, Weighed], dict[str, object]]"
    rows: "Callable[[Any, Weighed], Iterable[Row]]"
    card: "Callable[[Any, Weighed], Iterator[RenderableType]]"
    noun: str
    empty: str
    among: Callable[[Sequence[Any]], str] = _nothing


def show(
    look: Look,
    kept: Sequence[Any],
    found: "Weighed",
    *,
    limit: int | None,
    form: Form,
    kind: str | None = None,
) -> None:
    """Print of what was `kept` as many as `limit` lets, in `form`; `kind` is what was asked for."""
    shown = cut(kept, limit, form)
    rows = (row for thing in shown for row in look.rows(thing, found))
    listed(
        Listing(
            things=rows if form is Form.csv else shown,
            columns=look.columns,
            record=lambda thing: look.record(thing, found),
            row=lambda row: row,
            draw=lambda things: _drawn(look, things, found, kept),
            empty=look.empty if kept else look.empty + unknown(kind),
        ),
        form,
    )


def _drawn(
    look: Look, things: Sequence[Any], found: "Weighed", kept: Sequence[Any]
) -> "Iterator[RenderableType]":
    for thing in things:
        yield from look.card(thing, found)
    yield closing(len(things), len(kept), many(len(kept), look.noun) + look.among(kept))
