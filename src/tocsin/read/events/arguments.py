"""The participants of a word by syntax: own, shared, controlled, relative and passive ones.

A slot is `subject`, `object`, `indirect`, `poss`, `compound`, `amod`, `name` (a proper modifier),
`kind` (another modifier), `complement`, `adverb`, `particle`, or the preposition as the text has
it. Only Universal Dependencies are known here, no word of any language.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tocsin.read.syntax import Sentence, Token

_RELATIVIZERS = frozenset({"WDT", "WP", "WP$", "WRB"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_MOST_STEPS = 6


class Argument(NamedTuple):
    """A participant: the slot it fills and the word that heads it."""

    slot: str
    head: Token
    shared: bool = False


def arguments(sentence: Sentence, token: Token) -> list[Argument]:
    """Return the participants of a verb, noun or adjective, nearest relations first."""
    if is_verbal(sentence, token):
        return list(of_verb(sentence, token))
    return list(of_noun(sentence, token))


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
        return verb.xpos not in ("VBD", "VBZ", "VBP")
    if verb.xpos != "VBN" or sentence.child(verb, "aux"):
        return False
    if verb.rel in ("acl", "amod", "advcl") and verb.deprel != "acl:relcl":
        return not sentence.child(verb, "obj") and not sentence.child(verb, "nsubj")
    head = sentence.head(verb)
    return verb.rel == "conj" and head is not None and is_passive(sentence, head)


def preposition(sentence: Sentence, token: Token) -> str | None:
    """Return the preposition of a phrase ("because of" in full), or None."""
    case = sentence.child(token, "case")
    if case is None:
        return None
    parts = [case, *sentence.children(case, "fixed")]
    return " ".join(part.text.lower() for part in parts)


def of_verb(sentence: Sentence, verb: Token, steps: int = 0) -> Iterator[Argument]:
    """Yield a verb's participants, with those it shares or is given by control."""
    own = [a for child in sentence.children(verb) for a in _of_child(sentence, verb, child)]
    own = _told(_double_object(sentence, verb, own))
    yield from own
    yield from _before_hyphen(sentence, verb)
    yield from _clauses(sentence, verb)
    for argument in own:
        if argument.slot == "object" and not argument.shared:
            yield from _of_object(sentence, argument.head)
    if steps >= _MOST_STEPS:
        return
    filled = {argument.slot for argument in own}
    yield from _governed(sentence, verb, filled, steps)


def _of_child(sentence: Sentence, verb: Token, child: Token) -> Iterator[Argument]:
    slot = _slot_of_child(sentence, verb, child)
    if slot is None:
        return
    if child.xpos in _RELATIVIZERS or (child.xpos == "IN" and child.rel == "nsubj"):
        antecedent = _antecedent(sentence, verb)
        if antecedent is not None:
            yield Argument(slot, antecedent, shared=True)
        return
    yield Argument(slot, child)
    for other in sentence.children(child, "conj"):
        if not is_verbal(sentence, other):
            yield Argument(slot, other)


def _slot_of_child(sentence: Sentence, verb: Token, child: Token) -> str | None:
    named = {
        "nsubj": "object" if is_passive(sentence, verb) else "subject",
        "obj": "object",
        "iobj": "indirect",
        "xcomp": "complement",
        "ccomp": "complement",
        "advmod": "adverb",
    }
    if child.deprel in ("nsubj:pass", "csubj:pass"):
        # A past tense with no auxiliary is no passive, whatever the parser calls its subject.
        active = verb.xpos in ("VBD", "VBZ", "VBP") and not sentence.child(verb, "aux:pass")
        return "subject" if active else "object"
    if child.deprel == "obl:agent":
        return "subject"
    if child.deprel == "compound:prt":
        return "particle"
    if child.rel in ("obl", "nmod"):
        return preposition(sentence, child)
    return named.get(child.rel)


def _clauses(sentence: Sentence, word: Token) -> Iterator[Argument]:
    """Verbs of participial clauses below a word or its object, and what an adjective completes."""
    for node in (word, *sentence.children(word, "obj")):
        for below in sentence.children(node, "advcl", "acl"):
            if is_verbal(sentence, below):
                yield Argument("clause", below)
    for state in sentence.children(word, "xcomp"):
        if state.upos == "ADJ":
            yield from (Argument("complement", t) for t in sentence.children(state, "xcomp", "advcl"))


def _before_hyphen(sentence: Sentence, verb: Token) -> Iterator[Argument]:
    # "Houthi-launched": the word before the hyphen is who did it.
    if verb.rel == "amod" and verb.i >= 2 and verb.xpos in _PARTICIPLES:
        hyphen, doer = sentence.tokens[verb.i - 1], sentence.tokens[verb.i - 2]
        if hyphen.xpos == "HYPH" and hyphen.start == doer.end:
            yield Argument("subject", doer)


def _of_object(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """Prepositional phrases of the object: "dozens of missiles at cities" tells of the firing."""
    for below in sentence.children(head, "nmod"):
        slot = preposition(sentence, below)
        measured = head.upos == "NUM" or below.i == head.i + 2
        if slot is not None and below.deprel == "nmod":
            yield Argument(f"object.{slot}", below, shared=True)
            if not measured:
                yield Argument(slot, below, shared=True)
            yield from (
                Argument(preposition(sentence, deep) or "bare", deep, shared=True)
                for deep in (sentence.children(below, "nmod") if measured else ())
                if deep.deprel == "nmod"
            )


def _told(own: list[Argument]) -> list[Argument]:
    """An indirect object without a direct one is what the verb acts on: "warn the rebels"."""
    if any(a.slot == "object" for a in own):
        return own
    return [a._replace(slot="object") if a.slot == "indirect" else a for a in own]


def _double_object(sentence: Sentence, verb: Token, own: list[Argument]) -> list[Argument]:
    if not any(a.slot == "object" and sentence.child(verb, "obj") == a.head for a in own):
        return own
    passive = sentence.child(verb, "nsubj:pass")
    return [Argument("indirect", a.head, a.shared) if a.head == passive else a for a in own]


def _governed(
    sentence: Sentence, verb: Token, filled: set[str], steps: int
) -> Iterator[Argument]:
    head = sentence.head(verb)
    if head is None:
        return
    if verb.deprel == "acl:relcl":
        yield from _of_relative(sentence, verb, filled)
    elif verb.rel in ("acl", "amod"):
        yield from _of_participle(sentence, verb, head, filled, steps)
    elif verb.rel in ("xcomp", "advcl"):
        yield from _controlled(sentence, verb, head, filled, steps)
    elif verb.rel == "conj" and is_verbal(sentence, head):
        yield from _coordinated(sentence, verb, head, filled, steps)


def _of_relative(sentence: Sentence, verb: Token, filled: set[str]) -> Iterator[Argument]:
    antecedent = _antecedent(sentence, verb)
    taken = any(t.xpos in _RELATIVIZERS for t in sentence.subtree(verb, without=("acl:relcl",)))
    if antecedent is None or taken:
        return
    passive = is_passive(sentence, verb)
    slot = "object" if passive or "subject" in filled else "subject"
    if slot not in filled:
        yield Argument(slot, antecedent, shared=True)


def _antecedent(sentence: Sentence, verb: Token) -> Token | None:
    node: Token | None = verb
    for _ in range(_MOST_STEPS):
        if node is None:
            return None
        if node.deprel == "acl:relcl":
            return sentence.head(node)
        node = sentence.head(node)
    return None


def _of_participle(
    sentence: Sentence, verb: Token, head: Token, filled: set[str], steps: int
) -> Iterator[Argument]:
    if verb.xpos in _PARTICIPLES or (verb.xpos == "JJ" and verb.rel == "amod"):
        if "object" not in filled:
            yield Argument("object", head, shared=True)
    elif verb.xpos == "VBG":
        if "subject" not in filled:
            yield Argument("subject", head, shared=True)
    elif "subject" not in filled:
        yield from _subject_of_noun(sentence, head, steps)


def _subject_of_noun(sentence: Sentence, noun: Token, steps: int) -> Iterator[Argument]:
    # "its plan to attack": the planner attacks; "made a plan to attack": who made it.
    owner = sentence.child(noun, "nmod:poss", "nsubj")
    governor = sentence.head(noun)
    if owner is not None:
        yield Argument("subject", owner, shared=True)
    elif governor is not None and is_verbal(sentence, governor) and noun.rel in ("obj", "obl"):
        yield from _slot_of(sentence, governor, "subject", "subject", steps)


def _controlled(
    sentence: Sentence, verb: Token, head: Token, filled: set[str], steps: int
) -> Iterator[Argument]:
    slot = "object" if is_passive(sentence, verb) else "subject"
    if slot in filled or sentence.child(verb, "nsubj"):
        return
    if not is_verbal(sentence, head):
        for child in sentence.children(head, "nsubj"):
            yield Argument(slot, child, shared=True)
        return
    told = sentence.child(head, "obj", "iobj") if verb.rel == "xcomp" else None
    if told is not None and told.i < verb.i:
        yield Argument(slot, told, shared=True)
        return
    from_slot = "object" if is_passive(sentence, head) else "subject"
    yield from _slot_of(sentence, head, from_slot, slot, steps)


def _coordinated(
    sentence: Sentence, verb: Token, head: Token, filled: set[str], steps: int
) -> Iterator[Argument]:
    passive, above = is_passive(sentence, verb), is_passive(sentence, head)
    slot = "object" if passive else "subject"
    if slot not in filled and not sentence.child(verb, "nsubj"):
        yield from _slot_of(sentence, head, "object" if above else "subject", slot, steps)
    shared = sentence.child(head, "obj")
    if not passive and "object" not in filled and shared is not None and shared.i > verb.i:
        yield Argument("object", shared, shared=True)


def _slot_of(
    sentence: Sentence, verb: Token, slot: str, as_slot: str, steps: int
) -> Iterator[Argument]:
    for argument in of_verb(sentence, verb, steps + 1):
        if argument.slot == slot:
            yield Argument(as_slot, argument.head, shared=True)


def of_noun(sentence: Sentence, noun: Token) -> Iterator[Argument]:
    """Yield a noun's modifiers and what it predicates, with those shared under coordination."""
    yield from _own_of_noun(sentence, noun)
    head = sentence.head(noun)
    if noun.rel == "conj" and head is not None and not is_verbal(sentence, head):
        for argument in _own_of_noun(sentence, head):
            if argument.slot in ("poss", "name") and not sentence.child(noun, "nmod:poss"):
                yield argument._replace(shared=True)


def _own_of_noun(sentence: Sentence, noun: Token) -> Iterator[Argument]:
    for child in sentence.children(noun):
        yield from _modifier(sentence, noun, child)
    yield from _clauses(sentence, noun)
    for clause in sentence.children(noun, "acl"):
        if clause.deprel == "acl" and is_passive(sentence, clause):
            for agent in sentence.children(clause, "obl:agent"):
                yield Argument("subject", agent)


def _modifier(sentence: Sentence, noun: Token, child: Token) -> Iterator[Argument]:
    for token in (child, *(c for c in sentence.children(child, "conj"))):
        if child.deprel == "nmod:poss":
            yield Argument("poss", token)
        elif child.rel in ("compound", "amod", "nummod") or child.deprel == "nmod:desc":
            yield Argument(child.rel, token)
            yield Argument("name" if is_proper(sentence, token) else "kind", token)
        elif child.rel in ("nmod", "obl"):
            yield Argument(preposition(sentence, child) or "bare", token)
        elif child.rel == "nsubj":
            yield Argument("subject", token)


def is_proper(sentence: Sentence, token: Token) -> bool:
    """Say whether a modifier names somebody: a proper noun, or an adjective made of one."""
    if token.upos == "PROPN" or token.ent != "O":
        return True
    if token.upos == "NOUN" and token.i == 0:
        return False
    return token.text[:1].isupper() and token.upos in ("ADJ", "NOUN")
