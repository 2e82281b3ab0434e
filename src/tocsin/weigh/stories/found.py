"""Stories: which reports are about one train of events, and what it may be called."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from tocsin.records import Carried, Numbers, Origin, Story, content_id
from tocsin.weigh.stories.merging import merge
from tocsin.weigh.stories.threads import Item, Thread, Threads
from tocsin.weigh.stories.weights import Vector, Weights, numbered

_COPIED = frozenset({"copy", "rewrite"})
# What words tell is learned from so many first reports before any is followed.
LEARN = 2000


def find_stories(carried: Sequence[Carried], origins: Sequence[Origin]) -> tuple[Story, ...]:
    """Return the stories that the reports of `carried` are about; every sighting is in one.

    Reports are followed from old to new: one joins the story it is nearest to, the nearer the
    fresher it is; stories that drift are parted and stories that turn out to be one are joined.
    Copies go with what they were copied from and have no weight of their own; a composite of two
    origins joins neither to the other and follows its own words. The order of `carried` makes no
    difference. Once there are more than `LEARN` reports, later ones take no id
    away: it stays the id of a story or is named in the `came_from` of one.
    """
    ordered = sorted({one.sighting: one for one in carried}.values(), key=_when)
    roots = _roots(ordered, origins)
    own = [one for one in ordered if roots[one.sighting] == one.sighting]
    words, count = numbered(_words(one) for one in own)
    items = [Item(number, moment(one), words[number]) for number, one in enumerate(own)]
    weights = Weights(count)
    weights.learn(item.words for item in items[:LEARN])
    threads = Threads(weights)
    for item in items:
        threads.follow(item)
    copies = defaultdict(list)
    for one in ordered:
        copies[roots[one.sighting]].append(one)
    named = _Named(own, copies, origins, weights)
    stories = (named.story(group) for group in merge(threads.all, weights))
    return tuple(sorted(stories, key=lambda story: (story.first, story.id)))


def moment(one: Carried) -> datetime:
    """Return when a sighting was published, or else collected."""
    when = one.published or one.collected_at
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


class _Named:
    """Makes a story of threads: its id, its name and its members."""

    def __init__(
        self,
        own: Sequence[Carried],
        copies: dict[str, list[Carried]],
        origins: Iterable[Origin],
        weights: Weights,
    ) -> None:
        self._own = own
        self._copies = copies
        self._weights = weights
        self._origins: dict[str, set[str]] = defaultdict(set)
        for origin in origins:
            for member in origin.members:
                self._origins[member.sighting].add(origin.id)

    def story(self, threads: Sequence[Thread]) -> Story:
        items = sorted((i for t in threads for i in t.items), key=lambda item: item.number)
        members = [one for i in items for one in self._copies[self._own[i.number].sighting]]
        members.sort(key=_when)
        name, named_in = self._name(threads, items)
        return Story(
            id=self._id(threads[0]),
            name=name,
            named_in=named_in,
            sightings=tuple(one.sighting for one in members),
            origins=tuple(sorted({o for one in members for o in self._origins[one.sighting]})),
            first=moment(members[0]),
            last=moment(members[-1]),
            came_from=self._came_from(threads),
        )

    def _id(self, thread: Thread) -> str:
        return content_id("story", self._own[thread.items[0].number].report)

    def _came_from(self, threads: Sequence[Thread]) -> tuple[str, ...]:
        parted = [t.came_from for t in threads if t.came_from and t.came_from not in threads]
        ids = [self._id(thread) for thread in (*threads[1:], *parted)]
        return tuple(dict.fromkeys(ids))

    def _name(self, threads: Sequence[Thread], items: Sequence[Item]) -> tuple[str, str]:
        """Return the title of the most central report that has one, or a quote of it."""
        centre = self._centre(threads)
        ranked = sorted(items, key=lambda item: (-self._near(item, centre), item.number))
        for item in ranked:
            one = self._own[item.number]
            if one.title and one.title.strip():
                return one.title, one.sighting
        for item in ranked:
            one = self._own[item.number]
            if one.claims:
                return one.claims[0].quote, one.sighting
        return "", self._own[ranked[0].number].sighting

    def _centre(self, threads: Sequence[Thread]) -> Vector:
        centre: Vector = defaultdict(float)
        for thread in threads:
            for word, x in thread.centre.items():
                centre[word] += x
        return centre

    def _near(self, item: Item, centre: Vector) -> float:
        words, square = item.words, self._weights.square
        held = [centre.get(word, 0.0) for word in words.which.tolist()]
        both = sum((words.told * held * square[words.which]).tolist())
        return both / self._weights.length(words.which, words.told) if both else 0.0


def _when(one: Carried) -> tuple[datetime, str]:
    return moment(one), one.sighting


def _words(one: Carried) -> Numbers:
    return one.fingerprint.words or one.fingerprint.title_marks


def _roots(ordered: Sequence[Carried], origins: Iterable[Origin]) -> dict[str, str]:
    """Return for every sighting the one it is a copy of, or itself; a composite is of itself."""
    origins = sorted(origins, key=lambda one: one.id)
    composites = _composites(origins)
    known = {one.sighting: number for number, one in enumerate(ordered)}
    root = {one.sighting: one.sighting for one in ordered}
    first: dict[str, str] = {}
    for one in ordered:
        root[one.sighting] = first.setdefault(one.report, one.sighting)
    for origin in origins:
        same = [m.sighting for m in origin.members if m.how in (*_COPIED, "first")]
        whole = (one for one in same if one in known and one not in composites)
        there = sorted(whole, key=known.__getitem__)
        for sighting in there[1:]:
            _join(root, there[0], sighting, known)
    return {sighting: _find(root, sighting) for sighting in root}


def _composites(origins: Iterable[Origin]) -> set[str]:
    """Return the sightings that carry texts of more than one origin."""
    carrying = (m.sighting for one in origins for m in one.members if m.how in _COPIED)
    return {sighting for sighting, count in Counter(carrying).items() if count > 1}


def _join(root: dict[str, str], one: str, other: str, age: dict[str, int]) -> None:
    first, second = sorted((_find(root, one), _find(root, other)), key=age.__getitem__)
    root[second] = first


def _find(root: dict[str, str], sighting: str) -> str:
    while root[sighting] != sighting:
        root[sighting] = root[root[sighting]]
        sighting = root[sighting]
    return sighting
