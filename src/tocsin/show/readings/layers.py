"""What the single readers saw, as rows of a table and as marks in the text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from tocsin.records import Layers, Span
from tocsin.records.layers import Attribution, Entity, Place, Quantity, Time
from tocsin.show.marks import Mark
from tocsin.show.palette import SERIES
from tocsin.show.phrases import bounds, days, number, one_line

# The colour that underlines each layer in the text.
COLOURS = {
    "times": SERIES[2],
    "quantities": SERIES[1],
    "places": SERIES[0],
    "entities": SERIES[3],
    "attributions": SERIES[5],
}
NAMES = tuple(COLOURS)
HEADS = {
    "times": ("words", "days", "type", "value", "mod"),
    "quantities": ("words", "figure", "bound", "best", "unit", "of", "change"),
    "places": ("words", "name", "country", "precision", "GeoNames", "position"),
    "entities": ("words", "name", "kind", "chain", "id"),
    "attributions": ("source", "cue", "content", "form"),
}
# Of a long quotation its table shows the beginning; the text itself shows all of it.
SHOWN = 200


class Spoken(Protocol):
    """What stands somewhere in the text as words."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def text(self) -> str:
        """Its words."""


Thing = TypeVar("Thing", bound=Spoken)


class Item(NamedTuple):
    """One thing that a reader saw: its key on the page, where it stands, what is known of it."""

    key: str
    parts: tuple[tuple[Span, str], ...]
    cells: tuple[str, ...]

    @property
    def start(self) -> int:
        """Return where it begins in the text."""
        return self.parts[0][0][0]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a report: its name, the heads of its table, its items in order."""

    name: str
    items: tuple[Item, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of its table."""
        return HEADS[self.name]

    def marks(self) -> Iterator[Mark]:
        """Yield where the items stand; the words that are said are a kind of their own."""
        for item in self.items:
            for span, kind in item.parts:
                yield Mark(span, kind, item.key)


def layers_of(layers: Layers, text: str) -> tuple[Layer, ...]:
    """Return the layers of a reading, each item with a key that is its own in the report."""
    return (
        Layer("times", _items("times", layers.times, _time)),
        Layer("quantities", _items("quantities", layers.quantities, _quantity)),
        Layer("places", _items("places", layers.places, _place)),
        Layer("entities", _items("entities", layers.entities, _entity)),
        Layer("attributions", tuple(_attributions(layers.attributions, text))),
    )


def _items(
    name: str, things: Iterable[Thing], cells: Callable[[Thing], tuple[str, ...]]
) -> tuple[Item, ...]:
    return tuple(
        Item(f"{name[0]}{n}", ((thing.span, name),), (one_line(thing.text, SHOWN), *cells(thing)))
        for n, thing in enumerate(things, 1)
    )


def _time(time: Time) -> tuple[str, ...]:
    told = days(time) if time.start or time.end else ""
    return told, time.type, time.value or "", time.mod or ""


def _quantity(found: Quantity) -> tuple[str, ...]:
    best = number(found.best) if found.best is not None else ""
    known = (found.unit, found.of, found.change)
    return bounds(found), found.bound, best, *(part or "" for part in known)


def _place(place: Place) -> tuple[str, ...]:
    at = f"{place.lat:.2f}, {place.lon:.2f}" if None not in (place.lat, place.lon) else ""
    known = (place.name, place.country, place.precision, place.geonames)
    return *(str(part) if part is not None else "" for part in known), at


def _entity(entity: Entity) -> tuple[str, ...]:
    return entity.name, entity.kind, str(entity.chain), entity.ref or ""


def _attributions(found: tuple[Attribution, ...], text: str) -> Iterator[Item]:
    for n, said in enumerate(found, 1):
        ends = [(span, "attributions") for span in (*said.source, *said.cue)]
        content = [(span, "content") for span in said.content]
        cells = (_joined(text, spans) for spans in (said.source, said.cue, said.content))
        if ends or content:
            yield Item(f"a{n}", (*ends, *content), (*cells, said.form))


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return one_line(" … ".join(text[start:end] for start, end in spans), SHOWN)
