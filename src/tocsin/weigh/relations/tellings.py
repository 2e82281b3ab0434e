"""What claims of one event say of it compared: affirmed by others, denied, moved on."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from tocsin.records import Claim, Event, Relation
from tocsin.records.claim import ResponseKind, RoleName, Status
from tocsin.records.weighed import Difference, RelationKind
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.things import owner_of
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told, events_of, in_order, related

_ANSWERS: Mapping[ResponseKind, RelationKind] = {
    "affirms": "corroborates",
    "consistent_with": "corroborates",
    "denies": "denies",
    "corrects": "corrects",
}
_POLARITY: tuple[Difference, ...] = ("polarity",)
_TRUE = frozenset({"occurred", "ongoing", "prepared", "planned"})
_GROUPS: Mapping[Status, str] = {
    "occurred": "done",
    "ongoing": "done",
    "prepared": "ahead",
    "planned": "ahead",
}
_PARTS: tuple[RoleName, ...] = ("actor", "recipient", "target")
_ACTED_ON = frozenset({"target", "object"})
_ACTORS = frozenset({"state", "organisation", "group"})
# So many letters by which a word is known again in another form.
_BEGINNING = 4
# Who gives a figure so many times another's does not bear it out.
_APART = 1.5
# Within this time a denial answers what is affirmed.
_TOGETHER = timedelta(days=7)
# A day may be another one elsewhere in the world.
_ZONES = 1
# Numbers are the same but for rounding up to here.
_ROUND = 0.05
# How many who affirm a denial is set against: the first of each source, from old to new.
_COMPARED = 20
# Beyond its event it is set against so many.
_ELSEWHERE = 5
# And looked for among so many, the last of those days.
_LOOKED_AT = 100


def by_answers(told: Mapping[str, Told], events: Mapping[str, str]) -> Iterator[Relation]:
    """Yield the answers that a report itself names: denials, corrections, figures that agree."""
    for one in told.values():
        for answer in one.claim.responds_to:
            other = told.get(answer.claim)
            if other is None or other.claim.id == one.claim.id:
                continue
            kind = _ANSWERS[answer.how]
            if kind == "denies" and not _of_the_same(one, other):
                continue
            event = events_of(events, one.claim.id, other.claim.id)
            differs = _POLARITY if kind == "denies" else ()
            yield related(kind, one, other, event, differs=differs)


def by_events(events: Iterable[Event], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield, for each event, who denies whom, who corroborates the first, and how it moved on."""
    for event in events:
        held = [told[claim] for claim in event.claims if claim in told]
        held.sort(key=lambda one: (one.at, one.claim.id))
        affirming = _first_of_each([one for one in held if _affirms(one.claim)])
        denying = _first_of_each([one for one in held if one.claim.polarity == "denied"])
        yield from _denials(event.id, affirming, denying)
        yield from _moves(event, told)
        yield from _agreements(event.id, affirming)


def by_denials(told: Mapping[str, Told], events: Mapping[str, str]) -> Iterator[Relation]:
    """Yield whom a denial is set against beyond its event: one deed of one actor in one place."""
    affirmed: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    in_time = sorted(told.values(), key=lambda one: (one.at, one.claim.id))
    for one in in_time:
        if _affirms(one.claim):
            for key in _deeds(one.claim):
                affirmed[key].append(one)
    for denial in in_time:
        if denial.claim.polarity == "denied":
            keys = _deeds(denial.claim)
            held = {o.claim.id: o for key in keys for o in _about_then(affirmed[key], denial.at)}
            about = sorted(held.values(), key=lambda one: (one.at, one.claim.id))
            event = events_of(events, denial.claim.id)
            yield from _denials(event, _first_of_each(about)[:_ELSEWHERE], [denial])


def _about_then(held: Sequence[Told], at: datetime) -> Sequence[Told]:
    """Return the last claims of `held`, from old to new, of the days about a moment."""
    first = bisect_left(held, at - _TOGETHER, key=_when)
    last = bisect_right(held, at + _TOGETHER, key=_when)
    return held[max(first, last - _LOOKED_AT) : last]


def _when(one: Told) -> datetime:
    return one.at


def _deeds(claim: Claim) -> set[tuple[str, str, str]]:
    """Return what a claim is of: the type, who does it, and where or to whom.

    Who does it is the actor, or the state whose people are said to be there.
    """
    names = {role.role: role.name or role.text for role in claim.roles}
    actor = names.get("actor") or names.get("object")
    found = owner_of(actor) if actor else None
    return {(claim.event.type, found, where) for where in _there(claim)} if found else set()


def _there(claim: Claim) -> set[str]:
    place = claim.place
    found = {place.name or place.text} if place is not None else set()
    for role in claim.roles:
        if role.role in {"recipient", "target"}:
            found.add(owner_of(role.name or role.text) or "")
    named = {name.casefold() for name in found if name}
    return named | {code.casefold() for name in found if (code := owner_of(name))}


def _affirms(claim: Claim) -> bool:
    return claim.polarity == "affirmed" and claim.status in _TRUE


def _first_of_each(held: Sequence[Told]) -> list[Told]:
    """Return the first claim of each source, and of each origin, from old to new."""
    seen: set[str] = set()
    found = []
    for one in held:
        if one.source not in seen and one.origin not in seen:
            found.append(one)
        seen |= {one.source, one.origin}
    return found


def _agreements(event: str, affirming: Sequence[Told]) -> Iterator[Relation]:
    """Yield who else affirms what the first source did; a plan is not borne out by another deed."""
    first: dict[str | None, Told] = {}
    for one in affirming:
        before = first.setdefault(_GROUPS.get(one.claim.status), one)
        if before is one:
            continue
        differs = _differences(one.claim, before.claim)
        if not differs and not _far_apart(one.claim, before.claim):
            yield related("corroborates", one, before, event)
        elif differs and _same_figure(one.claim, before.claim):
            # Joined by what they tell, not by where and when: one of them has it wrong. Without a
            # figure in common they rather tell of two things.
            yield related("contradicts", one, before, event, differs=differs)


def _same_figure(claim: Claim, other: Claim) -> bool:
    mine, its = claim.quantity, other.quantity
    if mine is None or its is None or mine.best is None:
        return False
    return (mine.best, mine.of) == (its.best, its.of) and mine.best > 1


def _far_apart(claim: Claim, other: Claim) -> bool:
    """Whether two claims give figures of which one is much more than the other."""
    known = [c.quantity.best for c in (claim, other) if c.quantity and c.quantity.best is not None]
    return len(known) > 1 and max(known) > _APART * min(known)


def _differences(claim: Claim, other: Claim) -> tuple[Difference, ...]:
    """Return whether two claims of one event put it in two places, or on two days."""
    found: list[Difference] = []
    if nearness(claim.place, other.place) == "apart":
        found.append("place")
    if _days_apart(claim, other) > _ZONES:
        found.append("time")
    return tuple(found)


def _days_apart(claim: Claim, other: Claim) -> int:
    """Return how many days lie between the single days that two claims tell; 0 if not told."""
    one, two = claim.time, other.time
    if one is None or two is None or one.start is None or two.start is None:
        return 0
    if one.start != one.end or two.start != two.end:
        return 0
    return abs((one.start - two.start).days)


def _denials(event: str, affirming: Sequence[Told], denying: Sequence[Told]) -> Iterator[Relation]:
    for denial in denying:
        for one in affirming[:_COMPARED]:
            if not _of_the_same(denial, one):
                continue
            later, earlier = in_order(denial, one)
            kind: RelationKind = "denies" if later is denial else "contradicts"
            yield related(kind, later, earlier, event, differs=_POLARITY)


def _of_the_same(denial: Told, one: Told) -> bool:
    """Whether a denial is of what is affirmed: by another, of those days, with the same parts.

    What one source denies and affirms is two things, and so are deeds and plans.
    """
    own = not denial.claim.sources or not one.claim.sources
    if own and denial.report == one.report:
        return False
    if denial.source == one.source or abs(denial.at - one.at) > _TOGETHER:
        return False
    if _GROUPS.get(denial.claim.status) != _GROUPS.get(one.claim.status):
        return False
    if _bare(denial.claim) or not _of_the_figure(denial.claim, one.claim):
        return False
    if nearness(denial.claim.place, one.claim.place) == "apart" or _other_things(denial, one):
        return False
    alike = all(_alike(denial.claim, one.claim, role) for role in _PARTS)
    return alike and not _army_and_rebels(denial.claim, one.claim)


def _army_and_rebels(claim: Claim, other: Claim) -> bool:
    """Whether an armed group is told to do it here, and there a body that is no such group."""
    if _owners(_named(claim)) & _owners(_named(other)):
        return False
    kinds = [
        {role.kind for role in c.roles if role.role == "actor" and role.kind in _ACTORS}
        for c in (claim, other)
    ]
    return all(kinds) and kinds[0].isdisjoint(kinds[1]) and any("group" in held for held in kinds)


def _other_things(denial: Told, one: Told) -> bool:
    """Whether a denial is of another thing that was done something to: a barracks, not a school."""
    mine, its = _things(denial.claim), _things(one.claim)
    return bool(mine and its) and mine.isdisjoint(its)


def _things(claim: Claim) -> set[str]:
    """Return the beginnings of the words for what is acted on; of people and names none."""
    acted = (role for role in claim.roles if role.role in _ACTED_ON)
    # What became of people stands on the word of the event, and is no thing.
    texts = [role.text for role in acted if role.span != claim.event.span]
    cut = [word.text for text in texts for word in words(text)]
    if any(noun.person for text in texts for _, _, noun in lexicon().nouns.find(words(text))):
        return set()
    named = {word.casefold() for text in texts for word in text.split() if word[:1].isupper()}
    return {word[:_BEGINNING] for word in cut if len(word) >= _BEGINNING and word not in named}


def _bare(claim: Claim) -> bool:
    """Whether nothing tells what is denied: no part, no place, no figure."""
    return not (claim.roles or claim.place or claim.quantity)


def _of_the_figure(denial: Claim, claim: Claim) -> bool:
    """Whether who denies a figure denies this one: not that anything happened at all."""
    mine, its = denial.quantity, claim.quantity
    if mine is None or mine.best is None:
        return True
    return its is not None and its.best is not None and within(mine.best, its.best)


def within(one: float, other: float) -> bool:
    """Return whether two numbers are the same but for rounding."""
    low, high = sorted((one, other))
    return high <= low * (1 + _ROUND)


def _alike(claim: Claim, other: Claim, role: RoleName) -> bool:
    mine, its = _names(claim, role), _names(other, role)
    return not mine or not its or bool(mine & its) or bool(_owners(mine) & _owners(its))


def _named(claim: Claim) -> set[str]:
    return {part.name or part.text for part in claim.roles if part.role == "actor"}


def _owners(names: set[str]) -> set[str | None]:
    return {owner_of(name.title()) for name in names} - {None}


def _names(claim: Claim, role: RoleName) -> set[str]:
    found = [part.name or part.text for part in claim.roles if part.role == role]
    return {word.casefold() for name in found for word in name.split() if word[:1].isupper()}


def _moves(event: Event, told: Mapping[str, Told]) -> Iterator[Relation]:
    steps = [s for s in event.transitions if s.claims and s.claims[0] in told]
    for before, after in pairwise(steps):
        later, earlier = told[after.claims[0]], told[before.claims[0]]
        if after.status != before.status and later.claim.id != earlier.claim.id:
            yield related("updates", later, earlier, event.id, differs=("status",))
