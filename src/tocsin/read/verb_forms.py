"""What the forms of verbs tell of a tree: whose subject a noun is, and where an infinitive begins.

A finite clause has a subject; an infinitive has none before the word that it completes.
"""

from collections.abc import Iterator

from tocsin.read.rewriting import rewritten
from tocsin.read.syntax import Sentence, Token

TO, RELATIVE = "TO", "WDT"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "csubj", "expl")


def before_infinitives(sentence: Sentence) -> list[tuple[int, int]]:
    """What stands before the word that an infinitive completes belongs to that word.

    "The two sides had been due to meet": they had been due.
    """
    marks = (t for t in sentence.tokens if t.xpos == TO and t.rel == "mark" and t.head > t.i)
    moves = []
    for mark in marks:
        verb = sentence.tokens[mark.head]
        if 0 <= verb.head < mark.i:
            moves += [(t.i, verb.head) for t in sentence.children(verb) if t.i < verb.head]
    return moves


def with_finite_subjects(sentence: Sentence) -> Sentence:
    """Return the sentence with the noun before a finite clause that has no subject as its subject.

    "The army said reports that the town had fallen were false": the reports were.
    """
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        noun = _before(sentence, clause) if clause.rel == "ccomp" else None
        if noun is not None and _lacks_subject(sentence, clause):
            passive = sentence.child(clause, "aux:pass") is not None
            rel = "nsubj:pass" if passive else "nsubj"
            changed[noun.i] = noun._replace(head=clause.i, deprel=rel)
    return rewritten(sentence, changed)


def with_active_subjects(sentence: Sentence) -> Sentence:
    """Return the sentence with the subject of a perfect as one who acts: "it had withdrawn".

    A passive has an auxiliary of its own ("had been withdrawn").
    """
    changed: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.head(noun) if noun.deprel == "nsubj:pass" else None
        if verb is None or verb.xpos != "VBN" or sentence.child(verb, "aux:pass") is not None:
            continue
        if any(t.xpos in FINITE for t in sentence.children(verb, "aux")):
            changed[noun.i] = noun._replace(deprel="nsubj")
    return rewritten(sentence, changed)


def with_told_clauses(sentence: Sentence) -> Sentence:
    """Return the sentence with a whole clause behind "it is a lie that" as what is a lie.

    A relative clause lacks what its pronoun stands for ("it was the town that they took"); one that
    lacks nothing is told.
    """
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        noun = sentence.head(clause) if clause.deprel == "acl:relcl" else None
        mark = _opening(sentence, clause) if noun is not None else None
        if noun is None or mark is None or sentence.child(noun, "expl") is None:
            continue
        others = [t for t in sentence.children(clause, "obj") if t.i != mark.i]
        if sentence.child(clause, "nsubj") not in (None, mark) and (others or mark.rel != "obj"):
            changed[clause.i] = clause._replace(deprel="csubj")
            changed[mark.i] = mark._replace(deprel="mark", upos="SCONJ", xpos="IN")
    return rewritten(sentence, changed)


def _opening(sentence: Sentence, clause: Token) -> Token | None:
    first = next(iter(sentence.children(clause)), None)
    return first if first is not None and first.xpos == RELATIVE else None


def _before(sentence: Sentence, clause: Token) -> Token | None:
    """Return the object of the verb above that stands between it and the clause."""
    verb = sentence.head(clause)
    noun = sentence.child(verb, "obj") if verb is not None else None
    stands = verb is not None and noun is not None and verb.i < noun.i < clause.i
    return noun if stands and not sentence.children(clause, "mark") else None


def _lacks_subject(sentence: Sentence, clause: Token) -> bool:
    finite = any(t.xpos in FINITE for t in _group(sentence, clause))
    return finite and not sentence.children(clause, *_SUBJECTS)


def _group(sentence: Sentence, clause: Token) -> Iterator[Token]:
    yield from sentence.children(clause, "aux", "cop")
    if clause.upos == "VERB":
        yield clause
