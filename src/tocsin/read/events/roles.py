"""Roles of an event by the frame of its type: which slot is actor, target, object and so on."""

from collections.abc import Iterator, Mapping

from tocsin.read.events.arguments import arguments
from tocsin.read.events.candidates import Candidate
from tocsin.read.events.event import RoleWords
from tocsin.read.events.nouns import behind
from tocsin.read.events.phrases import Phrases, words_of
from tocsin.read.events.words import Argument
from tocsin.read.syntax import Sentence, Token
from tocsin.records.claim import RoleName

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
    taken: set[int] = set()
    found: list[RoleWords] = []
    for role, slots in frame.items():
        hits = (h for slot in slots for h in _hits(sentence, candidate, slot, phrases, taken))
        hit = next(hits, None)
        if hit is not None:
            found += _played(sentence, candidate, role, hit, phrases)
            taken.add(hit.head.i)
    return tuple(found)


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
