"""Which deed the words of a claim name: the stem of its trigger, and the kind that it is of."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tocsin.records import Claim, Role
from tocsin.weigh.events.kin import kin

_REMEMBERED = 1 << 13


class Deed(NamedTuple):
    """The stem of a trigger, the kind of deed that it names and the kinds that are other deeds."""

    word: str
    kin: str | None = None
    apart: frozenset[str | None] = frozenset()


def deeds_of(claims: Iterable[Claim], language: str | None) -> list[Deed]:
    """Return the deed of each claim of one report, in their order.

    Where the words of the event name no kind, what became of those whom the claim counts does
    ("lost his life": killed). A bare figure is the deed of its type told last before it ("the
    mayor puts the number at 40").
    """
    claims = list(claims)
    last: dict[str, Deed] = {}
    found: dict[str, Deed] = {}
    for claim in sorted(claims, key=lambda one: one.span):
        deed = _deed(claim.event.text, _outcome(claim), language)
        if not any(map(str.isalpha, claim.event.text)):
            deed = last.get(claim.event.type, deed)
        found[claim.id] = last[claim.event.type] = deed
    return [found[claim.id] for claim in claims]


@lru_cache(maxsize=_REMEMBERED)
def _deed(text: str, outcome: str | None, language: str | None) -> Deed:
    kinds = kin(language)
    kind = kinds.of(text) or (kinds.of(outcome) if outcome else None)
    return Deed(kinds.stem(text), kind, kinds.apart(kind))


def _outcome(claim: Claim) -> str | None:
    """Return what became of those counted: an object whose name stands on the trigger itself."""
    return next((one.name for one in claim.roles if one.name and _on_trigger(one, claim)), None)


def _on_trigger(role: Role, claim: Claim) -> bool:
    (start, end), (first, last) = role.span, claim.event.span
    return role.role == "object" and start < last and first < end
