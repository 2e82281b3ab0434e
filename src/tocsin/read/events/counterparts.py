"""Figures that others set beside a counted one: "the army put it at 12", "…, the rebels 76".

What is counted is told before, in the same sentence; who counts is told anew.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.read.events.event import Event
from tocsin.read.events.rules import EventRules
from tocsin.read.events.words import is_verbal
from tocsin.read.syntax import Sentence, Token

_NAMED = ("NOUN", "PROPN")
_NAMING = (*_NAMED, "DET", "ADJ", "PRON", "PART", "NUM")
_LINKS = ("CCONJ", "SCONJ", "PUNCT")
_BOUNDING = ("ADV", "ADJ", "SCONJ", "ADP", "DET")
_REPORTED = ("ccomp", "parataxis")
# Words of a bound before a figure: "at more than 30,000".
_MOST_BOUNDING = 3


class Counterpart(NamedTuple):
    """The event that a figure counts anew, the words that say so, and who counts."""

    whole: Event
    words: tuple[Token, ...]
    teller: Token


class Counterparts:
    """Finds the figures of one sentence that another teller gives for what was counted before."""

    def __init__(self, sentence: Sentence, rules: EventRules) -> None:
        self._sentence, self._rules = sentence, rules

    def of(self, number: Token, here: Sequence[Event]) -> Counterpart | None:
        """Return what `number` counts by another teller, or None; `here` are the events so far."""
        return self._gapped(number, here) or self._named(number, here)

    def _gapped(self, number: Token, here: Sequence[Event]) -> Counterpart | None:
        """A second teller without a verb: "put it at 30,000 and police *at 4,000*"."""
        first, tied = self._opening(number)
        phrase = list(self._phrase(first))
        if not phrase or not self._is_closed(number) or not self._is_somebody(phrase[-1]):
            return None
        if tied is not None and self._rules.lists("partitive", tied) and phrase[-1].ent == "O":
            return None  # "spoke of 12 dead and losses of 40"
        whole = self._counted_before(phrase[0].i - 1, here)
        if whole is None:
            return None
        if not (self._is_tied(phrase[0], tied) if tied else self._is_reported(whole)):
            return None
        return Counterpart(whole, self._sentence.tokens[phrase[0].i : number.i + 1], phrase[-1])

    def _is_tied(self, first: Token, tie: Token) -> bool:
        """Whether a verb before ties figures so: "put it *at* 40", "spoke *of* 40"."""
        name = "giving" if self._rules.lists("partitive", tie) else "numbering"
        return any(self._rules.lists(name, t) for t in self._before(first))

    def _opening(self, number: Token) -> tuple[int, Token | None]:
        """The place before the figure with its bound, and the preposition that stands there."""
        tokens = self._sentence.tokens
        for at in range(number.i - 1, max(-1, number.i - 2 - _MOST_BOUNDING), -1):
            if any(self._rules.lists(name, tokens[at]) for name in ("counting-ties", "partitive")):
                return at - 1, tokens[at]
            if tokens[at].upos not in _BOUNDING:
                break
        at = number.i - 1
        while at > 0 and tokens[at].upos == "ADV":
            at -= 1
        return at, None

    def _phrase(self, last: int) -> Iterator[Token]:
        """The words of a name or noun that opens behind a comma or a conjunction."""
        tokens, first = self._sentence.tokens, last
        while first > 0 and tokens[first].upos in _NAMING:
            first -= 1
        if 0 < first < last + 1 and tokens[first].upos in _LINKS and tokens[last].upos in _NAMED:
            yield from tokens[first + 1 : last + 1]

    def _is_somebody(self, noun: Token) -> bool:
        counted = self._sentence.child(noun, "nummod")
        return not self._rules.lists("days", noun) and (counted is None or counted.i > noun.i)

    def _is_closed(self, number: Token) -> bool:
        behind = self._sentence.tokens[number.i + 1 : number.i + 2]
        return not behind or behind[0].upos in _LINKS

    def _before(self, word: Token) -> Sequence[Token]:
        return self._sentence.tokens[: word.i]

    def _counted_before(self, at: int, here: Sequence[Event]) -> Event | None:
        """The last event whose own words hold a figure before the place."""
        for event in reversed(here):
            figures = [t for t in event.clause if t.xpos == "CD" and t.i < at]
            if figures and event.head.i < at:
                return event
        return None

    def _is_reported(self, event: Event) -> bool:
        """Whether what is counted is what somebody says or counts: "said 49 of its men died"."""
        node = event.clause_head
        for verb in (node, *self._sentence.ancestors(node)):
            if verb.rel in _REPORTED and self._sentence.head(verb) is not None:
                return True
            if self._rules.lists("giving", verb) and verb.i < event.head.i:
                return True
        return False

    def _named(self, number: Token, here: Sequence[Event]) -> Counterpart | None:
        """A figure that is called one: "killed 60, a figure that the army *put at 12*"."""
        verb = self._sentence.head(number)
        if verb is None or number.rel != "obl" or not is_verbal(self._sentence, verb):
            return None
        subjects = self._sentence.children(verb, "nsubj")
        above = self._sentence.head(verb) if verb.deprel == "acl:relcl" else None
        figures = [t for t in (*subjects, above) if t and self._rules.lists("figure-nouns", t)]
        tellers = [t for t in subjects if t not in figures and t.upos in _NAMED]
        if not figures or not tellers or not self._rules.lists("numbering", verb):
            return None
        whole = self._counted_before(min(t.i for t in figures), here)
        words = self._sentence.tokens[min(t.i for t in figures) : number.i + 1]
        return None if whole is None else Counterpart(whole, words, tellers[-1])
