"""The form of the rule file `opposed.toml`: which claims of one deed cannot both be true."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from tocsin.rules import Rule, load
from tocsin.weigh.estimate.phrases import Phrases, Word, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Rule):
    """A list of words with its proof."""

    word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Types(Rule):
    """A list of types of event with its proof."""

    type: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds(Rule):
    """A list of kinds of deeds with its proof."""

    kind: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Once(Rule):
    """Words of what takes place once; `of` is what two who tell of it must name in common.

    No `type` is any.
    """

    name: str
    word: tuple[str, ...]
    type: tuple[str, ...] = ()
    of: Literal["", "thing", "name"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhen(Rule):
    """Words that, right `before` a word `of` deeds, tell of other deeds than the news."""

    before: tuple[str, ...]
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graver(Rule):
    """A harm (of `populations.toml`) with those that nobody suffered who did not suffer it."""

    denied: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposite(Rule):
    """Words and types of what ended (`one`) and of what is still there (`other`).

    Both cannot hold of one actor, of one thing, of one name, or of one thing of two rivals (`by`).
    """

    name: str
    one: tuple[str, ...]
    one_type: tuple[str, ...]
    other: tuple[str, ...]
    other_type: tuple[str, ...]
    by: Literal["actor", "thing", "name", "rival"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpposedRules:
    """The file `opposed.toml` of a language."""

    once: tuple[Once, ...]
    opposed: tuple[Opposite, ...]
    began: Words
    charged: Types
    counts: Words
    anybody: Words
    elsewhen: Elsewhen
    another: Words
    nobody: Words
    across: Kinds
    single: Types
    graver: tuple[Graver, ...]
    bodies: Words
    nots: Words
    crowds: Words
    armed: Words
    broad: Types
    those: Words
    first: Words
    articles: Words
    unofficial: Words
    together: Words
    hands: Types
    partly: Words
    not_by: Words
    it: Words


class Opposed:
    """The rules of a language with the words indexed."""

    def __init__(self, rules: OpposedRules) -> None:
        self.rules = rules
        self.began = Phrases((word, True) for word in rules.began.word)
        self.counts = Phrases((word, True) for word in rules.counts.word)
        self.nobody = Phrases((word, True) for word in rules.nobody.word)
        self.another = frozenset(rules.another.word)
        self.anybody = frozenset(rules.anybody.word)
        self.charged = frozenset(rules.charged.type)
        self.across = frozenset(rules.across.kind)
        self.single = frozenset(rules.single.type)
        self.bodies = frozenset(rules.bodies.word)
        self.graver = {one.denied: frozenset(one.also) for one in rules.graver}
        self.armed = frozenset(rules.armed.word)
        self.broad = frozenset(rules.broad.type)
        self.those = frozenset(rules.those.word)
        self.articles = frozenset(rules.articles.word)
        self.first = Phrases((word, True) for word in rules.first.word)
        self.crowds = frozenset(rules.crowds.word)
        self.unofficial = frozenset(rules.unofficial.word)
        self.together = frozenset(rules.together.word)
        self.hands = frozenset(rules.hands.type)
        self.partly = Phrases((word, True) for word in rules.partly.word)
        self.not_by = Phrases((word, True) for word in rules.not_by.word)
        self.it = frozenset(rules.it.word)
        self._nots = rules.nots.word
        self._once = Phrases((word, one) for one in rules.once for word in one.word)
        self._sides = _sides(rules.opposed)
        self._before = frozenset(rules.elsewhen.before)
        self._of = frozenset(rules.elsewhen.of)

    def once(self, type: str, text: str) -> Once | None:
        """Return the rule of what takes place once that words of an event name, if any does."""
        found = self._once.first(words(text))
        return found if found and (not found.type or type in found.type) else None

    def sides(self, type: str, text: str) -> tuple[tuple[Opposite, bool], ...]:
        """Return the pairs of opposites that an event is one of, and whether it is the first."""
        held = self._sides.get(type)
        return (held.first(words(text)) or ()) if held else ()

    def not_so(self, text: str, words_of_it: str) -> bool:
        """Return whether a clause says that it was something else: "off Buton (not Muna)"."""
        folded, other = text.casefold(), words_of_it.casefold()
        return any(f"{word} {other}" in folded for word in self._nots)

    def of_a_part(self, text: str, words_of_it: str) -> bool:
        """Return whether it is a part of whom a clause denies something after its event."""
        told = words(text)
        event = next(iter(words(words_of_it)), None)
        first = next((i for i, w in enumerate(told) if event and w.text == event.text), len(told))
        return any(start > first for start, _, _ in self.partly.find(told))

    def of_other_days(self, text: str) -> bool:
        """Return whether a clause tells of deeds before the news: "in previous incidents"."""
        folded = text.casefold()
        if not any(word in folded for word in self._before):
            return False
        told = words(text)
        return any(self._earlier(one, other) for one, other in pairwise(told))

    def _earlier(self, one: Word, other: Word) -> bool:
        return one.text in self._before and other.text in self._of


def _sides(rules: tuple[Opposite, ...]) -> Mapping[str, Phrases[tuple[tuple[Opposite, bool], ...]]]:
    held: dict[str, dict[str, tuple[tuple[Opposite, bool], ...]]] = {}
    for rule in rules:
        for types, said, first in (
            (rule.one_type, rule.one, True),
            (rule.other_type, rule.other, False),
        ):
            for type in types:
                for word in said:
                    known = held.setdefault(type, {})
                    known[word] = (*known.get(word, ()), (rule, first))
    return {type: Phrases(known.items()) for type, known in held.items()}


@cache
def opposed(language: str = "en") -> Opposed:
    """Return the rules by which claims of a language contradict each other."""
    return Opposed(load(language, "opposed.toml", OpposedRules))
