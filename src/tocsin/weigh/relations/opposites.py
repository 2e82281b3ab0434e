"""What has ended in one telling and still holds in another: freed or held, left or there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from tocsin.records import Relation
from tocsin.records.weighed import RelationKind
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told, in_order, related
from tocsin.weigh.relations.parts import Parts, two_hands
from tocsin.weigh.relations.rules import Opposite, opposed
from tocsin.weigh.relations.same_deed import GROUPS
from tocsin.weigh.relations.scenes import Key, Scenes

# So soon after it ended the course of things has not brought it back.
_TOGETHER = timedelta(days=2)
_COMPARED = 12


class _Side(NamedTuple):
    """A claim with the opposites it is one of, and whether it tells of the end."""

    told: Told
    rule: Opposite
    ended: bool


def by_opposites(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield who says that something ended and who that it still holds, told no earlier.

    What is there and then ends is no contradiction: only who tells it last may say against it.
    """
    seen: set[frozenset[str]] = set()
    for held in _blocks(_sides(told.values()), scenes).values():
        for number, one in enumerate(held):
            for other in held[max(0, number - _COMPARED) : number]:
                pair = frozenset((one.told.origin, other.told.origin))
                if pair not in seen and _against(one, other):
                    seen.add(pair)
                    later, earlier = in_order(one.told, other.told)
                    kind: RelationKind = "corrects" if _one_voice(one, other) else "contradicts"
                    event = scenes.event(later, earlier)
                    yield related(kind, later, earlier, event, differs=("status",))


def _sides(told: Iterable[Told]) -> Iterator[_Side]:
    for one in told:
        claim = one.claim
        if claim.polarity != "affirmed" or GROUPS.get(claim.status) != "done" or claim.historical:
            continue
        for rule, ended in opposed().sides(claim.event.type, claim.event.text):
            yield _Side(one, rule, ended)


def _one_voice(one: _Side, other: _Side) -> bool:
    return one.told.source == other.told.source or one.told.origin == other.told.origin


def _blocks(sides: Iterable[_Side], scenes: Scenes) -> Mapping[Key, list[_Side]]:
    found: dict[Key, list[_Side]] = defaultdict(list)
    for one in sorted(sides, key=lambda one: (one.told.at, one.told.claim.id)):
        for key in scenes.keys(one.told):
            found[one.rule.name, *key].append(one)
    return found


def _against(one: _Side, other: _Side) -> bool:
    if one.ended == other.ended or (
        one.told.report == other.told.report and _one_voice(one, other)
    ):
        return False
    end, still = (one, other) if one.ended else (other, one)
    since = still.told.at - end.told.at
    if since > _TOGETHER or still.told.at.date() < end.told.at.date():
        return False
    mine, its = end.told.claim, still.told.claim
    if nearness(mine.place, its.place) == "apart" or mine.quantity or its.quantity:
        return False
    return _of_the_same(end.told.parts, still.told.parts, one.rule)


def _of_the_same(ended: Parts, still: Parts, rule: Opposite) -> bool:
    """Whether both are of one thing, and of whose hands the rule asks for."""
    acted = ended.things, still.things
    called = ended.called, still.called
    apart = any(a and b and a.isdisjoint(b) for a, b in (acted, called))
    if apart:
        return False
    same = bool(acted[0] & acted[1]) or bool(called[0] & called[1])
    if rule.by == "name":
        return bool(called[0] & called[1])
    if rule.by == "thing":
        # Hostages are told by that word, as people at large are not.
        whom = {noun for noun in ended.people & still.people if not noun.anybody}
        return (same or bool(whom)) and not two_hands(ended, still)
    here = nearness(ended.claim.place, still.claim.place) == "same"
    if rule.by == "rival":
        return (same or here) and two_hands(ended, still)
    return (same or here) and bool(ended.doers & still.doers)
