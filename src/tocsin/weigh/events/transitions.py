"""When the status of an event moved on: from foretold to planned, prepared, under way, past."""

from collections.abc import Sequence

from tocsin.records import Claim, Transition
from tocsin.weigh.events.tellings import Telling

# How far on an event is; a status that comes later in time but not further on is no transition.
_STEPS = ("hypothetical", "predicted", "planned", "prepared", "ongoing", "occurred")


def transitions(told: Sequence[tuple[Telling, Claim]]) -> tuple[Transition, ...]:
    """Return each status as first stated, in the order of time, with the claims that state it.

    `told` holds affirmed claims from old to new, each once however often it was copied. The claims
    of a transition are those of the first report that gives the status.
    """
    found: list[Transition] = []
    for telling, claim in told:
        step = _STEPS.index(claim.status)
        if found and step <= _STEPS.index(found[-1].status):
            continue
        claims = tuple(
            other.id
            for one, other in told
            if one.report == telling.report and other.status == claim.status
        )
        now = Transition(status=claim.status, at=telling.at, claims=claims)
        if found and found[-1].at == telling.at:
            found.pop()
        found.append(now)
    return tuple(found)
