"""What takes place once, told of two places or two times: a landfall, a sinking, a killing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from tocsin.records import Place, Relation
from tocsin.records.weighed import Difference, RelationKind
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.events.places import distance, nearness
from tocsin.weigh.relations.pairs import Told, in_order, related
from tocsin.weigh.relations.parts import two_hands
from tocsin.weigh.relations.rules import Once, opposed
from tocsin.weigh.relations.same_deed import GROUPS
from tocsin.weigh.relations.scenes import Key, Scenes
from tocsin.weigh.relations.when import Moment, days_apart, moment, never_meet, time_of

# Within this time two tell of one happening.
_TOGETHER = timedelta(days=5)
# Beyond so many days two tell of two happenings.
_DAYS, _ZONES = 3, 1
# Two towns so far from each other (km) are two places; so near a place may go by either name.
_APART, _FAR = 25.0, 400.0
_TOWNS = frozenset({"site", "city"})
# How many that told of it before each is compared with.
_COMPARED = 8
_SETTINGS = frozenset({"story", "incident"})


@dataclass(frozen=True, slots=True)
class _Slots:
    """A telling of what takes place once, with what is told of where and when."""

    told: Told
    once: Once
    things: frozenset[str]
    names: frozenset[str]
    moment: Moment | None
    town: Place | None
    again: bool


def by_slots(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield who tell of one happening and put it in two places, or at times that never meet.

    What one source tells anew it corrects. Where one voice tells of two such happenings they are
    two.
    """
    for held in _blocks(told.values(), scenes).values():
        for number, one in enumerate(held):
            first = max(0, number - _COMPARED)
            if _several(held[first : number + _COMPARED]):
                continue
            for other in held[first:number]:
                differs = _differs(one, other)
                if differs:
                    yield _found(one.told, other.told, differs, scenes)


def _found(one: Told, other: Told, differs: tuple[Difference, ...], scenes: Scenes) -> Relation:
    later, earlier = in_order(one, other)
    same = one.source == other.source or one.origin == other.origin
    kind: RelationKind = "corrects" if same else "contradicts"
    return related(kind, later, earlier, scenes.event(later, earlier), differs=differs)


def _blocks(told: Iterable[Told], scenes: Scenes) -> Mapping[Key, list[_Slots]]:
    """Return what may be of one happening, by its kind, its setting and what it befell."""
    found: dict[Key, list[_Slots]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.at, one.claim.id)):
        slots = _slots(one)
        if slots is None:
            continue
        of = {"": {""}, "thing": slots.things, "name": slots.names}[slots.once.of]
        for key in scenes.keys(one):
            if key[0] in _SETTINGS:
                for what in of:
                    found[slots.once.name, what, *key].append(slots)
    return found


def _slots(one: Told) -> _Slots | None:
    claim = one.claim
    once = opposed().once(claim.event.type, claim.event.text)
    if once is None or claim.polarity != "affirmed" or GROUPS.get(claim.status) != "done":
        return None
    if claim.historical or claim.repeats or claim.certainty == "possible":
        return None
    when = moment(time_of(one))
    town = claim.place if claim.place and claim.place.precision in _TOWNS else None
    if when is None and claim.place is None:
        return None
    again = not opposed().another.isdisjoint(word.text for word in words(claim.quote))
    return _Slots(one, once, one.parts.things, one.parts.called, when, town, again)


def _several(held: list[_Slots]) -> bool:
    """Whether one voice tells of two such happenings, so that others may mean either."""
    if any(one.again for one in held):
        return True
    first: dict[tuple[str, str], _Slots] = {}
    for one in held:
        before = first.setdefault((one.told.report, one.told.source), one)
        if before is not one and _values(one, before):
            return True
    return False


def _differs(one: _Slots, other: _Slots) -> tuple[Difference, ...]:
    if one.told.report == other.told.report and one.told.source == other.told.source:
        return ()
    if abs(one.told.at - other.told.at) > _TOGETHER or not _of_one(one, other):
        return ()
    if two_hands(one.told.parts, other.told.parts):
        # Two hands: of one place they tell of one deed, else rather of two.
        here = nearness(one.told.claim.place, other.told.claim.place) == "same"
        apart = one.told.source != other.told.source and one.told.origin != other.told.origin
        hands = one.told.claim.event.type in opposed().hands
        return ("actor",) if hands and here and apart and not _values(one, other) else ()
    return _values(one, other)


def _of_one(one: _Slots, other: _Slots) -> bool:
    """Whether two may tell of one happening: of one thing, of one name, in one land."""
    for mine, its in ((one.things, other.things), (one.names, other.names)):
        if mine and its and mine.isdisjoint(its):
            return False
    if days_apart(one.told, other.told) > _DAYS:
        return False
    where = one.told.claim.place, other.told.claim.place
    if where[0] is None or where[1] is None or _named_away(one.told, other.told):
        return True
    return not _two_lands(where[0], where[1])


def _two_lands(one: Place, other: Place) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    far = distance(one, other)
    return far is not None and far > _FAR


def _values(one: _Slots, other: _Slots) -> tuple[Difference, ...]:
    found: list[Difference] = []
    if _named_away(one.told, other.told) or _apart(one.town, other.town):
        found.append("place")
    if never_meet(one.told, other.told, days=_ZONES):
        found.append("time")
    return tuple(found)


def _named_away(one: Told, other: Told) -> bool:
    """Whether one says of the very place of the other that it was not there: "not Muna"."""
    return any(
        b.claim.place is not None and opposed().not_so(a.claim.quote, b.claim.place.text)
        for a, b in ((one, other), (other, one))
    )


def _apart(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or nearness(one, other) in ("same", "unknown"):
        return False
    far = distance(one, other)
    return far is not None and far > _APART
