"""How claims of one report answer each other: a denial and what it denies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tocsin.records import Claim, Response


def answered(claims: Sequence[Claim]) -> list[Claim]:
    """Return `claims` with each denial tied to the claims of others that it denies.

    A denial answers an affirmed claim of the same type, by another source, that shares a
    participant and stands in no condition. Nothing is tied by nearness alone.
    """
    told: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.polarity == "affirmed" and claim.status != "hypothetical":
            for who in _participants(claim):
                told.setdefault((claim.event.type, who), []).append(claim)
    return [_answering(c, told) if c.polarity == "denied" else c for c in claims]


def _answering(denial: Claim, told: Mapping[tuple[str, str], list[Claim]]) -> Claim:
    near = [c for who in _participants(denial) for c in told.get((denial.event.type, who), ())]
    ids = dict.fromkeys(c.id for c in near if _voice(c) != _voice(denial))
    denied = tuple(Response(claim=i, how="denies") for i in ids)
    return replace(denial, responds_to=denied) if denied else denial


def _voice(claim: Claim) -> tuple[str, ...]:
    return tuple(source.name for source in claim.sources)


def _participants(claim: Claim) -> list[str]:
    return list(dict.fromkeys((role.name or role.text).casefold() for role in claim.roles))
