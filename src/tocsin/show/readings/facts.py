"""All that a claim states, as a list of facts: each with its words and what stands behind them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tocsin.records import Claim, Place, Quantity, Role, Source, Span, Time
from tocsin.show.phrases import chain, day, days, figure, likelihood, one_line


class Fact(NamedTuple):
    """One fact: what it is, its value, and the finer detail."""

    label: str
    text: str
    note: str = ""


def facts(claim: Claim) -> Iterator[Fact]:
    """Yield what `claim` states, who says it first; what it does not state has no line."""
    yield Fact("says", chain(claim), " › ".join(_vouching(source) for source in claim.sources))
    if claim.cue:
        yield Fact("cue", one_line(claim.cue.text), claim.cue.class_)
    yield from map(_role, claim.roles)
    if claim.quantity:
        yield Fact("figure", figure(claim.quantity), _told(claim.quantity))
    if claim.place:
        yield Fact("place", claim.place.name or claim.place.text, _located(claim.place))
    yield from (Fact(name, days(t), _dated(t)) for name, t in _times(claim))
    if claim.deadline:
        yield Fact("deadline", f"by {day(claim.deadline)}")
    if claim.likelihood:
        yield Fact("likelihood", likelihood(claim.likelihood))
    for name, phrase in _phrases(claim):
        yield Fact(name, f"“{one_line(phrase)}”")
    if claim.historical:
        yield Fact("background", "from before the news")


def slots(claim: Claim) -> list[tuple[Span, str]]:
    """Return where the parts of `claim` stand in the text, each with its name."""
    found = [(claim.event.span, "event")]
    found += [(source.span, "source") for source in claim.sources]
    found += [(role.span, role.role) for role in claim.roles]
    single = (
        (claim.cue, "cue"),
        (claim.quantity, "figure"),
        (claim.place, "place"),
        (claim.time, "when"),
        (claim.said, "said"),
        (claim.condition, "condition"),
        (claim.purpose, "purpose"),
    )
    found += [(part.span, name) for part, name in single if part is not None]
    return found + [(hedge.span, "hedge") for hedge in claim.hedges]


def _vouching(source: Source) -> str:
    named = source.text if source.name and source.text != source.name else ""
    return _list((named and f"“{one_line(named)}”", source.kind, source.factuality, _how(source)))


def _how(source: Source) -> str:
    return "" if source.evidential == "unspecified" else source.evidential


def _role(role: Role) -> Fact:
    named = "" if role.name == role.text else role.name
    return Fact(role.role, one_line(role.text), _list((named, role.kind, role.ref)))


def _told(found: Quantity) -> str:
    return _list((f"“{one_line(found.text)}”", found.bound))


def _located(place: Place) -> str:
    words = f"“{one_line(place.text)}”" if place.name and place.name != place.text else ""
    known = f"GeoNames {place.geonames}" if place.geonames else ""
    return _list((words, place.country, place.precision, known))


def _times(claim: Claim) -> Iterator[tuple[str, Time]]:
    for name, time in (("when", claim.time), ("said", claim.said)):
        if time:
            yield name, time


def _dated(time: Time) -> str:
    words = f"“{one_line(time.text)}”" if days(time) != time.text else ""
    return _list((words, " ".join(part for part in (time.value, time.mod) if part)))


def _phrases(claim: Claim) -> Iterator[tuple[str, str]]:
    for name, phrase in (("condition", claim.condition), ("purpose", claim.purpose)):
        if phrase:
            yield name, phrase.text
    if claim.hedges:
        yield "hedge", "”, “".join(hedge.text for hedge in claim.hedges)


def _list(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)
