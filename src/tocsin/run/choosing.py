"""What of a weighed view is asked for: by kind of event, country, place, source."""

from collections.abc import Iterable

from tocsin.records import Estimate, Event, Record, Relation
from tocsin.run.weighing import Told, Weighed

DISAGREEMENTS = ("contradicts", "denies", "corrects")
Some = str | Iterable[str] | None


def choose_events(  # noqa: PLR0913 - a filter each, all by name
    found: Weighed,
    *,
    type: Some = None,
    status: Some = None,
    place: str | None = None,
    country: Some = None,
    source: str | None = None,
    moved: bool = False,
    credibility: int | None = None,
) -> list[Event]:
    """Return the events that fit, in their order; `status` is the last one of an event."""
    return [
        event
        for event in found.events
        if _is(event.type, type)
        and _is(_status(event), status)
        and _there(event, place, country)
        and (not moved or len(event.transitions) > 1)
        and (credibility is None or event.grade.credibility <= credibility)
        and (source is None or any(_says(found.told[claim], source) for claim in event.claims))
    ]


def choose_relations(  # noqa: PLR0913 - a filter each, all by name
    found: Weighed,
    *,
    kinds: Iterable[str] = (),
    event: str | None = None,
    type: Some = None,
    place: str | None = None,
    country: Some = None,
    source: str | None = None,
    uncompared: bool = False,
) -> list[Relation]:
    """Return how claims stand to each other; by default where they disagree.

    Pairs that cannot be compared (another population, another day) are no disagreement;
    `uncompared` gives them too.
    """
    wanted, within = (
        tuple(kinds) or DISAGREEMENTS,
        found.by_id("event", event).id if event else None,
    )
    return [
        relation
        for relation in found.relations
        if relation.kind in wanted
        and (uncompared or relation.why_not is None)
        and within in (None, relation.event)
        and _is(found.happened[relation.event].type, type)
        and _there(found.happened[relation.event], place, country)
        and (
            source is None
            or any(_says(found.told[claim], source) for claim in (relation.claim, relation.other))
        )
    ]


def choose_estimates(  # noqa: PLR0913 - a filter each, all by name
    found: Weighed,
    *,
    given: str | None = None,
    event: str | None = None,
    type: Some = None,
    place: str | None = None,
    country: Some = None,
    source: str | None = None,
) -> list[Estimate]:
    """Return the estimates that fit, those with most origins first."""
    within = found.by_id("event", event).id if event else None
    only = found.by_id("estimate", given).id if given else None
    kept = [
        estimate
        for estimate in found.estimates
        if only in (None, estimate.id)
        and within in (None, estimate.event)
        and _is(estimate.type, type)
        and _counted_there(estimate, found, place, country)
        and (source is None or any(_in(source, one.source) for one in estimate.histories))
    ]
    return sorted(kept, key=_weight)


def choose_sources(found: Weighed, name: str | None = None) -> list[Record]:
    """Return the records of the sources whose name holds `name`, the most settled first."""
    kept = [record for record in found.sources if name is None or _in(name, record.source)]
    return sorted(kept, key=lambda record: (-record.n, -record.claims, record.source))


def _weight(estimate: Estimate) -> tuple[int, int, str]:
    origins = {history.origin for history in estimate.histories}
    figures = sum(len(history.figures) for history in estimate.histories)
    return -len(origins), -figures, estimate.id


def _is(value: str | None, wanted: Some) -> bool:
    if wanted is None:
        return True
    return value in ((wanted,) if isinstance(wanted, str) else tuple(wanted))


def _status(event: Event) -> str | None:
    return event.transitions[-1].status if event.transitions else None


def _there(event: Event, place: str | None, country: Some) -> bool:
    held = event.place
    if country is not None:
        codes = (country,) if isinstance(country, str) else tuple(country)
        if held is None or held.country not in {code.upper() for code in codes}:
            return False
    return place is None or (held is not None and _in(place, held.name or "", held.text))


def _counted_there(estimate: Estimate, found: Weighed, place: str | None, country: Some) -> bool:
    named = place is None or _in(place, estimate.place or "")
    event = found.happened.get(estimate.event)
    if event is None:
        return named and country is None
    return (named or _there(event, place, None)) and _there(event, None, country)


def _says(told: Told, source: str) -> bool:
    names = [name for one in told.claim.sources for name in (one.name, one.text)]
    return _in(source, *(names or [told.carrier.publisher or ""]))


def _in(words: str, *names: str) -> bool:
    return any(words.casefold().strip() in name.casefold() for name in names)
