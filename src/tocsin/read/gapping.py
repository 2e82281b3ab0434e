"""Mends of clauses that share a verb or put a bound before a figure, as tolls do.

"Nine people were killed and dozens injured": what stands behind a verb is no second subject of it,
but the subject of the participle that follows. "Beheading at least 12 civilians": the preposition
is part of the figure.
"""

from tocsin.read.rewriting import rewritten
from tocsin.read.syntax import Sentence, Token

# Forms of a word for what became of somebody: "injured", "dead".
STATE_FORMS = frozenset({"VBN", "VBD", "JJ"})
SUPERLATIVE = frozenset({"JJS", "RBS"})
_NEAR = 6  # words within which a second figure and its state stand
# What can be counted in a toll: people, or a figure that stands for them.
COUNTED = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def with_own_subjects(sentence: Sentence) -> Sentence:
    """Return the sentence with each gapped clause as a clause with a subject of its own."""
    for noun in sentence.tokens:
        verb = _shared_verb(sentence, noun)
        part = sentence.tokens[noun.i + 1] if verb and noun.i + 1 < len(sentence.tokens) else None
        if verb is not None and part is not None and _is_gapped(noun, verb, part):
            sentence = _parted(sentence, noun, verb, part)
    return sentence


def _shared_verb(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that stands between a conjunct and the subject it is said to go with."""
    above = sentence.head(noun) if noun.upos in COUNTED else None
    if above is None or noun.rel not in ("conj", "nsubj"):
        return None
    # The parser makes it a conjunct of the subject, or a second subject.
    subject = above if noun.rel == "conj" else sentence.child(above, "nsubj")
    verb = sentence.head(above) if noun.rel == "conj" else above
    if verb is None or subject is None or subject.rel != "nsubj":
        return None
    return verb if subject.i < verb.i < noun.i and _mark(sentence, noun) is not None else None


def _mark(sentence: Sentence, noun: Token) -> Token | None:
    """Return the conjunction before a noun, on whichever word of its clause it hangs."""
    before = (t for t in sentence.tokens[: noun.i] if t.rel == "cc")
    return next((t for t in before if t.head in (noun.i, noun.i + 1)), None)


def _is_gapped(noun: Token, verb: Token, part: Token) -> bool:
    hangs = part.head == noun.i or (part.head == verb.i and part.rel == "conj")
    return part.xpos in STATE_FORMS and hangs


def _parted(sentence: Sentence, noun: Token, verb: Token, part: Token) -> Sentence:
    passive = sentence.child(verb, "aux:pass", "nsubj:pass") is not None
    changed = {
        noun.i: noun._replace(head=part.i, deprel="nsubj:pass" if passive else "nsubj"),
        part.i: part._replace(head=verb.i, deprel="conj", upos="VERB"),
    }
    mark = _mark(sentence, noun)
    if mark is not None:
        changed[mark.i] = mark._replace(head=part.i)
    return rewritten(sentence, changed)


def with_own_states(sentence: Sentence) -> Sentence:
    """Return the sentence with each second state of a toll beside its own figure.

    "The blast left 12 people dead and 40 others wounded": the wounded are the forty.
    """
    joined: dict[int, Token] = {}
    for state in sentence.tokens:
        above = joined.get(state.i) or _leaving(sentence, state) or _counted(sentence, state)
        second = _second_toll(sentence, state) if above is not None else None
        if above is not None and second is not None:
            mark, noun, own = second
            counted = "nummod" if noun.upos == "NUM" else "nsubj"
            changed = {
                mark.i: mark._replace(head=own.i),
                noun.i: noun._replace(head=own.i, deprel=counted),
                own.i: own._replace(head=above.i, deprel="conj"),
            }
            sentence = rewritten(sentence, changed)
            joined[own.i] = above
    return sentence


def _leaving(sentence: Sentence, state: Token) -> Token | None:
    """Return the verb that leaves somebody in a state: "left 12 people dead"."""
    verb = sentence.head(state) if state.rel == "xcomp" and state.xpos in STATE_FORMS else None
    people = sentence.child(verb, "obj") if verb is not None else None
    return verb if people is not None and people.i < state.i else None


def _counted(sentence: Sentence, state: Token) -> Token | None:
    """Return the people before a state that counts them: "reported 29 soldiers dead"."""
    people = sentence.head(state) if state.rel == "amod" and state.xpos in STATE_FORMS else None
    if people is None or people.i > state.i:
        return None
    return people if sentence.child(people, "nummod") is not None else None


def _second_toll(sentence: Sentence, state: Token) -> tuple[Token, Token, Token] | None:
    """Return the mark, the people and the state of "and 40 others wounded"."""
    behind = sentence.tokens[state.i + 1 : state.i + 2 + _NEAR]
    if not behind or (behind[0].upos != "CCONJ" and behind[0].text != ","):
        return None
    own = next((t for t in behind[1:] if t.xpos in STATE_FORMS), None)
    if own is None:
        return None
    noun = sentence.tokens[own.i - 1]
    numbers = (t for t in behind if t.upos == "NUM" and t.head == noun.i)
    counted = noun.upos == "NUM" or next(numbers, None) is not None
    return (behind[0], noun, own) if counted and noun.upos in COUNTED else None


def with_bounds(sentence: Sentence) -> Sentence:
    """Return the sentence with a preposition that only bounds a figure as part of that figure."""
    changed: dict[int, Token] = {}
    for number in (t for t in sentence.tokens[2:] if t.xpos == "CD"):
        mark, bound = sentence.tokens[number.i - 2 : number.i]
        if mark.upos != "ADP" or bound.xpos not in SUPERLATIVE:
            continue
        noun = sentence.head(number)
        if noun is None or mark.rel != "case" or mark.head not in (noun.i, bound.i):
            continue
        changed[mark.i] = mark._replace(head=bound.i)
        if sentence.children(noun, "case") in ([], [mark]) and _is_bare_object(sentence, noun):
            changed[noun.i] = noun._replace(deprel="obj")
    return rewritten(sentence, changed)


def _is_bare_object(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun behind a verb without an object would be its object without the bound."""
    verb = sentence.head(noun)
    if noun.rel != "obl" or verb is None or verb.upos != "VERB" or noun.i < verb.i:
        return False
    return sentence.child(verb, "obj", "aux:pass") is None
