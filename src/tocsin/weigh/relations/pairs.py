"""Two claims put side by side: who said each and when, and the relation that comes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tocsin.records import Carried, Claim, Relation, content_id
from tocsin.records.weighed import Difference, RelationKind
from tocsin.weigh.estimate.voices import Voices, moment
from tocsin.weigh.relations.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with when it was first carried, the origin it counts for and who says it."""

    claim: Claim
    at: datetime
    origin: str
    source: str
    report: str
    carried: Carried = field(repr=False)
    parts: Parts = field(repr=False)


def told(voices: Voices) -> dict[str, Told]:
    """Return every claim once by its id, as its earliest sighting has it, from old to new."""
    found: dict[str, Told] = {}
    for one, claim in voices.claims():
        voice = voices.of(one, claim)
        found[claim.id] = Told(
            claim=claim,
            at=moment(one),
            origin=voice.origin,
            source=voice.source,
            report=one.report,
            carried=one,
            parts=Parts(claim),
        )
    return found


def related(
    kind: RelationKind,
    later: Told,
    earlier: Told,
    event: str,
    *,
    differs: tuple[Difference, ...] = (),
    why_not: str | None = None,
) -> Relation:
    """Return the relation of two claims; they are independent if other sources stand behind."""
    apart = later.source != earlier.source and later.origin != earlier.origin
    return Relation(
        id=content_id("relation", kind, later.claim.id, earlier.claim.id),
        kind=kind,
        claim=later.claim.id,
        other=earlier.claim.id,
        event=event,
        differs=differs,
        why_not=why_not,
        independent=apart,
    )


def in_order(one: Told, other: Told) -> tuple[Told, Told]:
    """Return (later, earlier); of claims of one moment the one with the greater id is later."""
    if (one.at, one.claim.id) >= (other.at, other.claim.id):
        return one, other
    return other, one


def first_of_each(held: Sequence[Told]) -> list[Told]:
    """Return the first claim of each source, and of each origin, from old to new."""
    seen: set[str] = set()
    found = []
    for one in held:
        if one.source not in seen and one.origin not in seen:
            found.append(one)
        seen |= {one.source, one.origin}
    return found


def once(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return one relation for each pair of claims, sorted by id: the first that was found."""
    pairs: dict[frozenset[str], Relation] = {}
    for one in found:
        pairs.setdefault(frozenset((one.claim, one.other)), one)
    return tuple(sorted(pairs.values(), key=lambda one: one.id))


def events_of(claims: Mapping[str, str], *ids: str) -> str:
    """Return the event of the first of some claims that has one, "" for none."""
    return next((claims[one] for one in ids if one in claims), "")
