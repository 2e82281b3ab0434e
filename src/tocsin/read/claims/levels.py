"""Counts that change: "rose by six to 31 from 25" says how many there are, and how many were."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tocsin.read.claims.bound import Bound
from tocsin.read.claims.ownership import Ground
from tocsin.read.claims.rules import Levels
from tocsin.read.claims.seen import Seen
from tocsin.read.syntax import Sentence, Token
from tocsin.records import Quantity, Span, Time

_TIED = ("obl", "nmod", "obj", "conj")
# How a counted word hangs on what changes: "the number of people displaced rose".
_UP = ("nsubj", "obj", "nmod", "compound", "amod", "acl")
# What may stand between a figure and its time: "19, on Monday", "19 in the spring".
_BETWEEN = ("ADP", "DET", "PUNCT")
_MOST_BETWEEN = 2
_THINGS = ("NOUN", "PROPN", "ADJ", "SYM")


def levels(bound: Bound, seen: Seen, ground: Ground, rules: Levels) -> tuple[Bound, ...]:
    """Return `bound` with the figure that its count has reached, then the one that it has left.

    The size of a step ("by six") is no count where the clause gives the count itself. The figure
    that is left is a claim only with a time right behind it ("from 19 a day earlier", "up from 31
    on Monday"): without one it would stand against the figure that is reached.
    """
    path = _path(bound, ground.sentence)
    reached = _figure(path, seen.quantities, ground.sentence, rules.reached)
    if reached is None or (bound.quantity is not None and bound.quantity.unit != reached.unit):
        return bound, *_set_against(bound, seen, ground, rules)
    left = _figure(path, seen.quantities, ground.sentence, rules.left)
    then = _time_behind(left, seen.times, ground.sentence) if left else None
    if then is None:
        return (replace(bound, quantity=reached),)
    now = replace(bound, quantity=reached, time=None if then == bound.time else bound.time)
    return now, replace(bound, quantity=left, time=then)


def lagging(seen: Seen, sentence: Sentence, rules: Levels) -> dict[Span, Time]:
    """Return the times of the figures that others are set against: "up from 31 *on Monday*".

    Each stands under the words from its figure on, which tell nothing of what is so now.
    """
    found: dict[Span, Time] = {}
    for quantity in (*_compared(seen, sentence, rules), *_left(seen, sentence, rules)):
        then = _time_behind(quantity, seen.times, sentence)
        if then is not None:
            found[quantity.span[0], then.span[1]] = then
    return found


def _set_against(bound: Bound, seen: Seen, ground: Ground, rules: Levels) -> Iterator[Bound]:
    """Yield `bound` as it was, by the figure that its own is set against and that figure's time."""
    count = bound.quantity
    if count is None or bound.event.elided:
        return
    for figure in _compared(seen, ground.sentence, rules):
        then = _time_behind(figure, seen.times, ground.sentence)
        alike = figure.unit == count.unit and figure.span[0] > count.span[0]
        if then is not None and alike and ground.governs(figure, bound.event):
            yield replace(bound, quantity=figure, time=then)


def _compared(seen: Seen, sentence: Sentence, rules: Levels) -> Iterator[Quantity]:
    """Yield the bare figures behind words of comparison: "down from 40", "against 90"."""
    return _bare_behind(seen, sentence, rules.compared)


def _left(seen: Seen, sentence: Sentence, rules: Levels) -> list[Quantity]:
    """The figures that a step comes from, where the one that it leads to is told: "to 9 from 4"."""
    reached = [*_bare_behind(seen, sentence, rules.reached)]
    return [q for q in _bare_behind(seen, sentence, rules.left) if reached]


def _bare_behind(seen: Seen, sentence: Sentence, forms: Iterable[str]) -> Iterator[Quantity]:
    endings = tuple(f" {form}" for form in forms)
    text = [token.text.lower() for token in sentence.tokens]
    for quantity in seen.quantities:
        inside = [t.i for t in sentence.tokens if _within(t, quantity.span)]
        if not inside or quantity.change is not None or _counts_more(sentence, inside[-1]):
            continue
        if " ".join(text[: inside[0]]).endswith(endings):
            yield quantity


def _counts_more(sentence: Sentence, last: int) -> bool:
    """Whether a noun right behind the figure says that it counts something of its own."""
    return any(t.upos in _THINGS for t in sentence.tokens[last + 1 : last + 2])


def _time_behind(quantity: Quantity, times: Iterable[Time], sentence: Sentence) -> Time | None:
    for time in times:
        between = [t for t in sentence.tokens if quantity.span[1] <= t.start < time.span[0]]
        near = len(between) <= _MOST_BETWEEN and all(t.upos in _BETWEEN for t in between)
        if near and time.span[0] >= quantity.span[1]:
            return time
    return None


def _within(token: Token, span: Span) -> bool:
    return span[0] <= token.start and token.end <= span[1]


def _path(bound: Bound, sentence: Sentence) -> list[Token]:
    """The words from the counted noun up to the verb by which it changes: "raised the toll"."""
    noun = bound.event.head
    passed = [noun]
    for node in sentence.ancestors(noun):
        if passed[-1].rel not in _UP:
            return []
        passed.append(node)
        if node.upos == "VERB" and node.rel != "acl":
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
