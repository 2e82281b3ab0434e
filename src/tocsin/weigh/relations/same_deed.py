"""Whether two claims tell of one deed: the same hands, the same thing done, the same days."""

from collections.abc import Mapping
from datetime import timedelta

from tocsin.records import Claim, Place
from tocsin.records.claim import RoleName, Status
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import Noun
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told
from tocsin.weigh.relations.parts import (
    ACTED_ON,
    actors,
    doers,
    harm,
    kinds,
    names,
    nouns,
    party,
    people,
    things,
    two_hands,
)
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.when import days_apart, long_before

# Statuses in which claims tell of one thing: a deed is not a plan.
GROUPS: Mapping[Status, str] = {
    "occurred": "done",
    "ongoing": "done",
    "prepared": "ahead",
    "planned": "ahead",
}
# Within this time a denial answers what is affirmed.
TOGETHER = timedelta(days=7)
_PARTS: tuple[RoleName, ...] = ("actor", "recipient", "target")
_ACTORS = frozenset({"state", "organisation", "group"})
_BODIES = frozenset({"state", "organisation"})
# A day may be another one elsewhere in the world.
_ZONES = 1
# So many letters by which the word of a deed is known again in another form.
_BEGINNING = 4
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
    if days_apart(denial, one) > _ZONES or long_before(denial) != long_before(one):
        return False
    return _compares(denial.claim, one.claim) and in_common(denial.claim, one.claim) > 0


def _compares(denial: Claim, claim: Claim) -> bool:
    if GROUPS.get(denial.status) != GROUPS.get(claim.status) or bare(denial) or bare(claim):
        return False
    if not _of_the_figure(denial, claim) or denial.historical != claim.historical:
        return False
    if elsewhere(denial.place, claim.place) or _other_things(denial, claim):
        return False
    if opposed().of_other_days(denial.quote) or opposed().of_other_days(claim.quote):
        return False
    return _same_parts(denial, claim) and _same_kind(denial, claim)


def elsewhere(one: Place | None, other: Place | None) -> bool:
    """Return whether two places are not one: far from each other, or two provinces by name."""
    if one is None or other is None or nearness(one, other) == "same":
        return False
    if nearness(one, other) == "apart":
        return True
    mine, its = (set((place.name or place.text).casefold().split()) for place in (one, other))
    provinces = one.precision == other.precision == "admin"
    return provinces and bool(mine - its) and bool(its - mine)


def _same_parts(denial: Claim, claim: Claim) -> bool:
    if not all(_alike(denial, claim, role) for role in _PARTS):
        return False
    return not (
        _army_and_rebels(denial, claim)
        or other_harm(denial, claim)
        or _other_people(denial, claim)
        or _by_another(denial, claim)
    )


def in_common(claim: Claim, other: Claim) -> int:
    """Return how many parts of a deed two claims both name: who, whom, what was done, how many."""
    parts = (
        bool(doers(claim) & doers(other)),
        bool(_called(claim) & _called(other)),
        bool(things(claim) & things(other)),
        _same_people(claim, other),
        _same_word(claim, other),
        _given(claim, other),
    )
    return sum(parts)


def _called(claim: Claim) -> frozenset[str]:
    return names(claim, "target", "object", "recipient")


def _same_people(claim: Claim, other: Claim) -> bool:
    """Whether harm befell the same people; who was sent or marched is told by that no closer."""
    if harm(claim) is None and harm(other) is None:
        return False
    if _nobody(claim):
        # Somebody died in every story: nobody is told by that alone where nobody fell.
        return harm(claim) is None
    return bool((people(claim) or _of_the_clause(claim)) & people(other))


def _same_word(claim: Claim, other: Claim) -> bool:
    """Whether the deed is named by the same word, or one of the same kind."""
    if kinds(claim.event.text) & kinds(other.event.text) or _same_harm(claim, other):
        return True
    if claim.event.type == other.event.type and claim.event.type in opposed().single:
        return True
    mine, its = ({w.text[:_BEGINNING] for w in words(c.event.text)} for c in (claim, other))
    return any(len(word) == _BEGINNING for word in mine & its)


def _same_harm(denial: Claim, claim: Claim) -> bool:
    mine, its = harm(denial), harm(claim)
    if mine is None or its is None:
        return False
    if its.name in mine.parts:
        # "No casualties" of a place are none of those that others tell of there.
        return nearness(denial.place, claim.place) == "same"
    return its.name in (mine.name, *opposed().graver.get(mine.name, ()))


def _given(claim: Claim, other: Claim) -> bool:
    mine, its = claim.quantity, other.quantity
    if mine is None or its is None or mine.best is None or its.best is None:
        return False
    return mine.best > 1 and within(mine.best, its.best)


def _same_kind(denial: Claim, claim: Claim) -> bool:
    """Whether types agree, or where they do not the kinds of deed: arson is not any fire."""
    if denial.event.type == claim.event.type and denial.event.type not in opposed().broad:
        return True
    if denial.event.type == claim.event.type or (harm(denial) is None) != (harm(claim) is None):
        return _same_word(denial, claim)
    if harm(denial) is not None and harm(claim) is not None:
        return True
    # A border that was closed is an order here and a break of relations there.
    acted = bool(things(denial) & things(claim)) or bool(_called(denial) & _called(claim))
    if acted and _same_word(denial, claim):
        return True
    return bool(kinds(denial.event.text) & kinds(claim.event.text) & opposed().across)


def other_harm(denial: Claim, claim: Claim) -> bool:
    """Return whether another harm befell: who denies that men were captured denies no killing.

    Who denies that anybody was hurt denies that anybody was killed.
    """
    mine, its = harm(denial), harm(claim)
    if mine is None or its is None or mine is its:
        return False
    if kinds(denial.event.text) & kinds(claim.event.text):
        return False
    also = opposed().graver.get(mine.name, frozenset())
    return mine.name not in its.parts and its.name not in mine.parts and its.name not in also


def _other_people(denial: Claim, claim: Claim) -> bool:
    """Whether a denial is of other people: soldiers, not children; of nobody it is of all."""
    mine, its = people(denial) or _of_the_clause(denial), people(claim)
    if not mine or _nobody(denial) or any(noun.anybody for noun in mine):
        return False
    # Nobody knows whether soldiers were among the dead of whom no more is told.
    unknown = not its and harm(claim) is not None
    return unknown or (bool(its) and {one.name for one in mine}.isdisjoint(one.name for one in its))


def _of_the_clause(denial: Claim) -> frozenset[Noun]:
    """Return the people of whom a harm is denied where no part is told: "no civilian fell"."""
    if harm(denial) is None or _called(denial):
        return frozenset()
    by = {noun.name for role in denial.roles if role.role == "actor" for noun in nouns(role.text)}
    told = [noun for noun in nouns(denial.quote) if noun.person and noun.name not in by]
    special = [noun for noun in told if not noun.anybody]
    return frozenset(special or told)


def _nobody(claim: Claim) -> bool:
    """Whether a denial is of anybody: "no one was shot"."""
    acted = (role.text for role in claim.roles if role.role in ACTED_ON)
    return any(opposed().nobody.first(words(text)) for text in acted)


def _by_another(denial: Claim, claim: Claim) -> bool:
    """Whether the weapon was another's than of who denies: "a missile of the army's own"."""
    mine = {
        word.text
        for role in denial.roles
        if role.role == "actor"
        for word in words(role.name or role.text)
    }
    by = (role.text for role in claim.roles if role.role == "instrument")
    bodies = {
        word.text for text in by for word in words(text.replace("'s", " "))
    } & opposed().bodies
    return bool(mine and bodies) and not doers(claim) and mine.isdisjoint(bodies)


def _army_and_rebels(claim: Claim, other: Claim) -> bool:
    """Whether an armed group is told to do it here, and there a body that is no such group."""
    if doers(claim) & doers(other):
        return False
    held = [{role.kind for role in actors(c) if role.kind in _ACTORS} for c in (claim, other)]
    return all(held) and held[0].isdisjoint(held[1]) and any("group" in kind for kind in held)


def other_actors(one: Claim, other: Claim) -> bool:
    """Return whether two claims lay one deed to two hands: the same thing was done something to.

    Where the two take part together, or nobody is named, they do not.
    """
    return two_hands(one, other) and bool(things(one) & things(other))


def _other_things(denial: Claim, claim: Claim) -> bool:
    """Whether a denial is of another thing that was done something to: a barracks, not a school."""
    mine, its = things(denial), things(claim)
    if mine and not its and _called(claim):
        return _called(denial).isdisjoint(_called(claim))
    return bool(mine and its) and mine.isdisjoint(its)


def bare(claim: Claim) -> bool:
    """Return whether nothing tells what is denied: no part but the deed, no place, no figure."""
    # Of harm it is not who gives the figure that tells whom it befell: "losses given by Kabul".
    bodies = _BODIES if harm(claim) is not None else frozenset[str]()
    parts = (r for r in claim.roles if r.span != claim.event.span and r.kind not in bodies)
    single = claim.event.type in opposed().single
    return not (single or claim.place or claim.quantity or any(parts))


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


def _alike(claim: Claim, other: Claim, role: RoleName) -> bool:
    mine, its = names(claim, role), names(other, role)
    if not mine or not its or mine & its:
        return True
    return bool(_sides(claim, role) & _sides(other, role))


def _sides(claim: Claim, role: RoleName) -> frozenset[str]:
    told = (party(part) for part in claim.roles if part.role == role)
    return frozenset(side for side in told if side is not None)
