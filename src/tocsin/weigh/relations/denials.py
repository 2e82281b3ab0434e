"""Who denies what others affirm beyond one event, where the deed is told to be the same."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from tocsin.records import Claim, Relation
from tocsin.records.weighed import RelationKind
from tocsin.weigh.estimate.counted import counted
from tocsin.weigh.relations.pairs import Told, first_of_each, in_order, related
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.same_deed import TOGETHER, in_common, of_the_same
from tocsin.weigh.relations.scenes import Key, Scenes
from tocsin.weigh.relations.wording import begun, harm_in, kinds

_TRUE = frozenset({"occurred", "ongoing", "prepared", "planned"})
# A figure of so much is not given by chance.
_TELLING = 10
_FIGURE = "="
_REMEMBERED = 1 << 14
# So much of setting and deed must be the same where no event joins the two.
_LEAST, _INCIDENT = 3, 2
_CLOSE = timedelta(days=3)
# A denial is set against so many, looked for among so many, the last of those days.
_ELSEWHERE, _LOOKED_AT = 5, 40


def affirms(claim: Claim) -> bool:
    """Return whether a claim says that something is done, under way or being prepared."""
    return claim.polarity == "affirmed" and claim.status in _TRUE


def by_denials(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield whom a denial is set against beyond its event: one deed in one setting.

    Only claims that share kind of deed and setting with a denial, or its figure, are compared.
    """
    denials = [one for one in told.values() if one.claim.polarity == "denied"]
    held = _held(told.values(), {key for one in denials for key in _keys(one, scenes)}, scenes)
    for denial in denials:
        about = {
            o.claim.id: o for key in _keys(denial, scenes) for o in _then(held[key], denial.at)
        }
        same = [o for o in about.values() if _of_one_deed(denial, o, scenes)]
        same.sort(key=lambda one: (-scenes.shared(denial, one), one.at, one.claim.id))
        for one in first_of_each(same)[:_ELSEWHERE]:
            yield denied(denial, one, scenes.event(denial, one))


def denied(denial: Told, one: Told, event: str) -> Relation:
    """Return the relation of a denial to what it denies, whichever came first."""
    later, earlier = in_order(denial, one)
    kind: RelationKind = "denies" if later is denial else "contradicts"
    return related(kind, later, earlier, event, differs=("polarity",))


def _held(told: Iterable[Told], wanted: set[Key], scenes: Scenes) -> dict[Key, list[Told]]:
    """Return the claims that affirm by those of their keys that a denial has, from old to new."""
    found: dict[Key, list[Told]] = defaultdict(list)
    deeds = frozenset(key[0] for key in wanted)
    figures = frozenset(deed for deed in deeds if deed[0] == _FIGURE)
    for one in told:
        if not affirms(one.claim):
            continue
        # Most claims share no word with any denial: that is told without a look at their setting.
        shared = not deeds.isdisjoint(_deeds(one.claim.event.type, one.claim.event.text))
        if shared or (figures and _figure(one.claim) in figures):
            for key in wanted.intersection(_keys(one, scenes)):
                found[key].append(one)
    for held in found.values():
        held.sort(key=lambda one: (one.at, one.claim.id))
    return found


def _keys(one: Told, scenes: Scenes) -> list[Key]:
    event, settings = one.claim.event, list(scenes.keys(one))
    keys = [(deed, *where) for deed in _deeds(event.type, event.text) for where in settings]
    befell = one.parts.harm if one.claim.polarity == "denied" else None
    graver = opposed().graver.get(befell.name, frozenset()) if befell is not None else ()
    keys += [(deed, *where) for deed in graver for where in settings]
    figure = _figure(one.claim)
    return keys if figure is None else [*keys, (figure,)]


@lru_cache(maxsize=_REMEMBERED)
def _deeds(type: str, text: str) -> tuple[str, ...]:
    """Return what a claim is of: its type, its words, the kinds of deed and the harm they name."""
    befell = harm_in(text)
    found = (f"~{word}" for word in begun(text))
    return (type, *found, *kinds(text), *((befell.name,) if befell is not None else ()))


def _figure(claim: Claim) -> str | None:
    """Return a figure that is not given by chance, with what it counts: it is known by itself.

    "Denied that 135 people died" is of who gave 135 dead, whatever the words.
    """
    best = claim.quantity.best if claim.quantity is not None else None
    what = counted(claim) if best is not None and best >= _TELLING else None
    return f"{_FIGURE}{what.measure} {what.noun} {best:.0f}" if what is not None else None


def _then(held: Sequence[Told], at: datetime) -> Sequence[Told]:
    """Return the last claims of `held`, from old to new, of the days about a moment."""
    first = bisect_left(held, at - TOGETHER, key=_when)
    last = bisect_right(held, at + TOGETHER, key=_when)
    return held[max(first, last - _LOOKED_AT) : last]


def _when(one: Told) -> datetime:
    return one.at


def _of_one_deed(denial: Told, one: Told, scenes: Scenes) -> bool:
    if not of_the_same(denial, one):
        return False
    harmed = denial.parts.harm is not None and one.parts.harm is not None
    alike = harmed or denial.claim.event.type == one.claim.event.type
    shared, placed = scenes.shared(denial, one), scenes.placed(denial, one)
    # Of one story and no more: a war has another strike every few days.
    if shared < _INCIDENT and placed <= 0 and abs(denial.at - one.at) > _CLOSE:
        return False
    return shared + placed + alike + in_common(denial.parts, one.parts) >= _LEAST
