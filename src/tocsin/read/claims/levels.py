"""Counts that change: "rose by six to 31 from 25" says how many there are, and how many were."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tocsin.read.claims.bound import Bound
from tocsin.read.claims.rules import Levels
from tocsin.read.claims.seen import Seen
from tocsin.read.syntax import Sentence, Token
from tocsin.records import Quantity

_BEHIND = 2  # characters: a space, or a comma and a space
_TIED = ("obl", "nmod", "obj", "conj")
# How a counted word hangs on what changes: "the number of people displaced rose".
_UP = ("nsubj", "obj", "nmod", "compound", "amod", "acl")


def levels(bound: Bound, seen: Seen, sentence: Sentence, rules: Levels) -> tuple[Bound, ...]:
    """Return `bound` with the figure that its count has reached, then the one that it has left.

    The size of a step ("by six") is no count where the clause gives the count itself. The figure
    that is left is a claim only with a time right behind it ("from 19 a day earlier"): without one
    it would stand against the figure that is reached.
    """
    path = _path(bound, sentence)
    reached = _figure(path, seen.quantities, sentence, rules.reached)
    left = _figure(path, seen.quantities, sentence, rules.left)
    if reached is None or (bound.quantity is not None and bound.quantity.unit != reached.unit):
        return (bound,)
    then = next((t for t in seen.times if left and 0 <= t.span[0] - left.span[1] <= _BEHIND), None)
    if then is None:
        return (replace(bound, quantity=reached),)
    now = replace(bound, quantity=reached, time=None if then == bound.time else bound.time)
    return now, replace(bound, quantity=left, time=then)


def _path(bound: Bound, sentence: Sentence) -> list[Token]:
    """The words from the counted noun up to the verb by which it changes: "raised the toll"."""
    noun = bound.event.head
    passed = [noun]
    for node in sentence.ancestors(noun):
        if passed[-1].rel not in _UP:
            return []
        passed.append(node)
        if node.upos == "VERB":
            return passed
    return []


def _figure(
    path: Iterable[Token], quantities: Iterable[Quantity], sentence: Sentence, words: Iterable[str]
) -> Quantity | None:
    """The bare figure behind one of `words` that hangs on the path, or on another such figure."""
    for token in _numbers(path, sentence):
        case = sentence.child(token, "case")
        if case is None or case.lemma.lower() not in words:
            continue
        for quantity in quantities:
            if quantity.span[0] <= token.start < quantity.span[1] and quantity.change is None:
                return quantity
    return None


def _numbers(path: Iterable[Token], sentence: Sentence) -> Iterator[Token]:
    for node in path:
        for below in sentence.children(node, *_TIED):
            if below.upos == "NUM" and below.i > node.i:
                yield below
                yield from (t for t in sentence.children(below, *_TIED) if t.upos == "NUM")
