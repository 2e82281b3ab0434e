"""`tocsin types`: the kinds of event that claims tell of, each with its definition."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from tocsin.show.cli import options as o
from tocsin.show.cli.screen import indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.event_types import EventType

COLUMNS = ("name", "family", "definition", "plover", "mode", "example")


def types(form: o.Format = o.Form.table) -> None:
    """List the kinds of event that claims tell of, each with what it means and a sentence of it.

    These are the names that --type takes. In capitals stands the root that PLOVER, the code book of
    political events, has for it.
    """
    from tocsin.run.event_types import event_types
    from tocsin.show.cli.listing import Listing, listed

    listing = Listing(
        things=event_types(),
        columns=COLUMNS,
        record=asdict,
        row=asdict,
        draw=_drawn,
        empty="No event type is known.",
    )
    listed(listing, form)


def unknown(kind: str | None) -> str:
    """Return that no event type is called `kind`, and the nearest name; "" where there is one."""
    from difflib import get_close_matches

    from tocsin.run.event_types import event_types

    names = [known.name for known in event_types()]
    if kind is None or kind in names:
        return ""
    near = get_close_matches(kind, names, 1)
    mean = f" Did you mean {near[0]}?" if near else ""
    return f" There is no event type {kind!r}.{mean} `tocsin types` lists them."


def _drawn(found: "Sequence[EventType]") -> "Iterator[RenderableType]":
    from rich.text import Text

    from tocsin.show.phrases import many

    for family, kinds in groupby(found, key=lambda kind: kind.family):
        yield Text(family, style="bold underline")
        for kind in kinds:
            root = " · ".join(part for part in (kind.plover, kind.mode) if part)
            yield Text(kind.name, style="bold").append(f"  {root}", style="not bold dim")
            yield indented(kind.definition)
            yield indented(f"“{kind.example}”", "dim")
        yield ""
    yield many(len(found), "type")
