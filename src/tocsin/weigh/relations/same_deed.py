"""Whether two claims tell of one deed: the same hands, the same thing done, the same days."""

from collections.abc import Mapping
from datetime import timedelta

from tocsin.records import Claim
from tocsin.records.claim import RoleName, Status
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.things import owner_of
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.pairs import Told

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
_ACTED_ON = frozenset({"target", "object"})
_ACTORS = frozenset({"state", "organisation", "group"})
# So many letters by which a word is known again in another form.
_BEGINNING = 4
# Numbers are the same but for rounding up to here.
_ROUND = 0.05


def of_the_same(denial: Told, one: Told) -> bool:
    """Return whether a denial is of what another affirms of those days, with the same parts.

    What one source denies and affirms is two things, and so are deeds and plans.
    """
    # A report that denies in its own words what it tells itself tells of two things.
    if not denial.claim.sources and denial.report == one.report:
        return False
    if denial.source == one.source or abs(denial.at - one.at) > TOGETHER:
        return False
    if GROUPS.get(denial.claim.status) != GROUPS.get(one.claim.status):
        return False
    if _bare(denial.claim) or not _of_the_figure(denial.claim, one.claim):
        return False
    if nearness(denial.claim.place, one.claim.place) == "apart" or _other_things(denial, one):
        return False
    alike = all(_alike(denial.claim, one.claim, role) for role in _PARTS)
    return alike and not (
        _army_and_rebels(denial.claim, one.claim) or _other_harm(denial.claim, one.claim)
    )


def _other_harm(claim: Claim, other: Claim) -> bool:
    """Whether another harm befell: who denies that men were captured denies no killing."""
    mine, its = (lexicon().harms.first(words(one.event.text)) for one in (claim, other))
    if mine is None or its is None or mine is its:
        return False
    return mine.name not in its.parts and its.name not in mine.parts


def _army_and_rebels(claim: Claim, other: Claim) -> bool:
    """Whether an armed group is told to do it here, and there a body that is no such group."""
    if _owners(_named(claim)) & _owners(_named(other)):
        return False
    kinds = [
        {role.kind for role in c.roles if role.role == "actor" and role.kind in _ACTORS}
        for c in (claim, other)
    ]
    return all(kinds) and kinds[0].isdisjoint(kinds[1]) and any("group" in held for held in kinds)


def other_actors(one: Claim, other: Claim) -> bool:
    """Return whether two claims lay one deed to two hands: the same thing was done something to.

    Where the two take part together, or nobody is named, they do not.
    """
    mine, its = _owners(_named(one)), _owners(_named(other))
    same = bool(_things(one) & _things(other))
    return bool(mine and its) and mine.isdisjoint(its) and same


def _other_things(denial: Told, one: Told) -> bool:
    """Whether a denial is of another thing that was done something to: a barracks, not a school."""
    mine, its = _things(denial.claim), _things(one.claim)
    return bool(mine and its) and mine.isdisjoint(its)


def _things(claim: Claim) -> set[str]:
    """Return the beginnings of the words for what is acted on; of people and names none."""
    acted = (role for role in claim.roles if role.role in _ACTED_ON)
    # What became of people stands on the word of the event, and is no thing.
    texts = [role.text for role in acted if role.span != claim.event.span]
    cut = [word.text for text in texts for word in words(text)]
    if any(noun.person for text in texts for _, _, noun in lexicon().nouns.find(words(text))):
        return set()
    named = {word.casefold() for text in texts for word in text.split() if word[:1].isupper()}
    return {word[:_BEGINNING] for word in cut if len(word) >= _BEGINNING and word not in named}


def _bare(claim: Claim) -> bool:
    """Whether nothing tells what is denied: no part, no place, no figure."""
    return not (claim.roles or claim.place or claim.quantity)


def _of_the_figure(denial: Claim, claim: Claim) -> bool:
    """Whether who denies a figure denies this one: not that anything happened at all."""
    mine, its = denial.quantity, claim.quantity
    if mine is None or mine.best is None:
        return True
    return its is not None and its.best is not None and within(mine.best, its.best)


def within(one: float, other: float) -> bool:
    """Return whether two numbers are the same but for rounding."""
    low, high = sorted((one, other))
    return high <= low * (1 + _ROUND)


def _alike(claim: Claim, other: Claim, role: RoleName) -> bool:
    mine, its = _names(claim, role), _names(other, role)
    return not mine or not its or bool(mine & its) or bool(_owners(mine) & _owners(its))


def _named(claim: Claim) -> set[str]:
    return {part.name or part.text for part in claim.roles if part.role == "actor"}


def _owners(names: set[str]) -> set[str | None]:
    return {owner_of(name.title()) for name in names} - {None}


def _names(claim: Claim, role: RoleName) -> set[str]:
    found = [part.name or part.text for part in claim.roles if part.role == role]
    return {word.casefold() for name in found for word in name.split() if word[:1].isupper()}
