"""What claims of one event say of it compared: affirmed by others, denied, moved on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tocsin.records import Claim, Event, Relation
from tocsin.records.claim import ResponseKind
from tocsin.records.weighed import Difference, RelationKind
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.denials import affirms, denied
from tocsin.weigh.relations.pairs import Told, events_of, first_of_each, related
from tocsin.weigh.relations.same_deed import GROUPS, of_the_same, other_actors, other_harm
from tocsin.weigh.relations.when import days_apart

_ANSWERS: Mapping[ResponseKind, RelationKind] = {
    "affirms": "corroborates",
    "consistent_with": "corroborates",
    "denies": "denies",
    "corrects": "corrects",
}
_POLARITY: tuple[Difference, ...] = ("polarity",)
# Who gives a figure so many times another's does not bear it out.
_APART = 1.5
# A day may be another one elsewhere in the world.
_ZONES = 1
# How many who affirm a denial is set against: the first of each source, from old to new.
_COMPARED = 20


def by_answers(told: Mapping[str, Told], events: Mapping[str, str]) -> Iterator[Relation]:
    """Yield the answers that a report itself names: denials, corrections, figures that agree."""
    for one in told.values():
        for answer in one.claim.responds_to:
            other = told.get(answer.claim)
            if other is None or other.claim.id == one.claim.id:
                continue
            kind = _ANSWERS[answer.how]
            if kind == "denies" and not of_the_same(one, other):
                continue
            # The dead of a later day do not correct the missing, nor what is feared a deed.
            if kind == "corrects" and (_count_others(one, other) or _of_two_times(one, other)):
                continue
            event = events_of(events, one.claim.id, other.claim.id)
            differs = _POLARITY if kind == "denies" else ()
            yield related(kind, one, other, event, differs=differs)


def _of_two_times(one: Told, other: Told) -> bool:
    """Whether one tells what was done, and the other what is to come or long past."""
    mine, its = one.claim, other.claim
    groups = GROUPS.get(mine.status, mine.status), GROUPS.get(its.status, its.status)
    return groups[0] != groups[1] or mine.historical != its.historical


def _count_others(one: Told, other: Told) -> bool:
    """Whether two figures are of another harm, or of what else became of people ("aboard")."""
    if other_harm(one.parts, other.parts):
        return True
    mine, its = _became(one.claim), _became(other.claim)
    return bool(mine and its) and mine.isdisjoint(its)


def _became(claim: Claim) -> set[str]:
    told = (role.name for role in claim.roles if role.role == "object")
    return {name for name in told if name and name.islower()}


def by_events(events: Iterable[Event], told: Mapping[str, Told]) -> Iterator[Relation]:
    """Yield, for each event, who denies whom, who corroborates the first, and how it moved on."""
    for event in events:
        held = [told[claim] for claim in event.claims if claim in told]
        held.sort(key=lambda one: (one.at, one.claim.id))
        affirming = first_of_each([one for one in held if affirms(one.claim)])
        denying = first_of_each([one for one in held if one.claim.polarity == "denied"])
        yield from _denials(event.id, affirming, denying)
        yield from _moves(event, told)
        yield from _agreements(event.id, affirming)


def _agreements(event: str, affirming: Sequence[Told]) -> Iterator[Relation]:
    """Yield who else affirms what the first source did; a plan is not borne out by another deed."""
    first: dict[str | None, Told] = {}
    for one in affirming:
        before = first.setdefault(GROUPS.get(one.claim.status), one)
        if before is one:
            continue
        differs = _differences(one, before)
        if not differs and other_actors(one, before):
            yield related("contradicts", one, before, event, differs=("actor",))
            continue
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


def _differences(one: Told, other: Told) -> tuple[Difference, ...]:
    """Return whether two claims of one event put it in two places, or on two days."""
    found: list[Difference] = []
    if nearness(one.claim.place, other.claim.place) == "apart":
        found.append("place")
    if days_apart(one, other) > _ZONES:
        found.append("time")
    return tuple(found)


def _denials(event: str, affirming: Sequence[Told], denying: Sequence[Told]) -> Iterator[Relation]:
    for denial in denying:
        for one in affirming[:_COMPARED]:
            if of_the_same(denial, one):
                yield denied(denial, one, event)


def _moves(event: Event, told: Mapping[str, Told]) -> Iterator[Relation]:
    steps = [s for s in event.transitions if s.claims and s.claims[0] in told]
    for before, after in pairwise(steps):
        later, earlier = told[after.claims[0]], told[before.claims[0]]
        if after.status != before.status and later.claim.id != earlier.claim.id:
            yield related("updates", later, earlier, event.id, differs=("status",))
