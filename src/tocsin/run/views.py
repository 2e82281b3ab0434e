"""What a desk comes to when it is weighed, as of now or of any past day."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tocsin.errors import StoreError
from tocsin.run.moments import When, last_moment
from tocsin.run.shelf import shelf_of

if TYPE_CHECKING:
    from tocsin.keep.found import Standing
    from tocsin.keep.store import Store
    from tocsin.records import Carried, Estimate, Event, Origin, Record, Relation, Story
    from tocsin.run.weighing import Weighed

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)

Some = str | Iterable[str] | None


class Views:
    """The weighed views of what a store keeps; the last that was asked for is at hand.

    Every method raises StoreError, with the mend, when the database cannot be used.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._weighed: tuple[object, Weighed] | None = None

    def weighed(
        self,
        *,
        as_of: When = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> "Weighed":
        """Return what the reports come to when they are weighed: origins, events, figures.

        `as_of` gives it as it stood then, from what had been collected by the end of that day.
        `since` and `until` weigh only what was published between them; undated reports are left
        out. Each part is worked out when it is first asked for, and kept as long as nothing is
        added.
        """
        from tocsin.run.weighing import Weighed

        then = last_moment(as_of)
        key = (self._store.mark(), then, since, until)
        if self._weighed is None or self._weighed[0] != key:
            kept = _published(self._store.carried(as_of=then), since, until)
            overrides = self._store.overrides(as_of=then)
            self._weighed = key, Weighed(self._carried(kept), overrides, shelf_of=shelf_of)
        return self._weighed[1]

    def _carried(self, kept: "list[Standing]") -> "list[Carried]":
        """Return what weighing sees; marks that had to be made are kept, where they can be."""
        from tocsin.keep.found import Marks
        from tocsin.run.carrying import carried_from, stamp

        made: dict[str, bytes] = {}
        carried = list(carried_from(kept, self._store.marks(stamp()), made))
        if made:
            # A desk may be read-only, or another program may be writing: they are made again then.
            with suppress(StoreError):
                self._store.keep_marks(Marks(stamp=stamp(), packed=made))
        return carried

    def origins(self, *, as_of: When = None) -> "tuple[Origin, ...]":
        """Return the roots that reports go back to; each counts once, however many carry it."""
        return self.weighed(as_of=as_of).origins

    def stories(self, *, as_of: When = None) -> "tuple[Story, ...]":
        """Return the stories that reports tell."""
        return self.weighed(as_of=as_of).stories

    def events(
        self,
        *,
        type: Some = None,
        status: Some = None,
        place: str | None = None,
        country: Some = None,
        as_of: When = None,
    ) -> "list[Event]":
        """Return what claims of several reports tell of, each happening once."""
        from tocsin.run.choosing import choose_events

        found = self.weighed(as_of=as_of)
        return choose_events(found, type=type, status=status, place=place, country=country)

    def contradictions(
        self, *, event: str | None = None, type: Some = None, as_of: When = None
    ) -> "list[Relation]":
        """Return the claims that contradict, deny or correct each other, in pairs."""
        from tocsin.run.choosing import choose_relations

        return choose_relations(self.weighed(as_of=as_of), event=event, type=type)

    def estimates(
        self, *, event: str | None = None, type: Some = None, as_of: When = None
    ) -> "list[Estimate]":
        """Return the figures of each thing that is counted, by source over time, and fused.

        `event` is the id of an event, or its beginning.
        """
        from tocsin.run.choosing import choose_estimates

        return choose_estimates(self.weighed(as_of=as_of), event=event, type=type)

    def sources(self, *, as_of: When = None) -> "tuple[Record, ...]":
        """Return what the claims of each source came to, and the reliability earned by it."""
        return self.weighed(as_of=as_of).sources


def _published(
    standing: "Iterable[Standing]", since: datetime | None, until: datetime | None
) -> "list[Standing]":
    if since is None and until is None:
        return list(standing)
    first, last = since or EARLIEST, until or LATEST
    dated = ((one, one.sighting.published) for one in standing)
    return [one for one, when in dated if when is not None and first <= when <= last]
