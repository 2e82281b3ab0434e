"""What every reader of participants asks of a word: its preposition, its voice, its use."""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.read.syntax import Sentence, Token

RELATIVIZERS = frozenset({"WDT", "WP", "WP$", "WRB"})
# The slot of what a noun is of.
WHOLE = "of"
_MOST_STEPS = 6
_OPENING_QUOTE = "``"


class Argument(NamedTuple):
    """A participant: the slot it fills and the word that heads it."""

    slot: str
    head: Token
    shared: bool = False


def is_verbal(sentence: Sentence, token: Token) -> bool:
    """Say whether the word is used as a verb (participles before a noun included)."""
    if token.upos in ("VERB", "AUX"):
        return True
    return token.upos == "ADJ" and bool(sentence.child(token, "aux:pass", "obl:agent"))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb is passive: by its auxiliary, its subject, or as a bare participle."""
    if sentence.child(verb, "aux:pass"):
        return True
    if sentence.child(verb, "nsubj:pass", "csubj:pass"):
        # Without an auxiliary a past tense, or what has an object, is no passive, whatever the
        # parser calls its subject.
        finite = verb.xpos in ("VBD", "VBZ", "VBP") or sentence.child(verb, "obj") is not None
        return not finite and bare_object(sentence, verb) is None
    if verb.xpos != "VBN" or sentence.child(verb, "aux"):
        return False
    if verb.rel in ("acl", "amod", "advcl", "xcomp") and verb.deprel != "acl:relcl":
        return not sentence.child(verb, "obj") and not sentence.child(verb, "nsubj")
    head = sentence.head(verb)
    return verb.rel == "conj" and head is not None and is_passive(sentence, head)


def is_commanded(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb is an order to whoever hears it, which tells no deed: "Shoot on sight".

    The bare form without a subject, at the head of its sentence or of what is quoted, or beside
    another order.
    """
    held = ("nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark", "expl")
    if verb.xpos != "VB" or sentence.child(verb, *held):
        return False
    above = sentence.head(verb)
    opens = verb.i == 0 or sentence.tokens[verb.i - 1].xpos == _OPENING_QUOTE
    if above is None or (verb.rel in ("ccomp", "parataxis") and opens):
        return True
    return verb.rel == "conj" and is_commanded(sentence, above)


def bare_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return a counted phrase that no preposition ties to a verb without an object.

    "Killed at least 12 people": a parser may take "at" for a preposition of "least".
    """
    if sentence.child(verb, "obj") is not None:
        return None
    for child in sentence.children(verb, "obl"):
        counted = child.upos == "NUM" or (
            child.deprel == "obl" and sentence.child(child, "nummod") is not None
        )
        between = sentence.tokens[verb.i : child.i]
        if any(token.upos == "PUNCT" and token.xpos != "HYPH" for token in between):
            continue  # "24 died, among them seven children"
        if counted and child.i > verb.i and sentence.child(child, "case") is None:
            return child
    return None


def preposition(sentence: Sentence, token: Token) -> str | None:
    """Return the preposition of a phrase ("because of" and "out of" in full), or None."""
    cases = sentence.children(token, "case")
    if not cases:
        return None
    parts = [cases[0], *sentence.children(cases[0], "fixed")]
    # "Out of" is two prepositions of one noun; of "from behind" the first says enough.
    parts += [t for t in cases[1:2] if t.i == cases[0].i + 1 and t.text.lower() == WHOLE]
    return " ".join(part.text.lower() for part in parts)


def clauses_of(sentence: Sentence, word: Token) -> Iterator[Argument]:
    """Verbs of participial clauses below a word or its object, and what an adjective completes."""
    for node in (word, *sentence.children(word, "obj")):
        for below in sentence.children(node, "advcl", "acl"):
            if is_verbal(sentence, below):
                yield Argument("clause", below)
    for state in sentence.children(word, "xcomp"):
        if state.upos == "ADJ":
            yield from (
                Argument("complement", t) for t in sentence.children(state, "xcomp", "advcl")
            )


def is_proper(sentence: Sentence, token: Token) -> bool:
    """Say whether a modifier names somebody: a proper noun, or an adjective made of one."""
    if token.upos == "PROPN" or token.ent != "O":
        return True
    if token.upos in ("NOUN", "ADJ") and token.i == 0:
        return False
    return token.text[:1].isupper() and token.upos in ("ADJ", "NOUN")


def antecedent_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun on which the relative clause of `verb` hangs, or None."""
    node: Token | None = verb
    for _ in range(_MOST_STEPS):
        if node is None:
            return None
        if node.deprel == "acl:relcl":
            return sentence.head(node)
        node = sentence.head(node)
    return None
