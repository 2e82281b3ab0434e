"""From the id of what was weighed back to the claims that it rests on, for `tocsin why`."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tocsin.show.cli.cards import cards, origin
from tocsin.show.cli.contradictions import card as relation_card
from tocsin.show.cli.contradictions import record as relation_record
from tocsin.show.cli.estimates import card as estimate_card
from tocsin.show.cli.estimates import record as estimate_record
from tocsin.show.cli.events import card as event_card
from tocsin.show.cli.events import record as event_record
from tocsin.show.cli.origins import card as origin_card
from tocsin.show.cli.origins import record as origin_record
from tocsin.show.cli.stories import card as story_card
from tocsin.show.cli.stories import record as story_record

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.weighing import Weighed

# An event that the whole world reports has more claims than anyone reads at once.
SHOWN = 30
KINDS: dict[str, tuple[Callable[..., dict[str, object]], Callable[..., Any]]] = {
    "origin": (origin_record, origin_card),
    "story": (story_record, story_card),
    "event": (event_record, event_card),
    "relation": (relation_record, relation_card),
    "estimate": (estimate_record, estimate_card),
}


def is_weighed(given: str) -> bool:
    """Return whether `given` is the id of something that weighing makes, or the start of one."""
    return given.strip().partition("_")[0] in KINDS


def record(found: "Weighed", given: str) -> dict[str, object]:
    """Return what the id `given` names as programs get it, with the claims it rests on.

    Raises:
        InputError: when no id, or more than one, begins so.
    """
    kind = given.strip().partition("_")[0]
    one = found.by_id(kind, given)
    return {**KINDS[kind][0](one, found), "rests_on": found.claims_of(one)}


def drawn(found: "Weighed", given: str) -> "Iterator[RenderableType]":
    """Yield what the id `given` names, then the claims that it rests on.

    Raises:
        InputError: when no id, or more than one, begins so.
    """
    kind = given.strip().partition("_")[0]
    one = found.by_id(kind, given)
    yield from KINDS[kind][1](one, found)
    claims = found.claims_of(one)
    told = [found.told[claim] for claim in claims[:SHOWN]]
    yield from cards((one.claim, origin(one.carrier)) for one in told)
    if len(claims) > SHOWN:
        yield f"… and {len(claims) - SHOWN} more claims; --json names them all"
    yield "`tocsin why` with the id of a claim shows its exact words in their sentence."
