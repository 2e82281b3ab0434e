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


def levels(bound: Bound, seen: Seen, sentence: Sentence, rules: Levels) -> tuple[Bound, ...]:
    """Return `bound` with the figure that its count has reached, then the one that it has left.

    The size of a step ("by six") is no count where the clause gives the count itself. The count
    that is left is dated by what stands right behind it: "from 19 a day earlier".
    """
    verb = _verb(bound, sentence)
    if verb is None:
        return (bound,)
    reached = _figure(verb, seen.quantities, sentence, rules.reached)
    left = _figure(verb, seen.quantities, sentence, rules.left)
    if reached is None or (bound.quantity is not None and bound.quantity.unit != reached.unit):
        return (bound,)
    if left is None:
        return (replace(bound, quantity=reached),)
    then = next((t for t in seen.times if 0 <= t.span[0] - left.span[1] <= _BEHIND), None)
    when = None if then is not None and then == bound.time else bound.time
    now = replace(bound, quantity=reached, time=when)
    return now, replace(bound, quantity=left, time=then)


def _verb(bound: Bound, sentence: Sentence) -> Token | None:
    """The verb by which the counted noun changes: "the toll rose", "raised the toll"."""
    noun = bound.event.head
    for node in (noun, *sentence.ancestors(noun)):
        if node.upos == "VERB" and node.i != noun.i:
            return node
        if node.rel not in ("nsubj", "obj", "nmod", "compound", "nmod:poss"):
            return None
    return None


def _figure(
    verb: Token, quantities: Iterable[Quantity], sentence: Sentence, words: Iterable[str]
) -> Quantity | None:
    """The bare figure behind one of `words` that hangs on the verb, or on another such figure."""
    for token in _numbers(verb, sentence):
        case = sentence.child(token, "case")
        if case is None or case.lemma.lower() not in words:
            continue
        for quantity in quantities:
            if quantity.span[0] <= token.start < quantity.span[1] and quantity.change is None:
                return quantity
    return None


def _numbers(verb: Token, sentence: Sentence) -> Iterator[Token]:
    for below in sentence.children(verb, *_TIED):
        if below.upos == "NUM" and below.i > verb.i:
            yield below
            yield from (t for t in sentence.children(below, *_TIED) if t.upos == "NUM")
