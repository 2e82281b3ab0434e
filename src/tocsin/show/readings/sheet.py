"""One report as the page shows it: rows of words with marks, each with its claims beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.records import Claim, Reading, Span
from tocsin.show.marks import Mark, Piece, cut
from tocsin.show.readings.facts import Fact, facts, slots
from tocsin.show.readings.layers import NAMES, Layer, layers_of
from tocsin.show.readings.rows import row_of, windows

_TONGUE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class Bit(NamedTuple):
    """A run of characters with all that stands on it, as attributes of the page hold it.

    `quotes` are the numbers of the claims that quote it, the shortest quote first; `slots` name
    the part that it is of a claim (`3:actor`; `3:` where the part only goes on); `layers` are the
    keys of the layers' items; `opens` are the claims whose quotes begin here.
    """

    text: str
    kinds: str = ""
    quotes: str = ""
    slots: str = ""
    layers: str = ""
    opens: tuple["Card", ...] = ()


class Card(NamedTuple):
    """A claim with its number in the report, its own name on the page, and its facts."""

    number: int
    anchor: str
    claim: Claim
    facts: tuple[Fact, ...]

    @property
    def kind(self) -> str:
        """Return the status that colours the card; a denial has its own."""
        return "denied" if self.claim.polarity == "denied" else self.claim.status


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Some words of the report, and the claims whose quotes begin in them."""

    number: int
    bits: tuple[Bit, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report as the page shows it; `anchor` is its name on the page."""

    anchor: str
    reading: Reading
    rows: tuple[Row, ...]
    layers: tuple[Layer, ...]
    spans: tuple[Span, ...]
    shown: dict[str, Card]

    @property
    def tongue(self) -> str:
        """Return the language of the text for its reader aloud; "" where it is not known."""
        known = self.reading.report.language or ""
        return known if _TONGUE.fullmatch(known) else ""

    def row_at(self, at: int) -> int:
        """Return the number of the row that holds the character `at`."""
        return row_of(at, self.spans) + 1


def sheet(reading: Reading, number: int = 1, *, taken: set[str] | None = None) -> Sheet:
    """Return the `number`th report of a page; `taken` are names that the page has given already.

    Marks are laid upon each row alone, so that a report ten times as long takes ten times as long.
    """
    text = reading.report.text
    cards = _cards(reading.claims, f"r{number}", set() if taken is None else taken)
    layers = layers_of(reading.layers, text)
    spans = windows(text, reading.sentences)
    return Sheet(
        anchor=f"r{number}",
        reading=reading,
        rows=tuple(_rows(text, spans, cards, layers)),
        layers=layers,
        spans=tuple(spans),
        shown={card.claim.id: card for card in cards},
    )


def _cards(claims: Sequence[Claim], prefix: str, taken: set[str]) -> list[Card]:
    cards = []
    for number, claim in enumerate(sorted(claims, key=lambda c: (c.span[0], -c.span[1])), 1):
        # The same report may be given twice; a name on a page may not.
        anchor = claim.id if claim.id not in taken else f"{prefix}-{number}-{claim.id}"
        taken.add(anchor)
        cards.append(Card(number, anchor, claim, tuple(facts(claim))))
    return cards


def _rows(
    text: str, spans: Sequence[Span], cards: Sequence[Card], layers: Sequence[Layer]
) -> Iterator[Row]:
    laid: list[list[Mark]] = [[] for _ in spans]
    for mark in (*_marks(cards), *(mark for layer in layers for mark in layer.marks())):
        at = row_of(mark.span[0], spans)
        while at < len(spans) and spans[at][0] < mark.span[1]:
            laid[at].append(mark)
            at += 1
    beside: list[list[Card]] = [[] for _ in spans or [(0, 0)]]
    for card in cards:
        beside[row_of(card.claim.span[0], spans)].append(card)
    opened: set[str] = set()
    for n, held in enumerate(beside):
        pieces = cut(text, laid[n], spans[n]) if spans else ()
        bits = tuple(_bit(piece, cards, opened) for piece in _placed(pieces, spans, n))
        if bits or held:
            yield Row(number=n + 1, bits=bits, cards=tuple(held))


def _marks(cards: Sequence[Card]) -> Iterator[Mark]:
    for card in cards:
        yield Mark(card.claim.span, "claim", str(card.number))
        for span, name in slots(card.claim):
            yield Mark(span, name, str(card.number))


def _placed(
    pieces: Sequence[Piece], spans: Sequence[Span], row: int
) -> Iterator[tuple[int, Piece]]:
    at = spans[row][0] if spans else 0
    for piece in pieces:
        yield at, piece
        at += len(piece.text)


def _bit(placed: tuple[int, Piece], cards: Sequence[Card], opened: set[str]) -> Bit:
    at, piece = placed
    if not piece.marks:
        return Bit(piece.text)
    quotes = sorted((m for m in piece.marks if m.kind == "claim"), key=_length)
    items = [m for m in piece.marks if m.kind in NAMES or m.kind == "content"]
    parts = [m for m in piece.marks if m.kind != "claim" and m not in items]
    fresh = [mark.claim for mark in quotes if mark.claim not in opened]
    opened.update(fresh)
    return Bit(
        text=piece.text,
        kinds=" ".join((*_tints(quotes, parts), *_lanes(items, at + len(piece.text)))),
        quotes=" ".join(mark.claim for mark in quotes),
        slots=" ".join(f"{m.claim}:{m.kind if m.span[0] == at else ''}" for m in parts),
        layers=" ".join(dict.fromkeys(mark.claim for mark in items)),
        opens=tuple(cards[int(number) - 1] for number in sorted(fresh, key=int)),
    )


def _tints(quotes: Sequence[Mark], parts: Sequence[Mark]) -> Iterator[str]:
    if quotes:
        yield "qq" if len({mark.span for mark in quotes}) > 1 else "q"
    kinds = {mark.kind for mark in parts}
    if "event" in kinds:
        yield "e"
    if kinds - {"event"}:
        yield "s"


def _lanes(items: Sequence[Mark], end: int) -> Iterator[str]:
    # A line that ends here leaves a gap; where two of a layer stand on one word, it is thicker.
    for kind in dict.fromkeys(mark.kind for mark in items):
        here = [mark for mark in items if mark.kind == kind]
        yield kind
        if any(mark.span[1] == end for mark in here):
            yield f"{kind}-end"
        if len(here) > 1:
            yield f"{kind}-two"


def _length(mark: Mark) -> tuple[int, int]:
    return mark.span[1] - mark.span[0], int(mark.claim)
