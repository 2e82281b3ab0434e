"""Repeated mentions: claims by which one voice tells once more of an event that it told of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.read.certainty.context import DONE
from tocsin.read.claims.rules import Echo
from tocsin.read.claims.sameness import differ, particulars, sets_apart
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Claim

# So many claims of its voice and type are looked back at.
_LOOKED_BACK = 40
# So many sentences back a bare "the attack" points.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim with the sentence and the word of its event, and how that word stands for it.

    `known` says that it points at an event told of before, `anew` that it is another of the kind,
    `counted` that its type is of what is often counted anew ("the damage").
    """

    claim: Claim
    sentence: int
    word: str
    form: str
    known: bool = False
    anew: bool = False
    counted: bool = False


def repeated(claims: Sequence[Claim], document: Document, rules: Echo) -> list[Claim]:
    """Return `claims`, in their order, each with the first claim that it repeats, if it does.

    A claim repeats one of an earlier sentence, by the same voice, of the same type, polarity and
    stage, if nothing that both state of participants, place, time and figure differs, and if they
    share what tells the event from others of its kind. Nothing is a repeat by its type alone.
    """
    told: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    firsts: dict[str, str] = {}
    for claim in claims:
        mention = _mention(claim, document, rules)
        if mention is None:
            continue
        group = told[_kind(claim)]
        other = None if mention.anew else _repeated(mention, group[-_LOOKED_BACK:])
        if other is not None:
            firsts[claim.id] = firsts.get(other.id, other.id)
        group.append(mention)
    return [replace(c, repeats=firsts[c.id]) if c.id in firsts else c for c in claims]


def _kind(claim: Claim) -> tuple[object, ...]:
    voice = tuple(source.name.casefold() for source in claim.sources)
    return voice, claim.event.type, claim.polarity, claim.status in DONE


def _mention(claim: Claim, document: Document, rules: Echo) -> Mention | None:
    at = document.sentence_at(claim.event.span[0])
    if at is None or claim.status == "hypothetical":
        return None
    sentence = document.sentences[at]
    head = _head(claim, sentence)
    if head is None:
        return None
    known, anew = _is_known(sentence, head, rules), _is_anew(sentence, head, rules)
    counted = claim.event.type in rules.counted
    return Mention(claim, at, head.lemma.lower(), head.xpos, known, anew, counted)


def _head(claim: Claim, sentence: Sentence) -> Token | None:
    start, end = claim.event.span
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    held = {t.i for t in inside}
    return next((t for t in inside if t.head not in held), None)


def _is_known(sentence: Sentence, head: Token, rules: Echo) -> bool:
    """Whether a noun stands for what was told before: "the attack", "these launches"."""
    marks = [t.text.lower() for t in sentence.children(head, "det")]
    if head.upos != "NOUN":
        return False
    if any(mark in rules.pointing for mark in marks):
        return True
    return any(mark in rules.definite for mark in marks) and not any(
        below.i == head.i - 1 or sentence.tokens[sentence.subtree(below)[0].i - 1].i == head.i
        for below in sentence.children(head, "nmod", "acl", "compound", "amod", "nummod")
    )


def _is_anew(sentence: Sentence, head: Token, rules: Echo) -> bool:
    """Whether another of the kind is told of: "a second attack", "attacked again"."""
    return any(t.lemma.lower() in rules.another for t in sentence.children(head))


def _repeated(mention: Mention, group: Sequence[Mention]) -> Claim | None:
    """The first of its group that it repeats; what only points back means the last."""
    earlier = [other for other in group if other.sentence < mention.sentence]
    free = [other for other in earlier if not differ(mention.claim, other.claim)]
    for other in free:
        if _is_one(mention, other):
            return other.claim
    meant = [other for other in free if _may_mean(mention, other)]
    # "The strikes" are the strikes told last, and no other attack between.
    named = [other for other in meant if other.word == mention.word]
    last = (named or ([] if mention.counted else meant))[-1:]
    return last[0].claim if last else None


def _is_one(mention: Mention, other: Mention) -> bool:
    """Whether two claims share two particulars, or are the same words for one practice."""
    shared = list(particulars(mention.claim, other.claim))
    parts = sum(name in ("named", "part") for name in shared)
    if len(shared) > parts and (parts > 0 or len(shared) > 1):
        return True
    if (mention.word, mention.form) != (other.word, other.form) or "named" not in shared:
        return False
    both = {mention.claim.status, other.claim.status} == {"occurred"}
    told = parts > 1 and both and not mention.form.startswith("N")
    enough = parts > 1 or mention.form.startswith("N")
    return told or (enough and not sets_apart(mention.claim, other.claim))


def _may_mean(mention: Mention, other: Mention) -> bool:
    """Whether "the attack" may point at the claim: it is near, and one is as many as the other."""
    near = mention.sentence - other.sentence <= _NEAR
    noun = other.form.startswith("N")
    same = mention.form == other.form if noun else mention.form == "NN"
    return mention.known and near and same
