"""When an event is: what its clause says, or a clause whose time it shares."""

from collections.abc import Sequence

from tocsin.read.claims.onward import ever_since, since_then
from tocsin.read.claims.ownership import Ground
from tocsin.read.events.event import Event
from tocsin.read.syntax import Token
from tocsin.records import Time

_TO_COME = "FUTURE_REF"
_REFERENCES = frozenset({_TO_COME, "PRESENT_REF", "PAST_REF"})


def moment(event: Event, times: Sequence[Time], ground: Ground) -> Time | None:
    """Return when the event is: its own expression, else that of a verb whose time it shares.

    Then comes that of the event that brings it about ("the fighting since April has forced …").
    What is dated goes before what is only now, lately or to come.

    A bare length of time ("for two years") says how long, not when, and an age says neither.
    """
    for find in (
        ground.own,
        ground.shared,
        ground.caused,
        ground.later,
        ground.amid,
        ground.meanwhile,
    ):
        found = find(times, event)
        dated = [time for time, head in found if _is_dated(time, head, event)]
        if dated:
            time = min(dated, key=lambda time: time.value in _REFERENCES)
            return since_then(event, time, ground) or time
    dated = [time for time in times if time.start or time.end]
    return ever_since(event, dated, ground)


def _is_dated(time: Time, head: Token, event: Event) -> bool:
    # "Future attacks" are attacks to come, at no time that is stated; "recent intelligence" dates
    # the intelligence.
    others = time.value in _REFERENCES and head.head != event.head.i
    mere = head.rel == "amod" and (others or time.value == _TO_COME)
    return not mere and bool(time.start or time.end)
