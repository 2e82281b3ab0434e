"""Which origins stand behind a claim, and which claims only repeat what a copy took over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tocsin.records import Carried, Claim, Member, Origin
from tocsin.records.layers import Span
from tocsin.weigh.events.tellings import hashed, in_order

_COPIED = frozenset({"copy", "rewrite"})
# The share of words by which a copied sentence is known again.
_SAME_WORDS = 0.6


class Voices:
    """Tells by sighting which origins a claim counts for."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        self._members: dict[str, list[tuple[str, Member]]] = defaultdict(list)
        for origin in sorted(origins, key=lambda one: one.id):
            for member in origin.members:
                self._members[member.sighting].append((origin.id, member))

    def of(self, sighting: str, claim: Claim) -> tuple[str, ...]:
        """Return the origins whose passages or citations hold the claim.

        A report with several origins (a composite) has those that show at the claim; where none
        shows there, those that show nowhere in particular.
        """
        members = self._members.get(sighting, [])
        if len(members) <= 1:
            return tuple(origin for origin, _ in members)
        there = tuple(origin for origin, member in members if _holds(member, claim.span))
        if there:
            return there
        own = tuple(origin for origin, member in members if not _spans(member))
        return own or tuple(origin for origin, _ in members)

    def follows(self, sighting: str) -> str | None:
        """Return the sighting that a copy was most likely taken from."""
        taken = [one for _, one in self._members.get(sighting, []) if one.how in _COPIED]
        return taken[0].follows if taken else None


def repeats(carried: Sequence[Carried], voices: Voices) -> dict[str, str]:
    """Return for each claim that only repeats another one the claim that it repeats.

    A claim repeats the one of the report its own was copied from if type and words are the same.
    """
    by_sighting = {one.sighting: one for one in carried}
    found: dict[str, str] = {}
    for one in in_order(carried):
        source = by_sighting.get(voices.follows(one.sighting) or "")
        if source is None or source.report == one.report:
            continue
        for claim in one.claims:
            same = next((other for other in source.claims if _same(claim, other)), None)
            if same is not None and same.id != claim.id:
                found[claim.id] = same.id
    return {claim: _root(claim, found) for claim in found}


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


def _spans(member: Member) -> list[Span]:
    return [span for evidence in member.evidence for span in evidence.spans]


def _holds(member: Member, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in _spans(member))
