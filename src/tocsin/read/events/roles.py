"""Roles of an event by the frame of its type: which slot is actor, target, object and so on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tocsin.read.events.arguments import arguments
from tocsin.read.events.candidates import Candidate
from tocsin.read.events.event import RoleWords
from tocsin.read.events.nouns import behind
from tocsin.read.events.phrases import Phrases, trimmed, words_of
from tocsin.read.events.words import Argument
from tocsin.read.syntax import Sentence, Token
from tocsin.records.claim import RoleName

GERUND = "VBG"
DOERS = frozenset({"subject", "poss", "by", "name", "between"})
MOST_STEPS = 3
# Classes and labels of those who can act.
ACTING = ("@parties", "@persons", "^LOC", "^ORG", "^PER")
_NOBODY = frozenset({"ADV", "PART", "PUNCT"})


def roles(
    sentence: Sentence,
    candidate: Candidate,
    frame: Mapping[RoleName, tuple[str, ...]],
    phrases: Phrases,
) -> tuple[RoleWords, ...]:
    """Return the participants that the frame names; no phrase plays two roles.

    A slot of a frame may ask for classes or labels (`compound:@forces`, `on:@parties|^LOC`) or
    reach into another participant (`object.name`: the proper modifier of the object;
    `complement.object`: what the act of the complement befalls). One slot may stand only beside
    another (`with+governor.subject`: who "left after clashes with the army").
    """
    candidate = _from_above(sentence, _by_object(sentence, candidate, phrases), phrases)
    taken: set[int] = set()
    found: list[RoleWords] = []
    for role, slots in frame.items():
        hits = (h for slot in slots for h in _hits(sentence, candidate, slot, phrases, taken))
        hit = next(hits, None)
        if hit is not None:
            found += _played(sentence, candidate, role, hit, phrases)
            taken.add(hit.head.i)
    return tuple(
        words if phrases.figured(words.head) else _without_others(sentence, words, found)
        for words in found
    )


def _by_object(sentence: Sentence, candidate: Candidate, phrases: Phrases) -> Candidate:
    """Return what a gerund tells with its doer: "accused Tehran *of arming* rebels" is Tehran's."""
    verb = candidate.predicate
    above = sentence.head(verb) if verb.rel == "xcomp" else None
    if above is not None and above.xpos == GERUND:
        verb = above  # "accused Tehran of planning *to arm* rebels"
    governor, mark = sentence.head(verb), sentence.child(verb, "mark")
    if verb.xpos != GERUND or governor is None or mark is None or not phrases.lends_object(mark):
        return candidate
    doer = sentence.child(governor, "obj", "iobj", "nsubj:pass")
    if doer is None or doer.i > verb.i or sentence.child(verb, "nsubj") is not None:
        return candidate
    if not phrases.matches(doer, ACTING):
        return candidate
    others = (a for a in candidate.arguments if a.slot != "subject")
    return replace(candidate, arguments=(Argument("subject", doer, shared=True), *others))


def _from_above(sentence: Sentence, candidate: Candidate, phrases: Phrases) -> Candidate:
    """Return a deed with whoever the verb above names, where that verb is about such deeds.

    "Claimed responsibility for the attack"; "may step up provocations, including a nuclear test".
    """
    if candidate.head.upos != "NOUN" or any(a.slot in DOERS for a in candidate.arguments):
        return candidate
    for noun in (candidate.head, *islice(sentence.ancestors(candidate.head), MOST_STEPS)):
        above, case = sentence.head(noun), sentence.child(noun, "case")
        if noun.rel not in ("nmod", "conj", "obl") or above is None:
            return candidate
        verb = above if noun.rel == "obl" else sentence.head(above) if above.rel == "obj" else None
        if verb is not None and case is not None and phrases.tells_whose(verb, above, case):
            doers = sentence.children(verb, "nsubj")
            found = (Argument("subject", doer, shared=True) for doer in doers)
            return replace(candidate, arguments=(*candidate.arguments, *found))
    return candidate


def _without_others(sentence: Sentence, words: RoleWords, found: Sequence[RoleWords]) -> RoleWords:
    """Return a participant without the phrase of another: "a raid by rebels on the port"."""
    own = {t.i for t in words.tokens}
    below = (w.head for w in found if w.head.i in own and w.head.i > words.head.i)
    phrases = (head for head in below if head.rel == "nmod" and sentence.child(head, "case"))
    cut = {t.i for head in phrases for t in sentence.subtree(head)}
    kept = trimmed(t for t in words.tokens if t.i not in cut)
    return replace(words, tokens=kept) if cut and kept else words


def _played(
    sentence: Sentence, candidate: Candidate, role: RoleName, hit: Argument, phrases: Phrases
) -> Iterator[RoleWords]:
    """Yield the part a participant plays: who stands behind a deed or a weapon acts with it."""
    thing = role == "actor" and phrases.is_thing(hit.head)
    doer = next(behind(sentence, hit.head), None) if thing else hit.head
    alone = _alone(candidate, hit)
    if doer is not None:
        yield _words(sentence, role, doer, phrases, alone=alone)
    if thing and phrases.matches(hit.head, ("@arms",)) and not candidate.entry.trigger.noun:
        yield _words(sentence, "instrument", hit.head, phrases, alone=alone)


def _words(
    sentence: Sentence, role: RoleName, head: Token, phrases: Phrases, *, alone: bool
) -> RoleWords:
    words = phrases.dateless(words_of(sentence, head, alone=alone), head)
    return RoleWords(role=role, head=head, tokens=words)


def _hits(
    sentence: Sentence, candidate: Candidate, slot: str, phrases: Phrases, taken: set[int]
) -> Iterator[Argument]:
    name, _, ref = slot.partition(":")
    beside, _, name = name.rpartition("+")
    outer, _, inner = name.partition(".")
    if beside and not any(a.slot == beside for a in candidate.arguments):
        return
    filling = [a for a in candidate.arguments if a.slot == outer]
    if inner:
        reached = (b for a in filling for b in arguments(sentence, a.head))
        filling = [b for b in reached if b.slot == inner]
    for argument in filling:
        if argument.head.i in taken or argument.head.i == candidate.head.i:
            continue
        if phrases.is_day(argument.head) or argument.head.upos in _NOBODY:
            continue
        if not ref or phrases.matches(argument.head, ref.split("|")):
            yield argument


def _alone(candidate: Candidate, argument: Argument) -> bool:
    """Conjuncts that are not this event's own are left out of the phrase."""
    kept = {a.head.i for a in candidate.arguments if a.slot == argument.slot}
    return candidate.split and len(kept) == 1
