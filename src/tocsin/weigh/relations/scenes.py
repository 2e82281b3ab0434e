"""Where claims stand: in which event, incident, story and place; and how near two of them are."""

from collections.abc import Iterable, Iterator, Mapping

from tocsin.records import Event, Place
from tocsin.weigh.events.places import nearness
from tocsin.weigh.events.tellings import nearest
from tocsin.weigh.relations.pairs import Told

Key = tuple[str, ...]


class Scenes:
    """The setting of each claim, worked out for those that are asked for."""

    def __init__(self, events: Iterable[Event], stories: Mapping[str, str] | None = None) -> None:
        self._stories = stories or {}
        self._events: dict[str, Event] = {}
        for event in events:
            self._events.update(dict.fromkeys(event.claims, event))
        self._near: dict[str, dict[str, Place]] = {}

    def event(self, *told: Told) -> str:
        """Return the event of the first of some claims that has one, "" for none."""
        found = (self._events.get(one.claim.id) for one in told)
        return next((event.id for event in found if event is not None), "")

    def keys(self, one: Told) -> Iterator[Key]:
        """Yield by what a claim meets others of one deed: story, incident, report, place."""
        story, event = self._stories.get(one.carried.sighting), self._events.get(one.claim.id)
        if story is not None:
            yield "story", story
        if event is not None:
            yield "incident", event.incident
        yield "report", one.report
        place = self.place(one)
        if place is not None and place.name:
            yield "place", place.name

    def place(self, one: Told) -> Place | None:
        """Return the place of a claim, else the one that its report told of last before it."""
        if one.claim.place is not None:
            return one.claim.place
        if one.report not in self._near:
            self._near[one.report] = nearest(one.carried.claims)
        return self._near[one.report].get(one.claim.id)

    def shared(self, one: Told, other: Told) -> int:
        """Return how much of the setting of two claims is the same: event, incident, story."""
        mine, its = self._events.get(one.claim.id), self._events.get(other.claim.id)
        if mine is not None and its is not None and mine.incident == its.incident:
            return 3 if mine.id == its.id else 2
        story = self._stories.get(one.carried.sighting)
        same = story is not None and story == self._stories.get(other.carried.sighting)
        return 1 if same or one.report == other.report else 0

    def in_two_stories(self, one: Told, other: Told) -> bool:
        """Return whether two claims are of two stories that are known, and of no one incident."""
        mine, its = (self._stories.get(told.carried.sighting) for told in (one, other))
        return mine is not None and its is not None and not self.shared(one, other)

    def in_two_lands(self, one: Told, other: Told) -> bool:
        """Return whether two claims are told of places in two countries."""
        mine, its = self.place(one), self.place(other)
        lands = {place.country for place in (mine, its) if place is not None and place.country}
        return len(lands) > 1

    def placed(self, one: Told, other: Told) -> int:
        """Return 1 where two claims are told of one place, -1 where of two, -2 of two lands."""
        if self.in_two_lands(one, other):
            return -2
        here = nearness(self.place(one), self.place(other))
        return 1 if here == "same" else -1 if here == "apart" else 0
