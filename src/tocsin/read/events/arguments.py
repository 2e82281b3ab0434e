"""The participants of a word by syntax: own, shared, controlled, relative and passive ones.

A slot is `subject`, `object`, `told` (an object that is to do what
the complement says), `indirect`, `poss`, `compound`, `amod`, `name` (a proper modifier),
`kind` (another modifier), `complement`, `clause`, `adverb`, `particle`, `object.on` (a phrase of
the object), or the preposition as the text has it. Only Universal Dependencies are known here, no
word of any language.
"""

from collections.abc import Iterator

from tocsin.read.events.nouns import DOER, of_noun
from tocsin.read.events.words import (
    RELATIVIZERS,
    Argument,
    antecedent_of,
    bare_object,
    clauses_of,
    is_passive,
    is_verbal,
    preposition,
)
from tocsin.read.syntax import Sentence, Token

_PARTICIPLES = frozenset({"VBN", "VBD"})
_MOST_STEPS = 6


def arguments(sentence: Sentence, token: Token) -> list[Argument]:
    """Return the participants of a verb, noun or adjective, nearest relations first."""
    if is_verbal(sentence, token):
        return list(of_verb(sentence, token))
    return list(of_noun(sentence, token))


def of_verb(sentence: Sentence, verb: Token, steps: int = 0) -> Iterator[Argument]:
    """Yield a verb's participants, with those it shares or is given by control."""
    doer = list(_before_hyphen(sentence, verb))
    own = [a for child in sentence.children(verb) for a in _of_child(sentence, verb, child)]
    own = [a for a in own if not any(a.head is d.head for d in doer)]
    own += _fronted(sentence, verb) or _listed(sentence, verb)
    own = _told(_double_object(sentence, verb, own))
    yield from own
    yield from _ordered(own)
    yield from doer
    yield from clauses_of(sentence, verb)
    for argument in own:
        if argument.slot == "object" and not argument.shared:
            yield from _of_object(sentence, argument.head)
    if steps >= _MOST_STEPS:
        return
    filled = {argument.slot for argument in own}
    yield from _governed(sentence, verb, filled, steps)


def _of_child(sentence: Sentence, verb: Token, child: Token) -> Iterator[Argument]:
    slot = _slot_of_child(sentence, verb, child)
    if slot is None or _is_part(sentence, verb, child):
        return
    if child.xpos in RELATIVIZERS or (child.xpos == "IN" and child.rel == "nsubj"):
        antecedent = antecedent_of(sentence, verb)
        if antecedent is not None:
            yield Argument(slot, antecedent, shared=True)
        return
    yield Argument(slot, child)
    if child.rel == "obl" and is_passive(sentence, verb):
        # "Looted near the port by gangs": whoever did it did not do the port.
        below = sentence.children(child, "nmod")
        yield from (Argument("subject", t) for t in below if preposition(sentence, t) == DOER)
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
        return "object" if is_passive(sentence, verb) else "subject"
    if child.deprel == "obl:agent":
        return "subject"
    if child.deprel == "compound:prt":
        return "particle"
    if child.rel == "xcomp" and child.upos == "NUM":
        return "object"  # a parse may take "wounded 14" so
    if child.rel in ("obl", "nmod"):
        return "object" if child == bare_object(sentence, verb) else preposition(sentence, child)
    return named.get(child.rel)


def _fronted(sentence: Sentence, verb: Token) -> list[Argument]:
    """Return the figure that picks from a whole named first: "of the 63 aboard, *41* were saved".

    A parse hangs it on the whole.
    """
    if sentence.child(verb, "nsubj", "csubj") is not None:
        return []
    slot = "object" if is_passive(sentence, verb) else "subject"
    wholes = (t for t in sentence.children(verb, "obl") if t.i < verb.i)
    picked = (n for t in wholes for n in sentence.children(t, "appos") if n.upos == "NUM")
    return [Argument(slot, n) for n in picked if sentence.tokens[n.i - 1].upos == "PUNCT"]


def _listed(sentence: Sentence, verb: Token) -> list[Argument]:
    """Return what stands before the participle of a list's entry: "40 men arrested, 90 *cars* …".

    A parse hangs it on the entry before.
    """
    own = sentence.child(verb, "nsubj", "obj", "aux", "mark")
    if verb.xpos not in _PARTICIPLES or own is not None or verb.i < 2:
        return []
    noun = sentence.tokens[verb.i - 1]
    stray = noun.head != verb.i and verb.head != noun.i and noun.upos in ("NOUN", "PROPN")
    if not stray or sentence.child(noun, "nummod") is None:
        return []
    return [Argument("object", noun)] if _follows_comma(sentence, noun) else []


def _follows_comma(sentence: Sentence, noun: Token) -> bool:
    first = min(t.i for t in sentence.subtree(noun) if t.upos != "PUNCT")
    return first > 0 and sentence.tokens[first - 1].text == ","


def _is_part(sentence: Sentence, verb: Token, child: Token) -> bool:
    """Whether what a parse takes for an object behind a comma is none.

    A figure picks from those named before ("ten people died, *three* of them soldiers"), or is of
    the next entry of a list ("40 men arrested, *90 cars* seized").
    """
    behind = child.rel in ("obj", "obl", "conj", "nsubj") and child.i > verb.i
    if not behind or not _follows_comma(sentence, child):
        return False
    whole = sentence.child(child, "nmod")
    if child.upos == "NUM":
        return whole is not None and whole.upos == "PRON"
    after = sentence.tokens[child.i + 1 : child.i + 2]
    counted = sentence.child(child, "nummod") is not None
    return counted and any(t.xpos in _PARTICIPLES and t.rel != "acl" for t in after)


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
        if slot is None or below.deprel != "nmod":
            continue
        yield Argument(f"object.{slot}", below, shared=True)
        yield Argument(slot, below, shared=True)
        for deep in sentence.children(below, "nmod"):
            if deep.deprel == "nmod":
                yield Argument(preposition(sentence, deep) or "bare", deep, shared=True)


def _told(own: list[Argument]) -> list[Argument]:
    """An indirect object without a direct one is what the verb acts on: "warn the rebels"."""
    if any(a.slot == "object" for a in own):
        return own
    return [a._replace(slot="object") if a.slot == "indirect" else a for a in own]


def _ordered(own: list[Argument]) -> Iterator[Argument]:
    # "ordered the army to withdraw": the army is told, the withdrawal is what is ordered.
    asked = [a.head.i for a in own if a.slot == "complement" and a.head.upos == "VERB"]
    told = [a.head for a in own if a.slot == "object"]
    yield from (Argument("told", head) for head in told if asked and head.i < asked[0])


def _double_object(sentence: Sentence, verb: Token, own: list[Argument]) -> list[Argument]:
    if not any(a.slot == "object" and sentence.child(verb, "obj") == a.head for a in own):
        return own
    passive = sentence.child(verb, "nsubj:pass")
    return [Argument("indirect", a.head, a.shared) if a.head == passive else a for a in own]


def _governed(sentence: Sentence, verb: Token, filled: set[str], steps: int) -> Iterator[Argument]:
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
    antecedent = antecedent_of(sentence, verb)
    taken = any(t.xpos in RELATIVIZERS for t in sentence.subtree(verb, without=("acl:relcl",)))
    if antecedent is None or taken:
        return
    passive = is_passive(sentence, verb)
    slot = "object" if passive or "subject" in filled else "subject"
    if slot not in filled:
        yield Argument(slot, antecedent, shared=True)


def _of_participle(
    sentence: Sentence, verb: Token, head: Token, filled: set[str], steps: int
) -> Iterator[Argument]:
    if verb.xpos in _PARTICIPLES or (verb.xpos == "JJ" and verb.rel == "amod"):
        if "object" not in filled:
            yield Argument("object", head, shared=True)
    elif "subject" in filled:
        return
    elif verb.xpos == "VBG" and sentence.child(verb, "mark"):
        # "is in the process of preparing": who is in it prepares.
        above = sentence.head(head) if head.rel == "conj" else None
        if above is not None and is_verbal(sentence, above) and not sentence.child(head, "nsubj"):
            # "Has sent tanks and is in the process of preparing more": who has sent.
            yield from _slot_of(sentence, above, "subject", "subject", steps)
        yield from (Argument("subject", t, shared=True) for t in sentence.children(head, "nsubj"))
    elif verb.xpos == "VBG":
        yield Argument("subject", head, shared=True)
    else:
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
