"""Events told of again: "the strike", "these attacks" take over what was told of them before.

Conservative by intent: a mention that adds something of its own, or that may mean two events,
keeps to what its clause says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tocsin.read.certainty.context import AHEAD
from tocsin.read.claims.bound import Bound
from tocsin.read.claims.rules import Echo
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Role
from tocsin.records.claim import RoleName

WHO: tuple[RoleName, ...] = ("actor", "partner", "target", "recipient")
# Who must be the same in events of one kind.
_DOERS: tuple[RoleName, ...] = ("actor",)
# How many sentences back a mention may reach.
_FAR = 3
# What tells a mention apart by words of its own.
_TELLING = ("nmod", "acl", "appos", "nummod")
_NAMING = ("compound", "amod", "nmod:desc")


def echoed(bound: Bound, earlier: Sequence[Bound], document: Document, rules: Echo) -> Bound:
    """Return `bound` with what the latest telling of the same event adds, if it has one.

    A definite noun without words that tell it apart is the event of its type told last; one with
    a participant, place or time that differs is another. A kind of event ("such attacks") takes
    over who and whom, and never when; what is counted ("the deaths") is often counted anew.
    """
    if bound.event.again is not None:
        return _as_before(bound, earlier)
    sentence = document.sentences[bound.event.sentence]
    again = _is_again(bound, sentence, rules)
    kind = _has_determiner(bound.event.head, sentence, rules.kind)
    told = _told(bound, earlier, WHO if again else _DOERS) if again or kind else None
    if told is None:
        return bound
    mine = {role.role for role in bound.roles}
    roles = (*bound.roles, *(role for role in told.role(*WHO) if role.role not in mine))
    return replace(bound, roles=roles, time=bound.time if kind else bound.time or told.time)


def meant(
    noun: Token, at: int, earlier: Sequence[Bound], document: Document, rules: Echo
) -> Bound | None:
    """Return the deed told before that a definite noun means: "the strike killed 54 people".

    `earlier` holds the deeds that may be meant; where the sentence told of two it means neither.
    """
    sentence = document.sentences[at]
    pointing = _has_determiner(noun, sentence, (*rules.pointing, *rules.definite))
    if not pointing or _is_another(noun, sentence, rules) or _is_told_apart(noun, sentence):
        return None
    near = [one for one in earlier if 0 < at - one.event.sentence <= _FAR]
    told = [one for one in near if one.stance.status not in AHEAD]
    told = [one for one in told if one.stance.polarity == "affirmed"]
    return _latest(told)


def _latest(told: Sequence[Bound]) -> Bound | None:
    """Return the last of some tellings, none where its sentence has them by two doers."""
    if not told:
        return None
    last = [one for one in told if one.event.sentence == told[-1].event.sentence]
    doers = {role.name or role.text for one in last for role in one.role("actor")}
    return last[-1] if len(doers) <= 1 else None


def _as_before(bound: Bound, earlier: Sequence[Bound]) -> Bound:
    """Return an event that is told by a word for another with all that it does not tell anew."""
    told = next((one for one in reversed(earlier) if one.event is bound.event.again), None)
    if told is None:
        return bound
    mine = {role.role for role in bound.roles}
    others = [role for role in told.roles if role.role not in mine]
    before = [role for role in others if not _is_counted(role, told)]
    if not bound.event.elided:
        return replace(bound, roles=(*bound.roles, *before))
    # "Killed ten men in Homs and six in Hama": men, on the same day.
    before += [_uncounted(role, told) for role in others if _is_counted(role, told)]
    stance = replace(bound.stance, status=told.stance.status)
    roles, what = (*bound.roles, *before), bound.quantity
    whole = told.quantity
    # "31 of them over Bryansk" are what was counted before, whatever stands nearer.
    if what is not None and whole is not None and (what.of is None or not bound.event.roles):
        what = replace(what, of=whole.of)
    time = bound.time or told.time
    return replace(bound, roles=roles, time=time, stance=stance, quantity=what)


def _uncounted(role: Role, told: Bound) -> Role:
    """Return a participant without the figure that opens its words."""
    figure = told.quantity.span if told.quantity else role.span
    start = figure[1] if figure[0] == role.span[0] else role.span[0]
    text = role.text[start - role.span[0] :]
    left = len(text) - len(text.lstrip())
    if not text.strip():
        return role
    return replace(role, text=text[left:], span=(start + left, role.span[1]))


def _is_counted(role: Role, told: Bound) -> bool:
    # "Abducted ten men, a method they have used for years": not these ten.
    return told.quantity is not None and role.span[0] <= told.quantity.span[0] < role.span[1]


def _is_again(bound: Bound, sentence: Sentence, rules: Echo) -> bool:
    noun = bound.event.head
    if noun.upos != "NOUN" or _is_another(noun, sentence, rules):
        return False
    if _has_determiner(noun, sentence, rules.pointing):
        return True
    # What has a figure of its own counts anew: "put the death toll at 18".
    counted = bound.event.type in rules.counted or bound.quantity is not None
    return (
        not counted
        and _has_determiner(noun, sentence, rules.definite)
        and not _is_told_apart(noun, sentence)
    )


def _has_determiner(noun: Token, sentence: Sentence, words: Iterable[str]) -> bool:
    return any(t.text.lower() in words for t in sentence.children(noun, "det", "amod", "nmod"))


def _is_another(noun: Token, sentence: Sentence, rules: Echo) -> bool:
    return any(t.lemma.lower() in rules.another for t in sentence.children(noun))


def _is_told_apart(noun: Token, sentence: Sentence) -> bool:
    if sentence.child(noun, *_TELLING) is not None:
        return True
    return any(t.upos == "PROPN" or t.ent != "O" for t in sentence.children(noun, *_NAMING))


def _told(bound: Bound, earlier: Sequence[Bound], same: Sequence[RoleName]) -> Bound | None:
    """Return the latest telling of the event: none where the sentence tells of two alike."""
    fitting = [one for one in _before(bound, earlier) if not _differs(bound, one, same)]
    # "The strikes" are the strikes told last, and no other attack between.
    word = bound.event.head.lemma
    return _latest([one for one in fitting if one.event.head.lemma == word] or fitting)


def _before(bound: Bound, earlier: Sequence[Bound]) -> Iterator[Bound]:
    for one in earlier:
        near = bound.event.sentence - one.event.sentence <= _FAR
        happens = one.stance.status not in AHEAD or bound.stance.status in AHEAD
        stated = happens and one.stance.polarity == "affirmed"
        if near and stated and one.event.type == bound.event.type and one is not bound:
            yield one


def _differs(one: Bound, other: Bound, same: Sequence[RoleName]) -> bool:
    """Whether two tellings cannot be of one event; those in the roles `same` are the same."""
    pairs = ((mine, its) for name in same for mine in one.role(name) for its in other.role(name))
    if any(not _alike(mine, its) for mine, its in pairs):
        return True
    return same is WHO and _is_elsewhere(one, other)


def _is_elsewhere(one: Bound, other: Bound) -> bool:
    if one.time and other.time:
        mine, its = (one.time.start, one.time.end), (other.time.start, other.time.end)
        if mine != its:
            return True
    here, there = (told.place.name if told.place else None for told in (one, other))
    return here is not None and there is not None and here != there


def _alike(one: Role, other: Role) -> bool:
    mine, its = ({*(part.name or part.text).casefold().split()} for part in (one, other))
    return bool(mine & its)
