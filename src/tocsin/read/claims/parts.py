"""The participants, the figure, the place and the time of an event as records of the contract."""

from collections.abc import Sequence

from tocsin.read.events.event import Event, RoleWords
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity, Place, Quantity, Role, Span, Time
from tocsin.records.claim import RoleName

COUNTED: tuple[RoleName, ...] = ("object", "target", "actor", "recipient")


def role_records(event: Event, document: Document, entities: Sequence[Entity]) -> tuple[Role, ...]:
    """Return the participants of `event` with the fullest name of their chain."""
    return tuple(_role(words, document, entities) for words in event.roles)


def _role(words: RoleWords, document: Document, entities: Sequence[Entity]) -> Role:
    span = words.tokens[0].start, words.tokens[-1].end
    entity = naming(words.head, span, entities)
    return Role(
        role=words.role,
        text=document.text[slice(*span)],
        span=span,
        name=entity.name if entity else None,
        ref=entity.ref if entity else None,
        kind=entity.kind if entity else None,
    )


def naming(head: Token, within: Span, entities: Sequence[Entity]) -> Entity | None:
    """Return the longest mention inside `within` that ends in or holds the governing word."""
    holding = [
        e
        for e in entities
        if e.span[0] <= head.start and head.end <= e.span[1] and _overlaps(e.span, within)
    ]
    return max(holding, key=lambda e: e.span[1] - e.span[0], default=None)


def figure(
    event: Event, owned: Sequence[Quantity], sentence: Sentence, document: Document
) -> Quantity | None:
    """Return the figure that counts the event or its participants; measures are none.

    A figure that hangs on the word of the event comes first ("100 deaths"), then one in the phrase
    of the object, the target, the actor; then what else the clause holds.
    """
    counts = [q for q in owned if not _is_measure(q)]
    spans = [words_span(event.trigger)]
    spans += [words_span(w.tokens) for name in COUNTED for w in event.role(name)]
    for span in spans:
        for quantity in counts:
            if _overlaps(quantity.span, span):
                return quantity
    on_trigger = {t.i for t in sentence.subtree(event.head, without=("conj", "acl", "advcl"))}
    for quantity in counts:
        if any(t.i in on_trigger for t in document.tokens_at(quantity.span)):
            return quantity
    return counts[0] if counts else None


def location(owned: Sequence[Place], sentence: Sentence, document: Document) -> Place | None:
    """Return the place where the event is: one that a preposition ties to it, nearest first."""
    for place in owned:
        head = document.head_at(place.span)
        if head is not None and _is_located(head, sentence):
            return place
    return None


def moment(owned: Sequence[Time]) -> Time | None:
    """Return the nearest expression of when the event is; a bare duration comes last."""
    dated = [t for t in owned if t.start or t.end]
    return next(iter([*dated, *owned]), None)


def words_span(tokens: Sequence[Token]) -> Span:
    """Return the characters from the first to the last of `tokens`."""
    return min(t.start for t in tokens), max(t.end for t in tokens)


def _is_located(head: Token, sentence: Sentence) -> bool:
    # A name that stands inside another ("the Kursk region") is tied by the outer one's preposition.
    at: Token | None = head
    while at is not None and at.rel in ("compound", "flat", "amod", "nmod", "appos", "conj"):
        if sentence.child(at, "case"):
            return True
        at = sentence.head(at)
    return at is not None and sentence.child(at, "case") is not None


def _is_measure(quantity: Quantity) -> bool:
    return quantity.low is None and quantity.high is None


def _overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
