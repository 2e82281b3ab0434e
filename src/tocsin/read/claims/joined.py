"""What events of one sentence share: the bound of a joint forecast, the age of a joint past."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.read.certainty import Stance
from tocsin.read.certainty.context import AHEAD, is_old
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Time


class Placed(NamedTuple):
    """An event with the stand taken on it and its own or shared time."""

    event: Event
    stance: Stance
    time: Time | None


def shared(placed: Sequence[Placed], document: Document) -> Iterator[Stance]:
    """Yield the stance of each event with what the events joined to it lend it.

    "May launch a missile or test a bomb by March": the bound, the condition and the purpose are
    those of both. An event whose shared time lies over a week back is background.
    """
    for one in placed:
        stance = one.stance
        for other in placed:
            if _is_joint(one, other, document):
                stance = replace(
                    stance,
                    deadline=stance.deadline or other.stance.deadline,
                    condition=stance.condition or other.stance.condition,
                    purpose=stance.purpose or other.stance.purpose,
                )
        done = stance.status in ("occurred", "ongoing")
        past = done and (is_old(one.time, document) or _is_outcome(one, placed))
        yield replace(stance, historical=True) if past and not stance.historical else stance


def _is_outcome(one: Placed, placed: Sequence[Placed]) -> bool:
    """Whether an event without a time is what background led to: "attacked it, killing 1,200"."""
    verb = one.event.predicate
    if one.time is not None or verb.xpos != "VBG" or verb.rel not in ("advcl", "acl"):
        return False
    above = (other for other in placed if other.event.predicate.i == verb.head)
    return any(other.stance.historical for other in above)


def _is_joint(one: Placed, other: Placed, document: Document) -> bool:
    if one is other or one.stance.status not in AHEAD or other.stance.status != one.stance.status:
        return False
    sentence = document.sentences[one.event.sentence]
    verbs = one.event.predicate, other.event.predicate
    nouns = one.event.head, other.event.head
    return any(_leans(sentence, a, b) or _leans(sentence, b, a) for a, b in (verbs, nouns))


def _leans(sentence: Sentence, first: Token, second: Token) -> bool:
    """Whether `second` is joined to `first` and has no subject or helping verb of its own."""
    own = sentence.child(second, "nsubj", "aux", "cop")
    return second.rel == "conj" and second.head == first.i and own is None
