"""The participants of a noun: its modifiers, what it is said of, what coordination shares."""

from collections.abc import Iterator

from tocsin.read.events.words import (
    RELATIVIZERS,
    Argument,
    antecedent_of,
    clauses_of,
    is_proper,
    is_verbal,
    preposition,
)
from tocsin.read.syntax import Sentence, Token

# The slot of who does what a noun names.
DOER = "by"


def of_noun(sentence: Sentence, noun: Token) -> Iterator[Argument]:
    """Yield a noun's modifiers and what it predicates, with those shared under coordination."""
    yield from _own_of_noun(sentence, noun)
    head = sentence.head(noun)
    if noun.rel == "conj" and head is not None and not is_verbal(sentence, head):
        for argument in _own_of_noun(sentence, head):
            if argument.slot in ("poss", "name") and not sentence.child(noun, "nmod:poss"):
                yield argument._replace(shared=True)


def behind(sentence: Sentence, thing: Token) -> Iterator[Token]:
    """Yield who stands behind a deed, a weapon or a paper, the surest first.

    Whose it is ("Houthi missiles", "their assault"), who did it by a participle ("missiles fired
    by the rebels"), or who issued it ("the Council adopted a resolution that demands").
    """
    own = list(_own_of_noun(sentence, thing))
    yield from (a.head for slot in ("poss", "name", DOER) for a in own if a.slot == slot)
    for clause in sentence.children(thing, "acl"):
        yield from sentence.children(clause, "obl:agent")
    verb = sentence.head(thing)
    if verb is not None and thing.rel == "obj" and is_verbal(sentence, verb):
        yield from sentence.children(verb, "nsubj")


def _own_of_noun(sentence: Sentence, noun: Token) -> Iterator[Argument]:
    for child in sentence.children(noun):
        yield from _modifier(sentence, noun, child)
    yield from clauses_of(sentence, noun)


def _beyond(sentence: Sentence, below: Token) -> Iterator[Argument]:
    """Phrases of a deed that a parse hangs on the one before: "the raid by rebels on the port".

    So with who does it ("the killing of the guard by rebels"), and with what it is done to.
    """
    doer = preposition(sentence, below) == DOER
    for deeper in sentence.children(below, "nmod"):
        slot = preposition(sentence, deeper)
        if slot is not None and deeper.deprel == "nmod" and (doer or slot == DOER):
            yield Argument(slot, deeper, shared=True)


def _modifier(sentence: Sentence, noun: Token, child: Token) -> Iterator[Argument]:
    for token in (child, *(c for c in sentence.children(child, "conj"))):
        if child.deprel == "nmod:poss":
            yield Argument("poss", token)
        elif child.rel in ("compound", "amod", "nummod") or child.deprel == "nmod:desc":
            yield Argument(child.rel, token)
            yield Argument("name" if is_proper(sentence, token) else "kind", token)
        elif child.rel in ("nmod", "obl"):
            yield Argument(preposition(sentence, child) or "bare", token)
            yield from _beyond(sentence, token)
        elif child.rel == "advmod" and child.i > noun.i:
            yield Argument("adverb", token)
        elif child.rel == "nsubj":
            meant = antecedent_of(sentence, noun) if token.xpos in RELATIVIZERS else token
            yield Argument("subject", meant or token)
