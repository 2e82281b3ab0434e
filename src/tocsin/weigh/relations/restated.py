"""Two figures side by side in one report: "the office says 8,200; the army puts it at 12,000"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tocsin.records import Claim, Place, Quantity, Relation
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.meant import far_from, meant_by
from tocsin.weigh.relations.pairs import Told, related
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.same_deed import elsewhere
from tocsin.weigh.relations.scenes import Scenes
from tocsin.weigh.relations.when import days_apart
from tocsin.weigh.relations.wording import begins_with_own, nouns

# How many figures back the one is that a later figure without its noun stands against.
_BACK = 3
_NOW = "PRESENT_REF"
_NARROW = frozenset({"site", "city"})


def by_restating(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield where a report gives another's figure for what it told before, without the noun.

    Such a claim is named by its figure alone, or by a word such as "number": it is of the thing
    that the figure before it in the text counts, whoever gave that.
    """
    for held in _by_report(told.values()).values():
        for number, one in enumerate(held):
            if _names_its_figure(one.claim):
                before = held[max(0, number - _BACK) : number][::-1]
                against = next((other for other in before if _of_one_thing(one, other)), None)
                if against is not None and _differ(one.claim, against.claim):
                    event = scenes.event(against, one)
                    yield related("contradicts", one, against, event, differs=("figure",))


def _by_report(told: Iterable[Told]) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.claim.quantity is not None and one.claim.quantity.best is not None:
            found[one.report].append(one)
    for held in found.values():
        held.sort(key=lambda one: one.claim.quantity.span if one.claim.quantity else (0, 0))
    return found


def _names_its_figure(claim: Claim) -> bool:
    figure = claim.quantity
    if figure is None or claim.polarity != "affirmed" or claim.historical:
        return False
    return claim.event.text in figure.text or bool(opposed().counts.first(words(claim.event.text)))


def _of_one_thing(one: Told, other: Told) -> bool:
    """Whether a figure before is of what a figure without its noun counts, by another's word."""
    mine, its = one.claim, other.claim
    if its.polarity != "affirmed" or its.historical or mine.event.type != its.event.type:
        return False
    # "It had claimed 61 the night before" is of another night.
    timed = mine.time is not None and mine.time.start is not None and mine.time.value != _NOW
    if timed and (its.time is None or days_apart(one, other)):
        return False
    if mine.status != its.status or not (_same_place(mine, its) and _same_noun(mine, its)):
        return False
    voices = _voice(mine), _voice(its)
    return None not in voices and voices[0] != voices[1]


def _same_place(claim: Claim, before: Claim) -> bool:
    """Whether a figure is of where the one before is: "five in Zambezia" are a part of all."""
    if before.place is not None and _names_its_figure(before):
        return False
    if claim.place is not None and before.place is None:
        return False
    return not (elsewhere(claim.place, before.place) or _narrower(claim.place, before.place))


def _narrower(one: Place | None, before: Place | None) -> bool:
    """Whether a place is a town or the like, and the one before it a whole land or region."""
    if one is None or before is None or nearness(one, before) != "within":
        return False
    return one.precision in _NARROW and before.precision not in _NARROW


def _same_noun(claim: Claim, before: Claim) -> bool:
    mine, its = (nouns(_of(one)) for one in (claim, before))
    return not mine or bool(set(mine) & set(its)) or _of(claim) == _of(before)


def _of(claim: Claim) -> str:
    return (claim.quantity.of or "").casefold() if claim.quantity is not None else ""


def _voice(claim: Claim) -> str | None:
    """Return who gives a figure, "" for the publisher; None of whom only another tells whose he is.

    "Its secretary" speaks for the body that was told of before.
    """
    if not claim.sources:
        return ""
    source = claim.sources[-1]
    return None if begins_with_own(source.text) else source.name


def _differ(claim: Claim, other: Claim) -> bool:
    mine, its = claim.quantity, other.quantity
    if mine is None or its is None or mine.unit != its.unit or far_from(_point(mine), _point(its)):
        return False
    (low, high), (least, most) = meant_by(mine), meant_by(its)
    return high < least or most < low


def _point(quantity: Quantity) -> float:
    return quantity.best or 0.0
