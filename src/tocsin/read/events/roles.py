"""Roles of an event by the frame of its type: which slot is actor, target, object and so on."""

from collections.abc import Iterator, Mapping

from tocsin.read.events.candidates import Candidate
from tocsin.read.events.event import RoleWords
from tocsin.read.events.nouns import of_noun
from tocsin.read.events.phrases import Phrases, words_of
from tocsin.read.events.words import Argument
from tocsin.read.syntax import Sentence
from tocsin.records.claim import RoleName


def roles(
    sentence: Sentence,
    candidate: Candidate,
    frame: Mapping[RoleName, tuple[str, ...]],
    phrases: Phrases,
) -> tuple[RoleWords, ...]:
    """Return the participants that the frame names; no phrase plays two roles.

    A slot of a frame may ask for a class (`compound:@forces`) or reach into another participant
    (`object.name`: the proper modifier of the object).
    """
    taken: set[int] = set()
    found = []
    for role, slots in frame.items():
        for slot in slots:
            hit = next(_hits(sentence, candidate, slot, phrases, taken), None)
            if hit is not None:
                alone = _alone(candidate, hit)
                words = phrases.dateless(words_of(sentence, hit.head, alone=alone), hit.head)
                found.append(RoleWords(role=role, head=hit.head, tokens=words))
                taken.add(hit.head.i)
                break
    return tuple(found)


def _hits(
    sentence: Sentence, candidate: Candidate, slot: str, phrases: Phrases, taken: set[int]
) -> Iterator[Argument]:
    name, _, ref = slot.partition(":")
    outer, _, inner = name.partition(".")
    arguments = [a for a in candidate.arguments if a.slot == outer]
    if inner:
        arguments = [b for a in arguments for b in of_noun(sentence, a.head) if b.slot == inner]
    for argument in arguments:
        if argument.head.i in taken or argument.head.i == candidate.head.i:
            continue
        if phrases.is_day(argument.head):
            continue
        if not ref or phrases.matches(argument.head, (ref,)):
            yield argument


def _alone(candidate: Candidate, argument: Argument) -> bool:
    """Conjuncts that are not this event's own are left out of the phrase."""
    kept = {a.head.i for a in candidate.arguments if a.slot == argument.slot}
    return candidate.split and len(kept) == 1
