"""Whose is a figure, a place or a time: the event's that governs it, never one from elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Span


class Located(Protocol):
    """Anything that stands at a span of the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=Located)


class Owners:
    """The events of one sentence, asked which of them a word belongs to.

    A word belongs to the event met first on the way up the tree. Events that share a predicate
    ("send troops and weapons") share what hangs on it.
    """

    def __init__(self, sentence: Sentence, events: Iterable[Event]) -> None:
        """Index the words that name the events of `sentence`."""
        self._sentence = sentence
        self._by_word: dict[int, list[Event]] = {}
        for event in events:
            for i in {event.head.i, event.predicate.i, *(t.i for t in event.trigger)}:
                self._by_word.setdefault(i, []).append(event)

    def owner(self, token: Token) -> list[Event]:
        """Return the events that govern `token` most closely; none when no event does."""
        if token.i in self._by_word:
            return self._by_word[token.i]
        for above in self._sentence.ancestors(token):
            if above.i in self._by_word:
                return self._by_word[above.i]
        return []

    def distance(self, token: Token, event: Event) -> int:
        """Return the steps through the tree between `token` and the event's words."""
        steps = {token.i: 0}
        for n, above in enumerate(self._sentence.ancestors(token), start=1):
            steps[above.i] = n
        best = len(self._sentence.tokens)
        for start in (event.head, event.predicate):
            for n, at in enumerate((start, *self._sentence.ancestors(start))):
                if at.i in steps:
                    best = min(best, n + steps[at.i])
                    break
        return best


def own(items: Iterable[T], event: Event, owners: Owners, document: Document) -> list[T]:
    """Return the `items` that stand in the clause of `event` and are its own, nearest first."""
    inside = {t.i for t in event.clause} | {t.i for words in event.roles for t in words.tokens}
    found = []
    for item in items:
        head = document.head_at(item.span)
        if head is None or head.i not in inside:
            continue
        holders = owners.owner(head)
        if not holders or event in holders:
            found.append((owners.distance(head, event), item.span[0], item))
    return [item for _, _, item in sorted(found, key=lambda each: each[:2])]


def in_sentence(items: Sequence[T], sentence: Sentence) -> list[T]:
    """Return the `items` that start in `sentence`."""
    return [item for item in items if sentence.start <= item.span[0] < sentence.end]
