"""How claims of one report answer each other: denials, confirmations, corrections, agreement."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.read.certainty import CertaintyRules
from tocsin.read.claims.marks import Marked, marked
from tocsin.read.claims.sameness import alike, may_be_one, same_figure
from tocsin.read.syntax import Document
from tocsin.records import Claim, Response, Role
from tocsin.records.claim import ResponseKind

# A source that answers more claims than this answers none of them in particular.
_MOST = 8
_HARM = "harm"
# So many letters by which a word is known again in another number; shorter words weigh nothing.
_BEGINNING = 4


def answered(claims: Sequence[Claim], document: Document, rules: CertaintyRules) -> list[Claim]:
    """Return `claims` with each tied to the claims of the report that it answers.

    A denial, and what is confirmed, answer affirmed claims of the same type by another source that
    share a participant, and whose place and time may be the same; who denies that it befell anybody
    answers whoever says that it did. A figure is consistent with
    another, or corrects it, only where the text says so. Nothing is tied by nearness alone.
    """
    found: dict[str, dict[str, ResponseKind]] = defaultdict(dict)
    marks = marked(document, rules)
    for claim, other, how in (*_replies(claims, rules), *_said_so(claims, marks)):
        if claim.id != other.id:
            found[claim.id].setdefault(other.id, how)
    return [_with(claim, found.get(claim.id, {})) for claim in claims]


def _with(claim: Claim, answers: Mapping[str, ResponseKind]) -> Claim:
    if not answers or len(answers) > _MOST:
        return claim
    known = {reply.claim for reply in claim.responds_to}
    new = (Response(claim=i, how=h) for i, h in answers.items() if i not in known)
    return replace(claim, responds_to=(*claim.responds_to, *new))


# --- denials and confirmations -------------------------------------------------------------------


def _replies(
    claims: Sequence[Claim], rules: CertaintyRules
) -> Iterator[tuple[Claim, Claim, ResponseKind]]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "affirmed" and claim.status != "hypothetical":
            told[_deed(claim, rules)].append(claim)
    for claim in claims:
        how = _reply(claim, rules)
        for other in told.get(_deed(claim, rules), ()) if how is not None else ():
            shares = _shares(claim, other) or (how == "denies" and _meets(claim, other, rules))
            if how is not None and shares and _answers(claim, other, how):
                yield claim, other, how


def _deed(claim: Claim, rules: CertaintyRules) -> str:
    """Return the type of event; of types that tell of the same dead, one word for them all."""
    return _HARM if rules.group("harming", claim.event.type) else claim.event.type


def _reply(claim: Claim, rules: CertaintyRules) -> ResponseKind | None:
    if claim.polarity == "denied":
        return "denies"
    affirms = rules.file.responses.get("affirms")
    if affirms is None or claim.cue is None or claim.certainty == "unknown":
        return None
    return "affirms" if claim.cue.class_ in affirms.voiced else None


def _answers(claim: Claim, other: Claim, how: ResponseKind) -> bool:
    if _voice(claim) == _voice(other) or not may_be_one(claim, other):
        return False
    if how == "denies":
        if _other_outcome(claim, other):
            return False  # that nobody was hurt does not deny the dead
        # Who denies that seven died does not deny the nine of another day.
        counts = [c.quantity.best or c.quantity.low for c in (claim, other) if c.quantity]
        return len(set(counts)) < 2
    # Who confirms that "people" died confirms one event only if it is known by more than that.
    return other.span < claim.span and (same_figure(claim, other) or _same_name(claim, other))


def _other_outcome(claim: Claim, other: Claim) -> bool:
    """Whether the words of two events tell of what became of others: the hurt, and the dead."""
    outcomes = [{r.name for r in c.roles if _names_event(r, c)} for c in (claim, other)]
    return all(outcomes) and outcomes[0].isdisjoint(outcomes[1])


def _voice(claim: Claim) -> tuple[str, ...]:
    return tuple(source.name for source in claim.sources)


def _participants(claim: Claim) -> list[str]:
    parts = (role for role in claim.roles if not _names_event(role, claim))
    return list(dict.fromkeys((role.name or role.text).casefold() for role in parts))


def _shares(claim: Claim, other: Claim) -> bool:
    return not set(_participants(claim)).isdisjoint(_participants(other))


def _meets(claim: Claim, other: Claim, rules: CertaintyRules) -> bool:
    """Whether a denial is of those whom another claim names in other words, or of anybody.

    "We did not attack the hospital" answers who says that Al-Amal hospital was attacked; "nobody
    was shot by our officers" whoever says that somebody was.
    """
    mine, its = ([r for r in c.roles if not _names_event(r, c)] for c in (claim, other))
    for role in (role for role in mine if _is_nobody(role, rules)):
        named = _beginnings(role.text.split()[1:])
        if not named or any(named & _beginnings(one.text.split()) for one in its):
            return True
    return any(one.role == two.role and alike(one, two) for one in mine for two in its)


def _names_event(role: Role, claim: Claim) -> bool:
    """Whether a participant is only the word of the event: "killed", "no deaths"."""
    return role.span[0] < claim.event.span[1] and claim.event.span[0] < role.span[1]


def _is_nobody(role: Role, rules: CertaintyRules) -> bool:
    return bool(rules.cues("none", role.text.casefold().split()[0]))


def _beginnings(words: Sequence[str]) -> set[str]:
    """Return how the words of weight begin: one bridge of several is known again."""
    return {word[:_BEGINNING].casefold() for word in words if len(word) >= _BEGINNING}


def _same_name(claim: Claim, other: Claim) -> bool:
    named = {role.name for role in claim.roles if role.name}
    return any(role.name in named for role in other.roles)


# --- what the text says of figures ---------------------------------------------------------------


def _said_so(
    claims: Sequence[Claim], marks: Sequence[Marked]
) -> Iterator[tuple[Claim, Claim, ResponseKind]]:
    for mark in marks:
        if mark.how == "corrects":
            find = _revising if mark.revises else _correcting
        else:
            find = _consistent
        for claim, other in find(claims, mark):
            yield claim, other, mark.how


def _consistent(claims: Sequence[Claim], mark: Marked) -> Iterator[tuple[Claim, Claim]]:
    """The claim before "a number consistent with", and those behind it in its sentence."""
    behind = [c for c in claims if mark.end <= c.event.span[0] < mark.sentence[1]]
    before = [c for c in claims if mark.before <= c.event.span[0] < mark.start]
    for other in behind:
        alike = [c for c in before if c.event.type == other.event.type]
        if alike and _voice(alike[-1]) != _voice(other):
            yield alike[-1], other


def _correcting(claims: Sequence[Claim], mark: Marked) -> Iterator[tuple[Claim, Claim]]:
    """What stands elsewhere with another figure corrects what a correction takes back."""
    wrong = [c for c in claims if mark.sentence[0] <= c.event.span[0] < mark.sentence[1]]
    for taken in wrong:
        for claim in claims:
            same = claim.event.type == taken.event.type and claim not in wrong
            if same and may_be_one(claim, taken) and _told_otherwise(claim, taken):
                yield claim, taken


def _revising(claims: Sequence[Claim], mark: Marked) -> Iterator[tuple[Claim, Claim]]:
    """A source that revises a figure corrects the one that it gave elsewhere in the report."""
    new = [c for c in claims if mark.sentence[0] <= c.event.span[0] < mark.sentence[1]]
    for claim in new:
        for other in claims:
            same = other.event.type == claim.event.type and _voice(other) == _voice(claim)
            alike = may_be_one(claim, other) and not _other_outcome(claim, other)
            fits = same and other not in new and alike
            if fits and claim.quantity and other.quantity and not same_figure(claim, other):
                yield claim, other


def _told_otherwise(claim: Claim, other: Claim) -> bool:
    shared = set(_participants(claim)).intersection(_participants(other))
    if claim.quantity is None or other.quantity is None:
        return bool(shared) and claim.event.text != other.event.text
    return not same_figure(claim, other)
