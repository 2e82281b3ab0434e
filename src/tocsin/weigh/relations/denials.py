"""Who denies what others affirm beyond one event, where the deed is told to be the same."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from tocsin.records import Claim, Relation
from tocsin.records.weighed import RelationKind
from tocsin.weigh.estimate.counted import counted
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.relations.pairs import Told, first_of_each, in_order, related
from tocsin.weigh.relations.parts import harm, kinds
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.same_deed import TOGETHER, in_common, of_the_same
from tocsin.weigh.relations.scenes import Key, Scenes

_TRUE = frozenset({"occurred", "ongoing", "prepared", "planned"})
# A figure of so much is not given by chance.
_TELLING = 10
# So much of setting and deed must be the same where no event joins the two.
_LEAST, _INCIDENT = 3, 2
_CLOSE = timedelta(days=3)
# So many letters by which the word of a deed is known again in another form.
_BEGINNING = 4
# A denial is set against so many, looked for among so many, the last of those days.
_ELSEWHERE, _LOOKED_AT = 5, 100


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
    deeds = {key[0] for key in wanted}
    for one in told:
        if affirms(one.claim) and not deeds.isdisjoint(_deeds(one.claim)):
            for key in wanted.intersection(_keys(one, scenes)):
                found[key].append(one)
    for held in found.values():
        held.sort(key=lambda one: (one.at, one.claim.id))
    return found


def _keys(one: Told, scenes: Scenes) -> list[Key]:
    deeds, settings = _deeds(one.claim), list(scenes.keys(one))
    return [(deed, *where) for deed in deeds for where in (settings if deed[0] != "=" else [("",)])]


def _deeds(claim: Claim) -> list[str]:
    """Return what a claim is of: its type, the kinds of deed that it names, what befell whom.

    A figure that is not given by chance is known by itself: "denied that 135 people died".
    """
    befell = harm(claim)
    graver = opposed().graver.get(befell.name, ()) if befell and claim.polarity == "denied" else ()
    begun = (w.text[:_BEGINNING] for w in words(claim.event.text) if len(w.text) >= _BEGINNING)
    found = [
        claim.event.type,
        *(f"~{word}" for word in begun),
        *kinds(claim.event.text),
        *graver,
        *([befell.name] if befell else ()),
    ]
    best = claim.quantity.best if claim.quantity is not None else None
    what = counted(claim) if best is not None and best >= _TELLING else None
    return found if what is None else [*found, f"={what.measure} {what.noun} {best:.0f}"]


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
    alike = denial.claim.event.type == one.claim.event.type
    shared, placed = scenes.shared(denial, one), scenes.placed(denial, one)
    # Of one story and no more: a war has another strike every few days.
    if shared < _INCIDENT and placed <= 0 and abs(denial.at - one.at) > _CLOSE:
        return False
    return shared + placed + alike + in_common(denial.claim, one.claim) >= _LEAST
