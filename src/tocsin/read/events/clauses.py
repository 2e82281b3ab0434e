"""The stretch of a sentence that states an event: its clause, or its phrase if it is a noun."""

from collections.abc import Collection

from tocsin.read.events.phrases import trimmed, words_of
from tocsin.read.events.words import is_verbal
from tocsin.read.syntax import Sentence, Token

_OUTSIDE = ("parataxis", "discourse", "list", "vocative")
_MOST_STEPS = 8


def clause_head(sentence: Sentence, predicate: Token) -> Token:
    """Return the word that governs the event's clause, up through controlling verbs."""
    node = predicate
    for _ in range(_MOST_STEPS):
        above = sentence.head(node)
        if node.rel != "xcomp" or above is None:
            break
        node = above
    return node


def clause(
    sentence: Sentence, head: Token, governor: Token, others: Collection[int]
) -> tuple[Token, ...]:
    """Return the shortest contiguous stretch that states the event of `head`.

    `others` are the heads of other events: coordinated and adverbial clauses that hold one are
    theirs. A relative or participial clause takes along the noun that it hangs on.
    """
    kept = _kept(sentence, governor, head, others)
    first, last = min(kept), max(kept)
    above = sentence.head(governor)
    if governor.rel == "acl" and above is not None:
        noun = [t.i for t in words_of(sentence, above, alone=True) if t.i <= above.i]
        first = min([first, *noun])
    return _bare(sentence.tokens[first : last + 1], sentence, governor)


def _kept(sentence: Sentence, governor: Token, head: Token, others: Collection[int]) -> list[int]:
    kept, stack = [governor.i], [governor.i]
    while stack:
        for i in sentence.children_of[stack.pop()]:
            if not _is_outside(sentence, sentence.tokens[i], head, others):
                kept.append(i)
                stack.append(i)
    return kept


def _is_outside(sentence: Sentence, child: Token, head: Token, others: Collection[int]) -> bool:
    if child.rel in _OUTSIDE:
        return True
    below = {t.i for t in sentence.subtree(child)}
    if head.i in below:
        return False
    if child.rel == "conj" and is_verbal(sentence, child):
        return True
    return (
        child.rel in ("conj", "advcl", "acl")
        and bool(below & set(others))
        and (child.rel != "conj" or is_verbal(sentence, child))
    )


def _bare(stretch: tuple[Token, ...], sentence: Sentence, governor: Token) -> tuple[Token, ...]:
    kept = list(trimmed(stretch))
    while len(kept) > 1 and kept[0].rel in ("cc", "mark", "case") and kept[0].head == governor.i:
        kept.pop(0)
        kept = list(trimmed(kept))
    while len(kept) > 1 and kept[-1].rel == "cc":
        kept = list(trimmed(kept[:-1]))
    return tuple(kept)
