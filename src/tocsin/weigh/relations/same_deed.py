"""Whether two claims tell of one deed: the same hands, the same thing done, the same days."""

from collections.abc import Mapping
from datetime import timedelta

from tocsin.records import Claim, Place
from tocsin.records.claim import RoleName, Status
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told
from tocsin.weigh.relations.parts import Parts, rivals, two_hands
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.when import long_before, times_apart
from tocsin.weigh.relations.wording import begun, is_a_body, named

# Statuses in which claims tell of one thing: a deed is not a plan.
GROUPS: Mapping[Status, str] = {
    "occurred": "done",
    "ongoing": "done",
    "prepared": "ahead",
    "planned": "ahead",
}
# Within this time a denial answers what is affirmed.
TOGETHER = timedelta(days=7)
_COMMITS = "commit"
_PARTS: tuple[RoleName, ...] = ("actor", "recipient", "target")
_ACTORS = frozenset({"state", "organisation", "group"})
# So soon after each other two tell of one deed where no place joins them.
_SOON = timedelta(days=2)
# A day may be another one elsewhere in the world.
_ZONES = 1
# Numbers are the same but for rounding up to here.
_ROUND, _EXACT = 0.05, 0.02


def of_the_same(denial: Told, one: Told) -> bool:
    """Return whether a denial is of what another affirms of those days, with the same parts.

    What one source denies and affirms is two things, and so are deeds and plans.
    """
    # A report that denies in its own words what it tells itself tells of two things.
    if not denial.claim.sources and denial.report == one.report:
        return False
    if denial.source == one.source or abs(denial.at - one.at) > TOGETHER:
        return False
    if not _compares(denial.parts, one.parts) or not _same_parts(denial.parts, one.parts):
        return False
    if times_apart(denial, one) > _ZONES or long_before(denial) != long_before(one):
        return False
    # "Our boat did not collide" says nothing of who rammed whom on the other side.
    if denial.parts.is_own and rivals(teller(denial), one.parts.doers):
        return False
    return _same_kind(denial.parts, one.parts) and in_common(denial.parts, one.parts) > 0


def teller(one: Told) -> frozenset[str]:
    """Return for whom those speak who tell a claim: its innermost source, else the publisher."""
    names = [source.name for source in one.claim.sources[-1:]]
    if names or is_a_body(one.source):
        names.append(one.source)
    return frozenset(found for name in names if (found := named(name)) is not None)


def _compares(denial: Parts, one: Parts) -> bool:
    mine, its = denial.claim, one.claim
    if GROUPS.get(mine.status) != GROUPS.get(its.status) or mine.historical != its.historical:
        return False
    if denial.bare or one.bare or not _of_the_figure(mine, its):
        return False
    if _is_asked(mine) or opposed().of_a_part(mine.quote, mine.event.text):
        return False
    # That it was not done by somebody denies nothing to who names nobody, or another.
    if opposed().not_by.first(words(mine.quote)) and denial.doers.isdisjoint(one.doers):
        return False
    if elsewhere(mine.place, its.place) or _other_things(denial, one):
        return False
    return not (denial.elsewhen or one.elsewhen)


def _is_asked(denial: Claim) -> bool:
    """Whether a denial is what somebody is told not to do, or promises: "warned it not to help"."""
    cue = denial.cue.class_ if denial.cue is not None else None
    return GROUPS.get(denial.status) == "ahead" and cue == _COMMITS


def elsewhere(one: Place | None, other: Place | None) -> bool:
    """Return whether two places are not one: far from each other, or two provinces by name."""
    if one is None or other is None:
        return False
    here = nearness(one, other)
    if here in ("same", "apart"):
        return here == "apart"
    mine, its = (set((place.name or place.text).casefold().split()) for place in (one, other))
    provinces = one.precision == other.precision == "admin"
    return provinces and bool(mine - its) and bool(its - mine)


def _same_parts(denial: Parts, one: Parts) -> bool:
    if not all(_alike(denial, one, part) for part in _PARTS):
        return False
    return not (
        _army_and_rebels(denial, one)
        or other_harm(denial, one)
        or _other_people(denial, one)
        or _by_another(denial, one)
    )


def in_common(one: Parts, other: Parts) -> int:
    """Return how many parts of a deed two claims both name: who, whom, what was done, how many."""
    parts = (
        bool(one.doers & other.doers),
        bool(one.called & other.called),
        bool(one.things & other.things),
        _same_people(one, other),
        _same_word(one, other),
        _given(one.claim, other.claim),
    )
    return sum(parts)


def _same_people(one: Parts, other: Parts) -> bool:
    """Whether harm befell the same people; who was sent or marched is told by that no closer."""
    if one.harm is None and other.harm is None:
        return False
    if one.nobody:
        # Somebody died in every story: nobody is told by that alone where nobody fell.
        return one.harm is None
    return bool(one.people & other.people)


def _same_word(one: Parts, other: Parts) -> bool:
    """Whether the deed is named by the same word, or one of the same kind."""
    if one.kinds & other.kinds or _same_harm(one, other):
        return True
    mine, its = one.claim.event, other.claim.event
    single = mine.type == its.type and mine.type in opposed().single
    return single or bool(begun(mine.text) & begun(its.text))


def _same_harm(denial: Parts, one: Parts) -> bool:
    mine, its = denial.harm, one.harm
    if mine is None or its is None:
        return False
    if its.name in mine.parts:
        # "No casualties" of a place are none of those that others tell of there.
        return nearness(denial.claim.place, one.claim.place) == "same"
    return its.name in (mine.name, *opposed().graver.get(mine.name, ()))


def _given(claim: Claim, other: Claim) -> bool:
    mine, its = claim.quantity, other.quantity
    if mine is None or its is None or mine.best is None or its.best is None:
        return False
    return mine.best > 1 and within(mine.best, its.best)


def _same_kind(denial: Parts, one: Parts) -> bool:
    """Whether types agree, or where they do not the kinds of deed: arson is not any fire."""
    mine, its = denial.claim.event.type, one.claim.event.type
    if mine == its and mine not in opposed().broad:
        return True
    if mine == its or (denial.harm is None) != (one.harm is None):
        return _same_word(denial, one)
    if denial.harm is not None:
        return True
    # A border that was closed is an order here and a break of relations there.
    acted = bool(denial.things & one.things) or bool(denial.called & one.called)
    if acted and _same_word(denial, one):
        return True
    return bool(denial.kinds & one.kinds & opposed().across)


def other_harm(denial: Parts, one: Parts) -> bool:
    """Return whether another harm befell: who denies that men were captured denies no killing.

    Who denies that anybody was hurt denies that anybody was killed.
    """
    mine, its = denial.harm, one.harm
    if mine is None or its is None or mine is its or denial.kinds & one.kinds:
        return False
    also = opposed().graver.get(mine.name, frozenset())
    return mine.name not in its.parts and its.name not in mine.parts and its.name not in also


def _other_people(denial: Parts, one: Parts) -> bool:
    """Whether a denial is of other people: soldiers, not children; of nobody it is of all."""
    mine, its = denial.people, one.people
    if not mine or denial.nobody or any(noun.anybody for noun in mine):
        return False
    if not its:
        # Nobody knows whether soldiers were among the dead of whom no more is told.
        return one.harm is not None
    return {noun.name for noun in mine}.isdisjoint(noun.name for noun in its)


def _by_another(denial: Parts, one: Parts) -> bool:
    """Whether the weapon was another's than of who denies: "a missile of the army's own"."""
    if not one.weapon_of or one.doers or not denial.actor_words:
        return False
    return denial.actor_words.isdisjoint(one.weapon_of)


def _army_and_rebels(one: Parts, other: Parts) -> bool:
    """Whether an armed group is told to do it here, and there a body that is no such group."""
    if one.doers & other.doers:
        return False
    mine, its = ({r.kind for r in parts.actors if r.kind in _ACTORS} for parts in (one, other))
    return bool(mine and its) and mine.isdisjoint(its) and "group" in mine | its


def other_actors(one: Told, other: Told) -> bool:
    """Return whether two claims lay one deed to two hands: the same thing was done something to.

    Where the two take part together, or nobody is named, they do not; nor where many may do such
    a thing, as they give aid, or it was done at another time.
    """
    mine, its = one.parts, other.parts
    if not {one.claim.event.type, other.claim.event.type} <= opposed().hands:
        return False
    here = nearness(one.claim.place, other.claim.place) == "same"
    tied = here or abs(one.at - other.at) <= _SOON
    return tied and two_hands(mine, its) and bool(mine.things & its.things)


def _other_things(denial: Parts, one: Parts) -> bool:
    """Whether a denial is of another thing that was done something to: a barracks, not a school."""
    mine, its = denial.things, one.things
    if mine and not its and one.called:
        return denial.called.isdisjoint(one.called)
    if mine and not its and one.armed and denial.harm is None:
        # A thing and no weapon here, a weapon and no thing there: bombs on a temple, and mortars.
        return not (denial.kinds & one.kinds)
    return bool(mine and its) and mine.isdisjoint(its)


def _of_the_figure(denial: Claim, claim: Claim) -> bool:
    """Whether who denies a figure denies this one: not that anything happened at all."""
    mine, its = denial.quantity, claim.quantity
    if mine is None or not mine.best:
        return True
    if its is None or its.best is None:
        return False
    exact = mine.bound == its.bound == "exact"
    return within(mine.best, its.best, slack=_EXACT if exact else _ROUND)


def within(one: float, other: float, *, slack: float = _ROUND) -> bool:
    """Return whether two numbers are the same but for rounding."""
    low, high = sorted((one, other))
    return high <= low * (1 + slack)


def _alike(one: Parts, other: Parts, part: RoleName) -> bool:
    mine, its = one.names(part), other.names(part)
    if not mine or not its or mine & its:
        return True
    return bool(one.sides(part) & other.sides(part))
