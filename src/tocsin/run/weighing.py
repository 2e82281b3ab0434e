"""Joins the parts of weighing: from what a desk holds to origins, events, figures and sources.

Nothing of it is stored in a desk. Each view, now or of a past day, is worked out from the claims
that stood then, so that no result is ever overwritten and every one can be had again. What was
worked out for a large desk is laid aside for the next command (see `shelf.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, wraps
from typing import Any, TypeVar

from tocsin.errors import InputError
from tocsin.keep.collector import no_search_for_cycles
from tocsin.records import (
    Carried,
    Claim,
    Estimate,
    Event,
    Grade,
    Origin,
    Override,
    Record,
    Relation,
    Story,
)
from tocsin.run.shelf import Shelf
from tocsin.weigh.copies import cited_origins, find_origins
from tocsin.weigh.credibility import grade
from tocsin.weigh.estimate import Group, Voices, estimate, groups_of
from tocsin.weigh.events import join_events
from tocsin.weigh.relations import relate
from tocsin.weigh.reliability import earn
from tocsin.weigh.stories import find_stories

T = TypeVar("T")
Weighable = Origin | Story | Event | Relation | Estimate

CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with the sighting that carried it first, and the origin that it counts for."""

    claim: Claim
    carrier: Carried
    origin: str | None


def _once(make: Callable[[Any], T]) -> cached_property[T]:
    """Return a part of a view that is worked out when it is first asked for."""

    @wraps(make)
    def made(view: Any) -> T:  # noqa: ANN401 - whichever view has the part
        with no_search_for_cycles():
            return make(view)

    return cached_property(made)


def _kept(kind: type[T]) -> Callable[[Callable[[Any], T]], cached_property[T]]:
    """Return what makes a part of a view that is looked for on its shelf, and laid there."""

    def part(make: Callable[[Any], T]) -> cached_property[T]:
        @wraps(make)
        def made(view: "Weighed") -> T:
            name, shelf = make.__name__.strip("_"), view.shelf
            found = shelf.get(name, kind) if shelf else None
            if found is None:
                found = make(view)
                if shelf:
                    shelf.put(name, found)
            return found

        return _once(made)

    return part


class Weighed:
    """What one view of a desk comes to; each part is worked out when it is first asked for.

    The same sightings in any order give the same, and a copy changes no figure and no count.
    `shelf_of` gives where parts lie that were worked out before from the very same, if anywhere.
    """

    def __init__(
        self,
        carried: Iterable[Carried],
        overrides: Iterable[Override] = (),
        *,
        shelf_of: Callable[[Sequence[Carried]], Shelf | None] | None = None,
    ) -> None:
        with no_search_for_cycles():
            self.carried = tuple(sorted(carried, key=_when))
            self.shelf = shelf_of(self.carried) if shelf_of else None
        self.overrides = tuple(overrides)

    @_kept(tuple[Origin, ...])
    def origins(self) -> tuple[Origin, ...]:
        """Reports by the root they go back to, each of which counts once."""
        return find_origins(self.carried)

    @_kept(tuple[Story, ...])
    def stories(self) -> tuple[Story, ...]:
        """Reports by the train of events that they tell of."""
        return find_stories(self.carried, self.origins)

    @_kept(tuple[Event, ...])
    def events(self) -> tuple[Event, ...]:
        """What happened, is under way or may come, each once, with its grade of credibility."""
        return tuple(replace(event, grade=self._grade(event)) for event in self._joined)

    @_kept(tuple[Event, ...])
    def _joined(self) -> tuple[Event, ...]:
        return join_events(self.carried, self.origins, stories=self._story_of)

    @_once
    def _story_of(self) -> Mapping[str, str]:
        return {sighting: story.id for story in self.stories for sighting in story.sightings}

    def _grade(self, event: Event) -> Grade:
        claims = tuple(self.told[claim].claim for claim in event.claims)
        return grade(claims, self._related.get(event.id, ()), self._counted)

    @_once
    def _counted(self) -> Mapping[str, str]:
        return {claim: told.origin for claim, told in self.told.items() if told.origin}

    @_once
    def _related(self) -> Mapping[str, list[Relation]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.event, []).append(relation)
        return found

    @_kept(tuple[Relation, ...])
    def relations(self) -> tuple[Relation, ...]:
        """How claims about one event stand to each other."""
        return relate(
            self._joined,
            self.carried,
            self.origins,
            voices=self._voices,
            groups=self._groups,
            stories=self._story_of,
        )

    @_kept(tuple[Estimate, ...])
    def estimates(self) -> tuple[Estimate, ...]:
        """The figures of each thing that is counted, by source and fused."""
        return estimate(self.carried, self._joined, self.origins, groups=self._groups)

    @_once
    def _voices(self) -> Voices:
        return Voices(self.carried, self.origins)

    @_once
    def _groups(self) -> tuple[Group, ...]:
        return groups_of(self._voices, self._joined, self._story_of)

    @_once
    def sources(self) -> tuple[Record, ...]:
        """What the claims of each source came to, and the reliability earned by it."""
        return earn(self.carried, self.events, self.relations, self.origins, self.overrides)

    @_once
    def told(self) -> Mapping[str, Told]:
        """Every claim by its id, with the sighting that carried it first."""
        counted = self._voices.counts_for
        return {
            claim.id: Told(claim=claim, carrier=one, origin=counted.get((one.sighting, claim.id)))
            for one in reversed(self.carried)
            for claim in one.claims or one.former
        }

    @_once
    def seen(self) -> Mapping[str, Carried]:
        """Every sighting by its id."""
        return {one.sighting: one for one in self.carried}

    @_once
    def happened(self) -> Mapping[str, Event]:
        """Every event by its id."""
        return {event.id: event for event in self.events}

    @_once
    def cited(self) -> tuple[Origin, ...]:
        """The sources that claims rest on, each with the reports that cite it.

        A claim counts for the source that it rests on, else for the origin of its report: these
        are the other ids that the origin of a claim or figure may have.
        """
        return cited_origins(self.carried)

    @_once
    def names(self) -> Mapping[str, str]:
        """Who stands behind each origin, by its id, where anything tells."""
        every = (*self.origins, *self.cited)
        return {origin.id: origin.name for origin in every if origin.name}

    def by_id(self, kind: str, given: str) -> Weighable:
        """Return the one of `kind` ("origin", "event", …) whose id begins with `given`.

        Raises:
            InputError: when no id, or more than one, begins so.
        """
        start = given.strip().removeprefix(f"{kind}_")
        things: list[Weighable] = [*getattr(self, PARTS[kind])]
        if kind == "origin":
            things += self.cited
        found = [one for one in things if start and one.id.startswith(f"{kind}_{start}")]
        if len(found) == 1:
            return found[0]
        if not found:
            raise InputError(f"no {kind} {given!r} here: `tocsin {COMMANDS[kind]}` lists them")
        listed = ", ".join(one.id for one in found[:CANDIDATES])
        raise InputError(f"{given!r} begins several ids: give more of one of {listed} …")

    def claims_of(self, one: Weighable) -> tuple[str, ...]:
        """Return the ids of the claims that `one` rests on, each once."""
        match one:
            case Event():
                return one.claims
            case Relation():
                return one.claim, one.other
            case Estimate():
                held = (figure.claim for h in one.histories for figure in h.figures)
                return tuple(dict.fromkeys(held))
            case Story():
                return self._of(one.sightings)
            case Origin():
                return self._of(member.sighting for member in one.members)

    def _of(self, sightings: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.id for name in sightings for c in self.seen[name].claims))


PARTS = {
    "origin": "origins",
    "story": "stories",
    "event": "events",
    "relation": "relations",
    "estimate": "estimates",
}
COMMANDS = {**PARTS, "relation": "contradictions"}


def _when(one: Carried) -> tuple[datetime, str]:
    return one.published or one.collected_at, one.sighting
