"""Who says a claim: the origin that it counts for, and the source that has one vote by it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tocsin.records import Carried, Claim, Origin, Source, content_id
from tocsin.weigh.copies import cited_origins, claim_origins
from tocsin.weigh.estimate.bodies import body, longest, one_body
from tocsin.weigh.estimate.rules import lexicon, plain_name, state_name
from tocsin.weigh.naming import fullest

# Kinds of sources that are somebody: what they say is theirs in whichever report it stands.
_SOMEBODY = frozenset({"person", "role", "organisation", "state", "media", "document"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The origin of a claim, who stands behind it, and whether that is a source it cites."""

    origin: str
    source: str
    cited: bool


class Voices:
    """What was carried, from old to new, with who says each claim; worked out once for all.

    A person who is cited under several spellings is one voice. `counts_for` gives the origin that
    each claim counts for, by (sighting, claim id), those of former texts too.
    """

    def __init__(self, carried: Iterable[Carried], origins: Sequence[Origin]) -> None:
        known = {one.sighting: one for one in carried}.values()
        self.carried = sorted(known, key=lambda one: (moment(one), one.sighting))
        self._former = [_as_it_stood(one) for one in self.carried if one.former]
        every = (*self.carried, *self._former)
        cited = cited_origins(every)
        people = self._people()
        named = {one.name: one.id for one in cited if one.name}
        full = {name: best for name, best in people.items() if best in named}
        full |= _without_articles(named)
        self._lands: dict[str, str | None] = {}
        lands = self._bodies_of(every, named)
        bodies = one_body(lands)
        full |= {name: best for name, best in bodies.items() if best != name}
        self._cited = frozenset(one.id for one in cited)
        self._names = {one.id: one.name for one in (*origins, *cited) if one.name}
        self._same = {named[name]: named[best] for name, best in full.items() if name in named}
        self._bodies = {body(name, lands[name]): best for name, best in bodies.items()}
        self.counts_for = claim_origins(every, origins)
        self._pages = _pages(self.carried)

    def _bodies_of(
        self, carried: Iterable[Carried], cited: Mapping[str, str]
    ) -> dict[str, str | None]:
        """Return the cited bodies with the land that all reports that cite them tell of."""
        lands: dict[str, set[str | None]] = defaultdict(set)
        for one in carried:
            sources = (source for claim in one.claims for source in claim.sources)
            for name in {s.name for s in sources if s.kind == "organisation" and s.name in cited}:
                lands[name].add(self._land(one))
        return {name: next(iter(told)) if len(told) == 1 else None for name, told in lands.items()}

    def _land(self, carried: Carried) -> str | None:
        if carried.sighting not in self._lands:
            self._lands[carried.sighting] = _land(carried)
        return self._lands[carried.sighting]

    def _people(self) -> Mapping[str, str]:
        sources = (s for one in self.carried for claim in one.claims for s in claim.sources)
        return fullest({source.name for source in sources if source.kind == "person"})

    def claims(self) -> Iterator[tuple[Carried, Claim]]:
        """Yield every claim once, with the earliest sighting that has it."""
        seen: set[str] = set()
        for one in self.carried:
            for claim in one.claims:
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield one, claim

    def former(self) -> Iterator[tuple[Carried, Claim]]:
        """Yield what pages said before they were changed, with the version that said it."""
        for one in self._former:
            for claim in one.claims:
                yield one, claim

    def page(self, carried: Carried) -> str:
        """Return the text that stands now where a text stood: itself, or its newest version."""
        return self._pages.get(carried.sighting, (carried.report, 0))[0]

    def edits(self, carried: Carried) -> int:
        """Return how often a page was changed since a text stood there: 0 of what stands."""
        if carried.sighting in self._pages:
            return self._pages[carried.sighting][1]
        # Its newer version may be outside of what is weighed.
        return 1 if carried.newer else 0

    def of(self, carried: Carried, claim: Claim) -> Voice:
        """Return who says `claim`; a report that no origin holds is an origin of its own."""
        origin = self.counts_for.get((carried.sighting, claim.id))
        if origin is None:
            return Voice(
                content_id("origin", carried.report), who_says(claim, carried), cited=False
            )
        origin = self._same.get(origin, origin)
        cited = origin in self._cited
        source = None if cited else self._body(claim, carried)
        source = source or self._names.get(origin) or who_says(claim, carried)
        return Voice(origin, source, cited)

    def _body(self, claim: Claim, carried: Carried) -> str | None:
        """Return the body without a name of its own that says it, with its land: one voice.

        "The health ministry" of two reports on one land is one ministry; None without a land.
        """
        name = next((s.name for s in reversed(claim.sources) if s.kind == "organisation"), None)
        if name is None or any(word[:1].isupper() for word in name.split()[1:]):
            return None
        land = self._land(carried)
        known = body(name, land)
        full = longest(known, filter(None, self._bodies)) if known else None
        if full in self._bodies:
            return self._bodies[full]
        return f"{plain_name(name)} ({state_name(land)})" if land else None


def _without_articles(names: Iterable[str]) -> Mapping[str, str]:
    """Return for each cited name that it goes by with an article the one without, if it is there.

    >>> _without_articles(("The Red Crescent", "Red Crescent", "The Hague"))
    {'The Red Crescent': 'Red Crescent'}
    """
    known = {name.casefold(): name for name in names}
    articles = lexicon().rules.scope.whose
    pairs = ((name, *name.partition(" ")) for name in known.values())
    plain = {name: rest for name, first, _, rest in pairs if first.casefold() in articles}
    return {name: known[r.casefold()] for name, r in plain.items() if r.casefold() in known}


def _as_it_stood(one: Carried) -> Carried:
    return replace(one, claims=one.former, former=())


def _pages(carried: Sequence[Carried]) -> Mapping[str, tuple[str, int]]:
    """Return by replaced sighting the text that stands at its page, and how many edits later."""
    seen = {one.sighting: one for one in carried}
    newer = {one.sighting: one.newer for one in carried if one.newer in seen}
    found: dict[str, tuple[str, int]] = {}
    for sighting in newer:
        last, passed = sighting, set[str]()
        while last in newer and last not in passed:
            passed.add(last)
            last = newer[last] or last
        found[sighting] = seen[last].report, len(passed)
    return found


def _land(carried: Carried) -> str | None:
    """Return the country that most of a report's claims are in, None where none is told."""
    told = Counter(c.place.country for c in carried.claims if c.place and c.place.country)
    return min(told, key=lambda code: (-told[code], code), default=None)


def moment(carried: Carried) -> datetime:
    """Return when a sighting was published, or else collected."""
    when = carried.published or carried.collected_at
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def who_says(claim: Claim, carried: Carried) -> str:
    """Return who gives the claim: the innermost link that is somebody, else the publisher.

    "Reuters, citing the ministry" is the ministry.
    """
    links = named_sources(claim)
    if links:
        return links[-1].name
    return carried.publisher or carried.url or carried.file or carried.sighting


def named_sources(claim: Claim) -> list[Source]:
    """Return the links of a claim's chain that are somebody with a name, the outermost first."""
    return [source for source in claim.sources if source.kind in _SOMEBODY and _proper(source)]


def _proper(source: Source) -> bool:
    return source.ref is not None or any(part[:1].isupper() for part in source.name.split())
