"""The clause that a verb of saying says: below it, beside it, or torn from it by the parse."""

from collections.abc import Sequence

from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Sentence, Token

_TORN = ("xcomp", "obj", "obl", "nmod", "acl", "appos", "dep")


def clause_of(sentence: Sentence, verb: Token, listed: bool, rules: CueRules) -> list[Token]:
    """Return what a verb of saying says, where that is a clause; empty where it has none.

    A verb that is not `listed` as a cue needs a clause with a mark and a subject of its own.
    """
    below = [c for c in sentence.children(verb, "ccomp", "xcomp") if _is_clause(sentence, c, rules)]
    if not listed:
        below = [c for c in below if sentence.child(c, "mark") and sentence.child(c, "nsubj")]
    parts = [*_shown(sentence, verb, below), *below, *torn_from(sentence, verb, below)]
    found = [t for part in parts for t in sentence.subtree(part)]
    if found or not listed:
        return found
    return (
        _next_to(sentence, verb)
        or _beside(sentence, verb)
        or _as_said(sentence, verb, rules.words.as_)
    )


def _shown(sentence: Sentence, verb: Token, clauses: Sequence[Token]) -> list[Token]:
    # "showing soldiers testing a fence": who tests hangs on the cue.
    thing = sentence.child(verb, "obj", "iobj")
    bare = [c for c in clauses if sentence.child(c, "nsubj", "mark") is None]
    return [thing] if thing is not None and bare and thing.i < bare[0].i else []


def _next_to(sentence: Sentence, verb: Token) -> list[Token]:
    # "signs indicating the North is preparing": the clause may hang on the noun beside the cue.
    above = sentence.head(verb)
    for clause in sentence.children(above, "acl", "ccomp") if above is not None else ():
        tokens = sentence.subtree(clause)
        if tokens[0].i == verb.i + 1 and sentence.child(clause, "nsubj") is not None:
            return tokens if verb.rel == "acl" else []
    return []


def torn_from(sentence: Sentence, verb: Token, clauses: Sequence[Token]) -> list[Token]:
    """Return what follows one of `clauses` behind its verb: part of it, wherever it hangs."""
    last = max((c.i for c in clauses if c.i > verb.i), default=None)
    if last is None:
        return []
    return [t for t in sentence.children(verb, *_TORN) if t.i > last]


def _is_clause(sentence: Sentence, below: Token, rules: CueRules) -> bool:
    """Whether a dependent is a clause that can be said: marked, or with a verb of its own.

    "saw their homes reduced to rubble" has none; parsers call marked clauses `xcomp` at times.
    """
    mark = sentence.child(below, "mark")
    if mark is not None and mark.lemma in rules.words.that:
        return True
    if below.rel == "xcomp":
        return sentence.child(below, "nsubj") is not None
    return below.xpos not in ("VB", "VBN") or sentence.child(below, "aux", "cop") is not None


def _beside(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the clause that a verb of saying stands beside: "…, the ministry said"."""
    above = sentence.head(verb)
    subject = sentence.child(verb, "nsubj")
    if verb.rel == "parataxis" and above is not None and subject is not None:
        own = {t.i for t in sentence.subtree(verb)}
        return [t for t in sentence.subtree(above) if t.i not in own]
    below = [t for t in sentence.children(verb, "parataxis") if sentence.child(t, "nsubj", "cop")]
    return [t for c in below for t in sentence.subtree(c)]


def _as_said(sentence: Sentence, verb: Token, marks: Sequence[str]) -> list[Token]:
    """Return the main clause beside "as the minister said"."""
    above = sentence.head(verb)
    mark = sentence.child(verb, "mark")
    if verb.rel != "advcl" or above is None or mark is None or sentence.child(verb, "obj"):
        return []
    if sentence.child(verb, "nsubj") is None or mark.lemma not in marks:
        return []
    own = {t.i for t in sentence.subtree(verb)}
    return [t for t in sentence.subtree(above) if t.i not in own]
