"""How claims of one report answer each other: a denial and what it denies."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import Claim, Response


def answered(claims: Sequence[Claim]) -> list[Claim]:
    """Return `claims` with each denial tied to the claims of others that it denies.

    A denial answers an affirmed claim of the same type, by another source, that shares a
    participant and stands in no condition. Nothing is tied by nearness alone.
    """
    return [_answering(claim, claims) if claim.polarity == "denied" else claim for claim in claims]


def _answering(denial: Claim, claims: Sequence[Claim]) -> Claim:
    denied = [
        Response(claim=other.id, how="denies")
        for other in claims
        if other.polarity == "affirmed"
        and other.event.type == denial.event.type
        and other.status != "hypothetical"
        and _voice(other) != _voice(denial)
        and _participants(other) & _participants(denial)
    ]
    return replace(denial, responds_to=tuple(denied)) if denied else denial


def _voice(claim: Claim) -> tuple[str, ...]:
    return tuple(source.name for source in claim.sources)


def _participants(claim: Claim) -> frozenset[str]:
    return frozenset((role.name or role.text).casefold() for role in claim.roles)
