"""What a claim tells of the parts of a deed: who did it, to whom or what, and of what kind."""

from functools import cached_property

from tocsin.records import Claim, Role
from tocsin.records.claim import RoleName
from tocsin.weigh.allegiance import is_armed_group
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import Harm, Noun
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.wording import (
    begins_with_own,
    bodies_in,
    capitals,
    harm_in,
    is_state,
    kinds,
    nouns,
    of_nobody,
    sides_in,
    things_in,
)

_ACTED_ON = frozenset({"target", "object"})
_CALLED = frozenset({"target", "object", "recipient"})
# Kinds of parts whose first word is a name though it begins the sentence.
_NAMED = frozenset({"state", "organisation", "person"})
_BODIES = frozenset({"state", "organisation"})
_CITED = "report"


class Parts:
    """The parts of the deed that a claim tells of, each worked out when it is first asked for."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of deed that the words of the event name."""
        return kinds(self.claim.event.text)

    @cached_property
    def harm(self) -> Harm | None:
        """The harm that the words of the event name, if any."""
        found = harm_in(self.claim.event.text)
        # "Shot" is of drones that were, and tells of no harm where people were.
        of_things = found is not None and found.person is False
        return None if of_things and not self.things else found

    @cached_property
    def actors(self) -> tuple[Role, ...]:
        """Who did it, less parts that only say whose they are: "its fighters".

        Who is merely cited for it ("according to the union") was taken for an actor.
        """
        claim = self.claim
        cited = claim.sources if claim.cue is not None and claim.cue.class_ == _CITED else ()
        held = frozenset(source.span for source in cited)
        told = (role for role in claim.roles if role.role == "actor" and role.span not in held)
        return tuple(role for role in told if not begins_with_own(role.text))

    @cached_property
    def doers(self) -> frozenset[str]:
        """Who did it, as states' codes and names of groups; nobody who has no name.

        "Our officers" and "its fighters" are of who says so.
        """
        told = {found for role in self.actors for found in _sides(role)}
        by = [role for role in self.claim.roles if role.role == "actor"]
        for role in by:
            if begins_with_own(role.text):
                told |= self._own_side(role)
        return frozenset(told)

    def _own_side(self, role: Role) -> frozenset[str]:
        # Whom the reader found behind "our" is told better than by who says it.
        if role.kind == "state" and role.name:
            return sides_in(role.name)
        return frozenset[str]().union(*(sides_in(s.name) for s in self.claim.sources[-1:]))

    @cached_property
    def is_own(self) -> bool:
        """Whether it befell one's own, and nobody is told to have done it: "our boat collided"."""
        if self.harm is not None or self.claim.event.type not in opposed().broad:
            return False
        told = (role for role in self.claim.roles if role.role in _ACTED_ON)
        return any(begins_with_own(role.text) for role in told)

    @cached_property
    def is_of_body(self) -> bool:
        """Whether an army or the like did it."""
        told = (role.name or role.text for role in self.claim.roles if role.role == "actor")
        return any(bodies_in(text) for text in told)

    def sides(self, part: RoleName) -> frozenset[str]:
        """Return the sides that a part names."""
        told = (_sides(role) for role in self.claim.roles if role.role == part)
        return frozenset[str]().union(*told)

    def names(self, part: RoleName) -> frozenset[str]:
        """Return the words of names in a part, in lower case."""
        return self._names.get(part, frozenset())

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for role in self.claim.roles:
            if not begins_with_own(role.text):
                found[role.role] = found.get(role.role, frozenset()) | self._named_in(role)
        return found

    def _named_in(self, role: Role) -> frozenset[str]:
        begins = role.span[0] == self.claim.span[0] and role.kind not in _NAMED and not role.ref
        return capitals(role.name or role.text, begins=begins and not role.name)

    @cached_property
    def called(self) -> frozenset[str]:
        """The words of names among those to whom it was done."""
        held = (found for part, found in self._names.items() if part in _CALLED)
        return frozenset[str]().union(*held)

    @cached_property
    def acted_on(self) -> tuple[str, ...]:
        """The words for whom or what it was done to; none for the deed itself."""
        # What became of people stands on the word of the event, and is no thing.
        said = self.claim.event.span
        told = (role for role in self.claim.roles if role.role in _ACTED_ON)
        return tuple(role.text for role in told if role.span != said)

    @cached_property
    def things(self) -> frozenset[str]:
        """The beginnings of the words for what is acted on; of people and names none."""
        return frozenset[str]().union(*map(things_in, self.acted_on))

    @cached_property
    def people(self) -> frozenset[Noun]:
        """The kinds of people to whom it was done, or not."""
        of = self.claim.quantity.of if self.claim.quantity is not None else None
        texts = (*(text for text in self.acted_on if not begins_with_own(text)), of or "")
        told = frozenset(noun for text in texts for noun in nouns(text) if noun.person)
        return told or (self._of_the_clause() if self.claim.polarity == "denied" else told)

    def _of_the_clause(self) -> frozenset[Noun]:
        """Return the people of whom a harm is denied where no part is told: "no civilian fell"."""
        if self.harm is None or self.called:
            return frozenset()
        by = {
            noun.name
            for role in self.claim.roles
            if role.role == "actor"
            for noun in nouns(role.text)
        }
        told = [n for n in nouns(self.claim.quote) if n.person and n.name not in by]
        special = [noun for noun in told if not noun.anybody]
        return frozenset(special or told)

    @cached_property
    def nobody(self) -> bool:
        """Whether it is told of nobody: "no one was shot"."""
        return any(map(of_nobody, self.acted_on))

    @cached_property
    def weapon_of(self) -> frozenset[str]:
        """The bodies that the weapon was of: "a missile of the army's own air defence"."""
        by = (role.text for role in self.claim.roles if role.role == "instrument")
        return frozenset[str]().union(*map(bodies_in, by))

    @cached_property
    def armed(self) -> bool:
        """Whether it is told with what it was done."""
        return any(role.role == "instrument" for role in self.claim.roles)

    @cached_property
    def actor_words(self) -> frozenset[str]:
        """All words for who did it."""
        told = (role.name or role.text for role in self.claim.roles if role.role == "actor")
        return frozenset(word.text for text in told for word in words(text))

    @cached_property
    def bare(self) -> bool:
        """Whether nothing tells what it is of: no part but the deed, no place, no figure."""
        claim = self.claim
        # Of harm it is not who gives the figure that tells whom it befell: "losses given by Kabul".
        bodies = _BODIES if self.harm is not None else frozenset[str]()
        parts = (r for r in claim.roles if r.span != claim.event.span and r.kind not in bodies)
        parts = (r for r in parts if not _tells_nothing(r))
        single = claim.event.type in opposed().single
        return not (single or claim.place or claim.quantity or any(parts))

    @cached_property
    def elsewhen(self) -> bool:
        """Whether it is of deeds before the news: "in previous incidents"."""
        return opposed().of_other_days(self.claim.quote)


def _sides(role: Role) -> frozenset[str]:
    if begins_with_own(role.text):
        return frozenset()
    return sides_in(role.name or role.text) or sides_in(role.text)


def _tells_nothing(role: Role) -> bool:
    """Whether a part tells of nothing by itself: what "it" befell, what nobody did."""
    if role.name or role.ref:
        return False
    if role.role == "actor":
        return of_nobody(role.text)
    return role.text.casefold() in opposed().it


def rivals(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether sides are others: two states, two groups, or a state and an armed group.

    A group that is not known to be armed may be a body of the state: a fleet, a brigade.
    """
    if not (some and others) or not some.isdisjoint(others):
        return False
    groups = frozenset(one for one in some | others if not is_state(one))
    mixed = any(map(is_state, some | others)) and bool(groups)
    return not mixed or all(map(is_armed_group, groups))


def at_war(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether those of two sides that are states, or known to be armed, are rivals."""
    two = (frozenset(one for one in held if _is_armed(one)) for held in (some, others))
    return rivals(*two)


def _is_armed(found: str) -> bool:
    return is_state(found) or is_armed_group(found)


def two_hands(one: Parts, other: Parts) -> bool:
    """Return whether two claims tell of other hands: two sides, or an army and a named group."""
    if one.doers and other.doers:
        return rivals(one.doers, other.doers)
    known, body = (one, other) if one.doers else (other, one)
    # A state's army is that state's; the army of no named state is no armed group of a name.
    return bool(known.doers) and not any(map(is_state, known.doers)) and body.is_of_body
