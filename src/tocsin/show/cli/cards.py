"""How a claim looks in a terminal: a card of three lines, good from 60 columns on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tocsin.show.cli.screen import STATUS_STYLES, indented
from tocsin.show.phrases import Carrier, chain, day, days, figure, one_line, status, sureness, where

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Claim


def card(claim: "Claim", published: str = "", *, label: str = "") -> "Iterator[RenderableType]":
    """Yield a claim as its kind, its words, and the facts that they state."""
    from rich.text import Text

    kind = "denied" if claim.polarity == "denied" else claim.status
    head = Text(f"{label} " if label else "", style="bold")
    head.append(claim.event.type, style=f"bold {STATUS_STYLES[kind]}")
    head.append(f" · {status(claim)} · {sureness(claim)}", style=STATUS_STYLES[kind])
    head.append(f"  {claim.id}", style="dim")
    yield head
    yield indented(f"“{one_line(claim.quote)}”")
    yield indented(" · ".join(facts(claim, published)), "dim")
    yield ""


def facts(claim: "Claim", published: str = "") -> list[str]:
    """Return what the claim states beside its words: who, how many, when, where, by when."""
    found = [
        chain(claim),
        figure(claim.quantity),
        days(claim.time),
        where(claim),
        f"by {day(claim.deadline)}" if claim.deadline else "",
        f"condition: “{one_line(claim.condition.text)}”" if claim.condition else "",
        "background" if claim.historical else "",
        "told again" if claim.repeats else "",
        published,
    ]
    return [fact for fact in found if fact]


def origin(report: Carrier) -> str:
    """Return publisher and day of a report, as far as they are known."""
    parts = (report.publisher or report.url or report.file or "", day(report.published))
    return ", ".join(part for part in parts if part)


def cards(pairs: "Iterable[tuple[Claim, str]]") -> "Iterator[RenderableType]":
    """Yield the cards of claims, each with where it was published."""
    for claim, published in pairs:
        yield from card(claim, published)
