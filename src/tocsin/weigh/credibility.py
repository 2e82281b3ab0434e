"""How credible an event is, from 1 to 6 (STANAG 2511), with the reason in words.

Credibility belongs to the information and is judged apart from the reliability of its sources. 6 is
unknown, not worst.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from tocsin.records import Claim, Grade, Relation
from tocsin.records.weighed import Credibility
from tocsin.weigh.allegiance import speaks_for

_HELD = frozenset({"certain", "probable", "possible"})
_TOLD = frozenset({"occurred", "ongoing", "prepared", "planned"})
_AGAINST = frozenset({"contradicts", "denies", "corrects"})
# Figures may differ about what all agree has happened.
_OF_THE_EVENT = frozenset({"polarity", "place", "time", "actor"})


def grade(
    claims: Sequence[Claim], relations: Iterable[Relation], origins: Mapping[str, str]
) -> Grade:
    """Return the credibility of an event by its claims and how they stand to each other.

    1 asks for two origins that are proven apart: they rest on bodies of two states, or of none
    (`speaks_for`), in words of their own. Without proof it is at most 2. One origin is 3, forecasts
    and bare mentions are 6. Contradicted is 5, and 4 where more origins affirm than contradict. A
    further origin that affirms never makes it worse (a law, tested in
    `tests/laws/test_weighing.py`).

    Args:
        claims: the claims of the event.
        relations: what stands between them; those that compare figures only are left aside.
        origins: the origin that each claim counts for, by the claim's id.
    """
    affirming = [claim for claim in claims if _affirms(claim)]
    behind = _first_by_origin(affirming, origins)
    against = _contradicting(claims, relations, origins)
    if not behind:
        return _judged(6, _why_unknown(claims), claims)
    if against:
        return _contradicted(behind, against)
    return _affirmed(behind, affirming, origins)


def _affirms(claim: Claim) -> bool:
    held = claim.polarity == "affirmed" and claim.status in _TOLD
    return held and claim.certainty in _HELD


def _first_by_origin(claims: Iterable[Claim], origins: Mapping[str, str]) -> dict[str, Claim]:
    """Return for each origin the claim that speaks best for it: one whose source is known."""
    found: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda one: (_voice(one) is None, one.id)):
        found.setdefault(origins.get(claim.id, ""), claim)
    return dict(sorted(found.items()))


def _voice(claim: Claim) -> tuple[str, str] | None:
    """Return for whom the source of a claim speaks, and its name; the innermost that is known."""
    told = ((speaks_for(source), source.name) for source in reversed(claim.sources))
    return next(((side, name) for side, name in told if side is not None), None)


def _contradicting(
    claims: Iterable[Claim], relations: Iterable[Relation], origins: Mapping[str, str]
) -> dict[str, Claim]:
    """Return for each origin that denies or contradicts the event the claim by which it does."""
    known = {claim.id: claim for claim in claims}
    found: dict[str, Claim] = {}
    for relation in sorted(relations, key=lambda one: one.id):
        if relation.kind not in _AGAINST or relation.why_not or not relation.independent:
            continue
        if not _OF_THE_EVENT.intersection(relation.differs):
            continue
        two = [known[one] for one in (relation.claim, relation.other) if one in known]
        for claim in two:
            if claim.polarity == "denied" or "polarity" not in relation.differs:
                found.setdefault(origins.get(claim.id, ""), claim)
    return found


def _why_unknown(claims: Sequence[Claim]) -> str:
    if any(claim.polarity == "denied" for claim in claims):
        return "denied, and affirmed by nobody"
    if claims and all(claim.status not in _TOLD for claim in claims):
        return "expected only: nobody says that it happened or is prepared"
    return "nobody says how sure it is"


def _contradicted(behind: Mapping[str, Claim], against: Mapping[str, Claim]) -> Grade:
    more = len(set(behind) - set(against)) > len(against)
    credibility: Credibility = 4 if more else 5
    word = "doubtful" if more else "improbable"
    reason = (
        f"{word}: affirmed by {_origins(len(behind))}, contradicted by {_origins(len(against))}"
    )
    return _judged(credibility, reason, (*behind.values(), *against.values()))


def _affirmed(
    behind: Mapping[str, Claim], affirming: Iterable[Claim], origins: Mapping[str, str]
) -> Grade:
    claims = tuple(behind.values())
    proven = _proven(affirming, origins)
    if proven is not None:
        names = " and ".join(sorted(proven))
        return _judged(1, f"confirmed: two independent origins affirm it, {names}", claims)
    if len(behind) > 1:
        reason = f"probably true: {_origins(len(behind))} affirm it, independence not proven"
        return _judged(2, reason, claims)
    return _judged(3, "possibly true: one origin affirms it", claims)


def _proven(claims: Iterable[Claim], origins: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the names of two sources of different sides, origins and words, None if none are."""
    sides: dict[str, dict[tuple[str, str], str]] = {}
    for claim in sorted(claims, key=lambda one: one.id):
        voice, origin = _voice(claim), origins.get(claim.id)
        if voice is not None and origin:
            sides.setdefault(voice[0], {}).setdefault((origin, claim.quote), voice[1])
    for one, other in combinations(sorted(sides), 2):
        for mine, its in product(sides[one], sides[other]):
            if mine[0] != its[0] and mine[1] != its[1]:
                return sides[one][mine], sides[other][its]
    return None


def _origins(count: int) -> str:
    return "one origin" if count == 1 else f"{count} origins"


def _judged(credibility: Credibility, reason: str, claims: Iterable[Claim]) -> Grade:
    ids = tuple(sorted({claim.id for claim in claims}))
    return Grade(credibility=credibility, reason=reason, claims=ids)
