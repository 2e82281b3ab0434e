"""A claim's figure with what it stands by, as telling what it counts asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.records import Claim, Quantity, Role
from tocsin.weigh.estimate.phrases import Word, words
from tocsin.weigh.estimate.rules import Lexicon, lexicon
from tocsin.weigh.estimate.things import Thing, group_name, owner_of, thing

_ACTED_ON = frozenset({"target", "object", "recipient"})
_BODIES = frozenset({"state", "organisation", "group"})
# Characters behind a figure, and words behind "the number of", that are looked at.
NEAR, _REACH = 24, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A claim with its figure, what the figure stands by, and the rules of the language."""

    rules: Lexicon
    claim: Claim
    quantity: Quantity
    thing: Thing
    role: Role | None
    clause: Sequence[Word]
    language: str

    @property
    def person(self) -> bool:
        """Whether people are counted."""
        return self.thing.rule is not None and self.thing.rule.person

    @property
    def itself(self) -> bool:
        """Whether the event itself is counted ("27 attacks")."""
        return self.thing.rule is not None and self.thing.rule.deed

    @property
    def of(self) -> Sequence[Word]:
        """The words that the figure counts."""
        return words(self.quantity.of or "")

    @property
    def behind(self) -> Sequence[Word]:
        """The first words behind the figure."""
        end = self.quantity.span[1] - self.claim.span[0]
        return words(self.claim.quote[max(0, end) : max(0, end) + NEAR])

    @property
    def before(self) -> Sequence[Word]:
        """The last words before the figure."""
        start = max(0, self.quantity.span[0] - self.claim.span[0])
        return words(self.claim.quote[max(0, start - NEAR) : start])


def seen(claim: Claim, quantity: Quantity, language: str) -> Seen | None:
    """Return the figure of `claim` with what it stands by, None where it counts no news."""
    role, clause = _role(claim, quantity), words(claim.quote)
    if quantity.of and _of_a_toll(claim, quantity, clause, language):
        quantity = replace(quantity, of=None)
    named = thing(quantity.of or "", language)
    if named is None or named.rule is None:
        named = _otherwise(claim, quantity, role, clause, language) or named
    if named is None:
        return None
    return Seen(
        rules=lexicon(language),
        claim=claim,
        quantity=quantity,
        thing=named,
        role=role,
        clause=clause,
        language=language,
    )


def _of_a_toll(claim: Claim, quantity: Quantity, clause: Sequence[Word], language: str) -> bool:
    """Whether the words of a figure stand before it in a toll: "the toll of the quake is 58"."""
    behind = claim.quote[max(0, quantity.span[0] - claim.span[0]) :]
    return lexicon(language).tolls.first(clause) is not None and (quantity.of or "") not in behind


def _otherwise(
    claim: Claim, quantity: Quantity, role: Role | None, clause: Sequence[Word], language: str
) -> Thing | None:
    """Return what stands behind the figure in its role, or behind "the number of"."""
    texts = []
    if role is not None:
        texts.append(role.text[quantity.span[1] - role.span[0] :])
    if not quantity.of:
        found = lexicon(language).number.find(clause)
        texts.extend(_after(claim.quote, clause, end) for _, end, _ in found)
    things = (thing(text, language) for text in texts)
    return next((one for one in things if one is not None and one.rule is not None), None)


def _after(quote: str, clause: Sequence[Word], end: int) -> str:
    behind = clause[end : end + _REACH]
    return quote[behind[0].start : behind[-1].end] if behind else ""


def _role(claim: Claim, quantity: Quantity) -> Role | None:
    start, end = quantity.span
    holding = [r for r in claim.roles if r.span[0] <= start and end <= r.span[1]]
    acted = [role for role in holding if role.role in _ACTED_ON]
    return next(iter(acted or holding), None)


def befallen(one: Seen) -> Thing | None:
    """Return whom something befell by the role of those: "the rebels suffered 100 deaths"."""
    start = one.quantity.span[0]
    told = (r for r in one.claim.roles if r.role == "target" and not r.span[0] <= start < r.span[1])
    things = (thing(role.text, one.language) for role in told)
    return next((one for one in things if one and one.rule and one.rule.person), None)


def speaker(one: Seen) -> str | None:
    """Return who says it, where the figure is of "its" soldiers."""
    own = any(word.text in one.rules.own for word in one.behind[:2])
    return owner_of(one.claim.sources[-1].name) if own and one.claim.sources else None


def owner_in(one: Seen) -> str | None:
    """Return whose they are by the words that hold the figure: "troops from North Korea"."""
    origin = [role.name or role.text for role in one.claim.roles if role.role == "origin"]
    texts = [one.role.text, one.role.name or ""] if one.role is not None else []
    for text in texts:
        found = words(text)
        nouns = next((start for start, _, _ in one.rules.nouns.find(found)), len(found))
        for start, _, state in one.rules.states.find(found):
            near = text[found[start].start :]
            before = found[start - 1].text if start else ""
            adjective = any(near.startswith(name) for name in (*state.adjectives, *state.people))
            if (adjective and start < nouns) or before in one.rules.rules.scope.from_:
                return state.code
    named = (one.rules.states.first(words(text)) for text in origin)
    return next((state.code for state in named if state is not None), None)


def actor(one: Seen) -> str | None:
    """Return who did it, by code or name, where that is a body and not what is counted."""
    acting = next((role for role in one.claim.roles if role.role == "actor"), None)
    if acting is None or acting is one.role:
        return None
    name = acting.name or acting.text
    state = one.rules.states.first(words(name))
    if state is not None:
        return state.code
    return group_name(name) if acting.kind in _BODIES else None
