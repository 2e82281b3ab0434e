"""Tellings gathered into groups, old to new, each compared with the few groups it may belong to."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from tocsin.weigh.events.evidence import Rarity, deed, incident
from tocsin.weigh.events.tellings import Telling

Key = tuple[Hashable, ...]

# How many groups of one block and in all, members of one group and rare names of one telling are
# looked at: what keeps the work near to linear.
_GROUPS, _NEAREST, _MEMBERS, _RARE = 16, 5, 4, 3


class Group:
    """Tellings held to be of one event, in the order of time."""

    def __init__(self, first: Telling) -> None:
        self.members = [first]

    def sample(self) -> list[Telling]:
        """Return the members that stand for the group: the earliest and the latest."""
        if len(self.members) <= _MEMBERS:
            return self.members
        half = _MEMBERS // 2
        return self.members[:half] + self.members[-half:]


def join(tellings: Sequence[Telling], *, least: float, typed: bool = True) -> list[list[Telling]]:
    """Return `tellings`, which come in the order of time, in groups of one event each.

    A telling joins the group that most speaks for, if that is at least `least`; what comes later
    never moves what came before. `typed` asks for the same type of event too.
    """
    groups: list[Group] = []
    blocks: dict[Key, list[int]] = defaultdict(list)
    rarity = Rarity()
    for report in _by_report(tellings):
        rarity.add(word for one in report for word in one.words | one.names | one.things)
        for one in report:
            keys = _keys(one, rarity, typed)
            best = _best(one, _near(keys, blocks), groups, rarity, typed)
            if best is None or best[0] < least:
                groups.append(Group(one))
                number = len(groups) - 1
            else:
                number = best[1]
                groups[number].members.append(one)
            for key in keys:
                if number not in blocks[key][-_GROUPS:]:
                    blocks[key].append(number)
    return [group.members for group in groups]


def _by_report(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    report: list[Telling] = []
    for one in tellings:
        if report and report[-1].report != one.report:
            yield report
            report = []
        report.append(one)
    if report:
        yield report


def _keys(one: Telling, rarity: Rarity, typed: bool) -> list[Key]:
    kinds = sorted({one.type or one.word or "", one.kin or ""} - {""}) if typed else [""]
    places: list[Key] = []
    if one.story is not None:
        places.append(("story", one.story))
    if one.place is not None:
        places.append(("place", one.place.geonames or one.place.name))
    rare = sorted(one.names | one.things, key=lambda word: (-rarity.of(word), word))[:_RARE]
    places.extend(("name", word) for word in rare)
    return [(kind, *place) for kind in kinds for place in places]


def _near(keys: Iterable[Key], blocks: dict[Key, list[int]]) -> list[int]:
    """Return the groups that share most keys, of those that share as many the latest."""
    shared = Counter(number for key in keys for number in blocks[key][-_GROUPS:])
    return sorted(shared, key=lambda number: (-shared[number], -number))[:_NEAREST]


def _best(
    one: Telling, near: Sequence[int], groups: Sequence[Group], rarity: Rarity, typed: bool
) -> tuple[float, int] | None:
    best: tuple[float, int] | None = None
    for number in near:
        mean = _mean(one, groups[number].sample(), rarity, typed)
        if mean is not None and (best is None or mean > best[0]):
            best = (mean, number)
    return best


def _mean(one: Telling, sample: Sequence[Telling], rarity: Rarity, typed: bool) -> float | None:
    total = 0.0
    for other in sample:
        same = deed(one, other) if typed else 0.0
        if same is None:
            return None
        total += same + incident(one, other, rarity)
    return total / len(sample)
