"""What claims of one event say of it compared: affirmed by others, denied, moved on."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from tocsin.records import Claim, Event, Relation
from tocsin.records.claim import ResponseKind
from tocsin.records.weighed import Difference, RelationKind
from tocsin.weigh.estimate.counted import counted
from tocsin.weigh.estimate.things import owner_of
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told, events_of, in_order, related
from tocsin.weigh.relations.same_deed import GROUPS, TOGETHER, of_the_same, other_actors

_ANSWERS: Mapping[ResponseKind, RelationKind] = {
    "affirms": "corroborates",
    "consistent_with": "corroborates",
    "denies": "denies",
    "corrects": "corrects",
}
_POLARITY: tuple[Difference, ...] = ("polarity",)
_TRUE = frozenset({"occurred", "ongoing", "prepared", "planned"})
# Who gives a figure so many times another's does not bear it out.
_APART = 1.5
# A day may be another one elsewhere in the world.
_ZONES = 1
# A figure of so much is not given by chance.
_TELLING = 10
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
            if kind == "denies" and not of_the_same(one, other):
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
    first = bisect_left(held, at - TOGETHER, key=_when)
    last = bisect_right(held, at + TOGETHER, key=_when)
    return held[max(first, last - _LOOKED_AT) : last]


def _when(one: Told) -> datetime:
    return one.at


def _deeds(claim: Claim) -> set[tuple[str, str, str]]:
    """Return what a claim is of: the type, who does it, and where or to whom.

    Who does it is the actor, or the state whose people are said to be there. A figure that is not
    given by chance is known by itself, whatever the type: "denied that 135 people died".
    """
    names = {role.role: role.name or role.text for role in claim.roles}
    actor = names.get("actor") or names.get("object")
    found = owner_of(actor) if actor else None
    deeds = {(claim.event.type, found, where) for where in _there(claim)} if found else set()
    best = claim.quantity.best if claim.quantity is not None else None
    what = counted(claim) if best is not None and best >= _TELLING else None
    return deeds if what is None else deeds | {(what.measure, what.noun, f"{best:.0f}")}


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
        before = first.setdefault(GROUPS.get(one.claim.status), one)
        if before is one:
            continue
        differs = _differences(one.claim, before.claim)
        if not differs and other_actors(one.claim, before.claim):
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
            if not of_the_same(denial, one):
                continue
            later, earlier = in_order(denial, one)
            kind: RelationKind = "denies" if later is denial else "contradicts"
            yield related(kind, later, earlier, event, differs=_POLARITY)


def _moves(event: Event, told: Mapping[str, Told]) -> Iterator[Relation]:
    steps = [s for s in event.transitions if s.claims and s.claims[0] in told]
    for before, after in pairwise(steps):
        later, earlier = told[after.claims[0]], told[before.claims[0]]
        if after.status != before.status and later.claim.id != earlier.claim.id:
            yield related("updates", later, earlier, event.id, differs=("status",))
