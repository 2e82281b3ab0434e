"""To whom a deed is laid: rival accusations, claims of responsibility, who began to shoot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.records import Claim, Relation
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.denials import denied
from tocsin.weigh.relations.pairs import Told, in_order, related
from tocsin.weigh.relations.parts import Parts, rivals
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.same_deed import GROUPS, in_common, teller
from tocsin.weigh.relations.scenes import Key, Scenes
from tocsin.weigh.relations.when import days_apart, never_meet
from tocsin.weigh.relations.wording import begun, kinds

_TOGETHER = timedelta(days=4)
_ACCUSATION = "accusation"
_SETTINGS = frozenset({"story", "incident", "report"})
# How many charges told before it each is set against.
_COMPARED = 12
_ZONES = 1


@dataclass(frozen=True, slots=True)
class _Charge:
    """A claim that lays a deed to somebody (`by`), or denies it of him.

    `own` marks who says it of himself, `bare` an accusation that names no deed, `began` that he
    began to shoot.
    """

    told: Told
    by: frozenset[str]
    own: bool
    bare: bool = False
    accused: bool = False
    began: bool = False

    @property
    def denies(self) -> bool:
        """Whether the deed is denied of him."""
        return self.told.claim.polarity == "denied"


def by_blame(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield who lays one deed to another than others do, or to one who denies it.

    Only accusations, claims of responsibility, what one denies of himself and words of who began
    to shoot are compared, each with the few before it in its story or incident.
    """
    seen: set[frozenset[object]] = set()
    for held in _blocks(_charges(told.values()), scenes).values():
        for number, one in enumerate(held):
            for other in held[max(0, number - _COMPARED) : number]:
                pair = frozenset(((one.told.origin, one.by), (other.told.origin, other.by)))
                found = None if pair in seen else _between(one, other, scenes)
                if found is not None:
                    seen.add(pair)
                    yield found


def _blocks(charges: Iterable[_Charge], scenes: Scenes) -> Mapping[Key, list[_Charge]]:
    found: dict[Key, list[_Charge]] = defaultdict(list)
    for one in sorted(charges, key=lambda one: (one.told.at, one.told.claim.id)):
        for key in scenes.keys(one.told):
            if key[0] in _SETTINGS:
                found[key].append(one)
    return found


def _charges(told: Iterable[Told]) -> Iterator[_Charge]:
    laid: dict[str, Mapping[str, frozenset[str]]] = {}
    for one in told:
        claim = one.claim
        if GROUPS.get(claim.status) != "done" or claim.historical:
            continue
        if claim.event.type == _ACCUSATION:
            yield from _accused(one)
        elif claim.event.type in opposed().charged:
            if one.report not in laid:
                laid[one.report] = _laid(one.carried.claims)
            found = _charge(one, laid[one.report].get(claim.id, frozenset()))
            if found is not None:
                yield found


def _accused(one: Told) -> Iterator[_Charge]:
    by = _parties(one.claim)
    if by and one.claim.polarity == "affirmed" and not _inside(one.claim, one.carried.claims):
        yield _Charge(one, by, own=False, bare=True, accused=True)


def _charge(one: Told, laid: frozenset[str]) -> _Charge | None:
    claim, by_whom = one.claim, teller(one)
    by = one.parts.doers or laid
    if claim.polarity == "denied":
        by = by or by_whom
        return _Charge(one, by, own=True) if by & by_whom else None
    began = opposed().began.first(words(claim.quote)) is not None
    own = bool(by & by_whom)
    if not by or not (own or laid or began):
        return None
    return _Charge(one, by, own=own, accused=bool(laid), began=began)


def _parties(claim: Claim) -> frozenset[str]:
    return Parts(claim).sides("target")


def _laid(claims: Sequence[Claim]) -> Mapping[str, frozenset[str]]:
    """Return by claim whom an accusation lays it to, within whose words it stands."""
    found: dict[str, frozenset[str]] = {}
    for one in claims:
        if one.event.type == _ACCUSATION and one.polarity == "affirmed":
            by = _parties(one)
            found.update((claim.id, by) for claim in _inside(one, claims) if by)
    return found


def _inside(accusation: Claim, claims: Sequence[Claim]) -> list[Claim]:
    start, end = accusation.span
    return [
        claim
        for claim in claims
        if claim.id != accusation.id and start <= claim.event.span[0] < end
    ]


def _between(one: _Charge, other: _Charge, scenes: Scenes) -> Relation | None:
    """Return how two charges stand to each other, None where both may be right."""
    if one.told.source == other.told.source or abs(one.told.at - other.told.at) > _TOGETHER:
        return None
    if not scenes.shared(one.told, other.told) or not _of_one_deed(one, other):
        return None
    event = scenes.event(one.told, other.told)
    if one.denies or other.denies:
        denial, charge = (one, other) if one.denies else (other, one)
        answered = charge.bare and not charge.denies and bool(denial.by & charge.by)
        return denied(denial.told, charge.told, event) if answered else None
    if not rivals(one.by, other.by) or not (_rivals(one, other) or _each_the_other(one, other)):
        return None
    later, earlier = in_order(one.told, other.told)
    two_times = never_meet(later, earlier, days=_ZONES)
    return related(
        "contradicts", later, earlier, event, differs=("actor", "time") if two_times else ("actor",)
    )


def _of_one_deed(one: _Charge, other: _Charge) -> bool:
    mine, its = one.told.claim, other.told.claim
    if nearness(mine.place, its.place) == "apart" or days_apart(one.told, other.told) > _ZONES:
        return False
    acted = one.told.parts.things, other.told.parts.things
    # Of who began each side tells what was fired on: not one thing.
    both = one.began and other.began
    return both or not all(acted) or not acted[0].isdisjoint(acted[1])


def _rivals(one: _Charge, other: _Charge) -> bool:
    """Whether one says that it was himself, and others lay it to another."""
    if one.own == other.own or not (one.own or other.own):
        return False
    charge, own = (other, one) if one.own else (one, other)
    if charge.bare:
        # What is laid to somebody without a word is the deed, and not the harm of it.
        hands = own.told.claim.event.type in opposed().hands
        return hands and own.told.parts.harm is None and _may_be_of(charge.told, own.told)
    return charge.accused and in_common(one.told.parts, other.told.parts) > 0


def _may_be_of(accusation: Told, own: Told) -> bool:
    """Whether an accusation tells of no other deed: "blamed for the raid", not "of funding"."""
    told = [role.text for role in accusation.claim.roles if role.role == "object"]
    known, word = own.parts.kinds, begun(own.claim.event.text)
    return not told or any(known & kinds(text) or word & begun(text) for text in told)


def _each_the_other(one: _Charge, other: _Charge) -> bool:
    """Whether two tell who began to shoot: who was first, or one of them is the other side."""
    if not (one.began and other.began) or one.own or other.own:
        return False
    if any(opposed().first.first(words(c.told.claim.quote)) for c in (one, other)):
        return True
    return bool(teller(one.told) & other.by or teller(other.told) & one.by)
