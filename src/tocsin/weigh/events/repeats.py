"""Which claims only repeat what a copy took over."""

from collections.abc import Iterable, Sequence

from tocsin.records import Carried, Claim, Origin
from tocsin.weigh.events.tellings import hashed, in_order

_COPIED = frozenset({"copy", "rewrite"})
# The share of words by which a copied sentence is known again.
_SAME_WORDS = 0.6


def repeats(carried: Sequence[Carried], origins: Iterable[Origin]) -> dict[str, str]:
    """Return for each claim that only repeats another one the claim that it repeats.

    A claim repeats the one of the report its own was copied from if type and words are the same.
    """
    by_sighting = {one.sighting: one for one in carried}
    follows = {
        member.sighting: member.follows
        for origin in sorted(origins, key=lambda one: one.id)
        for member in origin.members
        if member.how in _COPIED and member.follows is not None
    }
    own = {claim.id for one in carried if one.sighting not in follows for claim in one.claims}
    found: dict[str, str] = {}
    for one in in_order(carried):
        source = by_sighting.get(follows.get(one.sighting, ""))
        if source is None or source.report == one.report:
            continue
        for claim in one.claims:
            same = next((other for other in source.claims if _same(claim, other)), None)
            if same is not None and same.id != claim.id and claim.id not in own:
                found.setdefault(claim.id, same.id)
    roots = {claim: _root(claim, found) for claim in found}
    # Copies of each other in a ring have no root: each tells for itself.
    return {claim: root for claim, root in roots.items() if root not in found}


def _root(claim: str, found: dict[str, str]) -> str:
    seen = {claim}
    while found.get(claim) is not None and found[claim] not in seen:
        claim = found[claim]
        seen.add(claim)
    return claim


def _same(claim: Claim, other: Claim) -> bool:
    if claim.event.type != other.event.type or claim.status != other.status:
        return False
    if claim.event.text.casefold() != other.event.text.casefold():
        return False
    one, two = hashed(claim.quote), hashed(other.quote)
    return len(one & two) >= _SAME_WORDS * max(1, min(len(one), len(two)))
