"""From what a model says to claims: whatever the text does not bear out stays out, and is named.

A claim whose quote, event or source is not in the text is left out whole: without its source it
would be the publisher's own word. A figure, a place, a time, a participant or a hedge that is not
in the quote is left out of the claim. Values (how many, where, when) are never the model's: they
are those that tocsin's own readers give to the very words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tocsin import Claim, Cue, EventMention, Place, Quantity, Reading, Role, Source, Time
from tocsin.records import Phrase, content_id
from tocsin.records.claim import Certainty, Factuality, Polarity
from tocsin_llm_reader.find import Span, Text
from tocsin_llm_reader.said import Said, SaidSource
from tocsin_llm_reader.words import shown

Thing = TypeVar("Thing", Quantity, Place, Time)

_HELD: dict[tuple[Certainty, Polarity], Factuality] = {
    ("certain", "affirmed"): "CT+",
    ("certain", "denied"): "CT-",
    ("probable", "affirmed"): "PR+",
    ("probable", "denied"): "PR-",
    ("possible", "affirmed"): "PS+",
    ("possible", "denied"): "PS-",
}


class UnsupportedError(Exception):
    """The text does not bear a claim out; the message says what of it."""


@dataclass(slots=True)
class Verifier:
    """Verifies claims against one report, read by tocsin for what its words are worth."""

    reading: Reading
    problems: list[str] = field(default_factory=list)
    text: Text = field(init=False)

    def __post_init__(self) -> None:
        """Make the text ready to be searched."""
        self.text = Text(self.reading.report.text)

    def claim(self, said: Said, number: int) -> Claim:
        """Return the claim that the text bears out; `number` names it in problems.

        Raises:
            UnsupportedError: when its quote, its event or a source is not in the text.
        """
        quote, event = self._quote(said)
        sources = tuple(self._source(source, said, quote) for source in said.sources)
        names = tuple(source.name for source in sources)
        layers, label = self.reading.layers, f"claim {number}"
        return Claim(
            id=content_id("claim", self.reading.report.id, quote, said.event.type, event, names),
            span=quote,
            quote=self._words(quote),
            sources=sources,
            cue=self._cue(said, quote, label),
            event=EventMention(type=said.event.type, text=self._words(event), span=event),
            roles=tuple(self._roles(said, quote, label)),
            quantity=self._known(said.figure, layers.quantities, quote, f"{label}: the figure"),
            place=self._known(said.place, layers.places, quote, f"{label}: the place"),
            time=self._known(said.time, layers.times, quote, f"{label}: the time"),
            status=said.status,
            polarity=said.polarity,
            certainty=said.certainty,
            hedges=tuple(self._hedges(said, quote, label)),
            historical=said.historical,
        )

    def _quote(self, said: Said) -> tuple[Span, Span]:
        """Return the first place of the quote that holds the words for the event."""
        quotes = self.text.find(said.quote)
        if not quotes:
            raise UnsupportedError(f"“{shown(said.quote)}” does not stand in the text")
        for quote in quotes:
            events = self.text.find(said.event.words, quote)
            if events:
                return quote, events[0]
        raise UnsupportedError(f"its event “{shown(said.event.words)}” does not stand in its quote")

    def _source(self, source: SaidSource, said: Said, quote: Span) -> Source:
        span = self.text.nearest(source.words, quote)
        if span is None:
            raise UnsupportedError(f"its source “{shown(source.words)}” does not stand in the text")
        entities = (e for e in self.reading.layers.entities if _overlap(e.span, span))
        entity = next(entities, None)
        return Source(
            name=entity.name if entity else self._words(span),
            text=self._words(span),
            span=span,
            ref=entity.ref if entity else None,
            kind=source.kind,
            factuality=_HELD.get((said.certainty, said.polarity), "Uu"),
            evidential="unspecified",
        )

    def _cue(self, said: Said, quote: Span, label: str) -> Cue | None:
        if said.cue is None:
            return None
        span = self.text.nearest(said.cue.words, quote)
        if span is None:
            self._left_out(f"{label}: the cue", said.cue.words, "does not stand in the text")
            return None
        return Cue(text=self._words(span), span=span, class_=said.cue.class_)

    def _roles(self, said: Said, quote: Span, label: str) -> list[Role]:
        spans = [
            (each, self._in_quote(each.words, quote, f"{label}: the {each.role}"))
            for each in said.roles
        ]
        return [Role(role=each.role, text=self._words(s), span=s) for each, s in spans if s]

    def _hedges(self, said: Said, quote: Span, label: str) -> list[Phrase]:
        spans = (self._in_quote(words, quote, f"{label}: the hedge") for words in said.hedges)
        return [Phrase(text=self._words(span), span=span) for span in spans if span]

    def _known(
        self, words: str | None, known: Sequence[Thing], quote: Span, label: str
    ) -> Thing | None:
        """Return what tocsin itself reads in the words, if they stand in the quote."""
        if not words:
            return None
        span = self._in_quote(words, quote, label)
        if span is None:
            return None
        inside = [t for t in known if _overlap(t.span, span) and _overlap(t.span, quote)]
        if not inside:
            self._left_out(label, words, "is none that tocsin can read there")
        return inside[0] if inside else None

    def _in_quote(self, words: str, quote: Span, label: str) -> Span | None:
        found = self.text.find(words, quote)
        if not found:
            self._left_out(label, words, "does not stand in its quote")
        return found[0] if found else None

    def _left_out(self, label: str, words: str, why: str) -> None:
        self.problems.append(f"{label} “{shown(words)}” {why}: left out")

    def _words(self, span: Span) -> str:
        return self.reading.report.text[slice(*span)]


def _overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]
