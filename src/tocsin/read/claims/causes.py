"""Who stands behind harm that a clause only tells the outcome of: whoever did what caused it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.claims.bound import Bound
from tocsin.read.claims.echoes import meant
from tocsin.read.claims.rules import Causing, Echo
from tocsin.read.events.words import is_verbal, preposition
from tocsin.read.syntax import Document, Sentence, Token

_CLAUSES = ("advcl", "acl")
_SUBJECTS = ("nsubj", "csubj")
GERUND = "VBG"


def resumed(
    bound: Bound, earlier: Sequence[Bound], document: Document, rules: Causing, echo: Echo
) -> Bound:
    """Return harm with who, when and where of the deed told before that is its subject.

    "Rebels shelled the port on Sunday. The attack killed ten people."
    """
    at = bound.event.sentence
    if bound.event.type not in rules.harm:
        return bound
    for noun in document.sentences[at].children(bound.event.predicate, *_SUBJECTS):
        deeds = [one for one in earlier if one.event.type in rules.deed]
        named = noun.lemma.lower() in rules.noun
        deed = meant(noun, at, deeds, document, echo) if named else None
        if deed is not None:
            roles = bound.roles if bound.role("actor") else (*deed.role("actor"), *bound.roles)
            time, place = bound.time or deed.time, bound.place or deed.place
            return replace(bound, roles=roles, time=time, place=place)
    return bound


def blamed(bound: Bound, beside: Sequence[Bound], sentence: Sentence, rules: Causing) -> Bound:
    """Return `bound` with the actor of the deed that brings it about, if it has none.

    The deed is its subject ("the raid killed ten"), hangs on its verb ("killed in a raid", "killed
    when rebels raided the town") or governs it as what follows ("raided it, killing ten").
    """
    if bound.event.type not in rules.harm or bound.role("actor"):
        return bound
    for word in _behind(bound.event.predicate, bound.event.head, sentence, rules):
        for one in beside:
            words = {one.event.head.i, one.event.predicate.i}
            if one is not bound and one.event.type in rules.deed and word.i in words:
                doers = one.role("actor")
                return replace(bound, roles=(*doers, *bound.roles)) if doers else bound
    return bound


def _behind(verb: Token, noun: Token, sentence: Sentence, rules: Causing) -> Iterator[Token]:
    """Yield the words that may name the deed, the surest first."""
    yield from sentence.children(verb, *_SUBJECTS)
    above = sentence.head(verb)
    if above is not None and verb.xpos == GERUND and verb.rel in _CLAUSES:
        yield above
        if is_verbal(sentence, above):
            yield from sentence.children(above, *_SUBJECTS)
    for word in (verb, noun):
        for child in sentence.children(word, "obl", "nmod"):
            if preposition(sentence, child) in rules.by:
                yield child
        for clause in sentence.children(word, "advcl"):
            mark = sentence.child(clause, "mark", "advmod")
            if mark is not None and mark.lemma.lower() in rules.when:
                yield clause
