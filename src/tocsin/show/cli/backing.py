"""From the id of what was weighed back to the claims that it rests on, for `tocsin why`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tocsin.show.cli.cards import cards, origin
from tocsin.show.cli.contradictions import RELATIONS
from tocsin.show.cli.estimates import ESTIMATES
from tocsin.show.cli.events import EVENTS
from tocsin.show.cli.origins import ORIGINS
from tocsin.show.cli.stories import STORIES

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.weighing import Weighed

# An event that the whole world reports has more claims than anyone reads at once.
SHOWN = 30
LOOKS = {
    "origin": ORIGINS,
    "story": STORIES,
    "event": EVENTS,
    "relation": RELATIONS,
    "estimate": ESTIMATES,
}


def is_weighed(given: str) -> bool:
    """Return whether `given` is the id of something that weighing makes, or the start of one."""
    return given.strip().partition("_")[0] in LOOKS


def record(found: "Weighed", given: str) -> dict[str, object]:
    """Return what the id `given` names as programs get it, with the claims it rests on.

    Raises:
        InputError: when no id, or more than one, begins so.
    """
    kind = given.strip().partition("_")[0]
    one = found.by_id(kind, given)
    return {**LOOKS[kind].record(one, found), "rests_on": found.claims_of(one)}


def drawn(found: "Weighed", given: str) -> "Iterator[RenderableType]":
    """Yield what the id `given` names, then the claims that it rests on.

    Raises:
        InputError: when no id, or more than one, begins so.
    """
    kind = given.strip().partition("_")[0]
    one = found.by_id(kind, given)
    yield from LOOKS[kind].card(one, found)
    claims = found.claims_of(one)
    told = [found.told[claim] for claim in claims[:SHOWN]]
    yield from cards((one.claim, origin(one.carrier)) for one in told)
    if len(claims) > SHOWN:
        yield f"… and {len(claims) - SHOWN} more claims; --json names them all"
    yield "`tocsin why` with the id of a claim shows its exact words in their sentence."
