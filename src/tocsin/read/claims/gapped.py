"""Who gives a figure without a verb of saying: "said 49 men were killed, *the rebels* 76"."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.attribution.voice import Speaker, Voice
from tocsin.read.claims.parts import words_span
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity, Place
from tocsin.records.claim import SourceKind

_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "role": "role",
    "organisation": "organisation",
    "state": "state",
}


def told_by(
    event: Event, heard: Sequence[Voice], entities: Sequence[Entity], document: Document
) -> list[Voice]:
    """Return the voices around `event` with its own teller in the place of the innermost one.

    Whoever gives the figure beside it speaks by the same verb; without one he only reports.
    """
    speaker = _speaker(event, entities, document)
    if speaker is None:
        return list(heard)
    if heard and _has_verb(event):
        return list(heard)
    if heard and heard[-1].chained:
        outer, last = heard[:-1], heard[-1]
        return [*outer, replace(last, source=(speaker.span,), speakers=(speaker,), said=())]
    content = words_span(event.clause)
    return [
        Voice(
            source=(speaker.span,),
            speakers=(speaker,),
            cue=(),
            cue_class="report",
            lemma="",
            content=(content,),
            form="indirect",
            evidential="unspecified",
            factuality="CT+",
            author="Uu",
        )
    ]


def _has_verb(event: Event) -> bool:
    """Whether the teller gives the figure by a verb, which other readers may know for a cue."""
    teller = event.teller
    return teller is not None and teller.rel == "nsubj" and teller.head == event.head.head


def where_told(event: Event, places: Sequence[Place]) -> list[Place]:
    """Return the places without the one that tells the figure: "*Venezuela* spoke of nine"."""
    at = event.teller.start if event.teller is not None else -1
    return [place for place in places if not place.span[0] <= at < place.span[1]]


def _speaker(event: Event, entities: Sequence[Entity], document: Document) -> Speaker | None:
    head = event.teller
    if head is None:
        return None
    span = words_span(_phrase(document.sentences[event.sentence], head))
    holding = (e for e in entities if e.span[0] <= head.start and head.end <= e.span[1])
    named = (e for e in holding if e.kind in _KINDS)
    inside = (e for e in named if span[0] <= e.span[0] and e.span[1] <= span[1])
    entity = max(inside, key=lambda e: e.span[1] - e.span[0], default=None)
    return Speaker(
        name=entity.name if entity else document.text[slice(*span)],
        text=document.text[slice(*span)],
        span=span,
        kind=_KINDS.get(entity.kind, "generic") if entity else "generic",
        ref=entity.ref if entity else None,
        chain=entity.chain if entity else None,
    )


def _phrase(sentence: Sentence, head: Token) -> list[Token]:
    """Return the noun with what stands right before it and hangs on it: "*the army* put it …"."""
    below = {t.i for t in sentence.subtree(head)}
    first = head.i
    while first - 1 in below:
        first -= 1
    words = sentence.tokens[first : head.i + 1]
    return [t for t in words if t.rel not in ("cc", "punct", "case")] or [head]
