"""Who answers for a claim: one source under all its spellings, two outlets of one name apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tocsin.records import Carried, Claim, Source
from tocsin.weigh.copies.addresses import house_of, site_of
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.voices import named_sources
from tocsin.weigh.naming import fullest, one_spelling, plain

# The kinds of source that may be somebody whom nobody names: "a US official".
_UNNAMED = frozenset({"person", "role"})


class Answering:
    """Who answers for the claims of some carried reports, by the names that sources go by there."""

    def __init__(self, carried: Sequence[Carried], language: str = "en") -> None:
        self._rules = lexicon(language).rules
        told = [link for one in carried for claim in one.claims for link in self._links(claim)]
        people = fullest({link.name for link in told if link.kind == "person"})
        self._people = {name: best for name, best in people.items() if best != name}
        names = [self._people.get(link.name, link.name) for link in told]
        names += [one.publisher for one in carried if one.publisher]
        spelled = one_spelling(names, self._rules.scope.whose)
        self._spelled = {self._plain(name): best for name, best in spelled.items()}
        self._sites = _apart(self._outlets(carried))

    def _outlets(self, carried: Iterable[Carried]) -> Iterator[tuple[str, str]]:
        for one in carried:
            if one.publisher and one.url:
                yield self._plain(one.publisher), site_of(one)

    def name(self, name: str) -> str:
        """Return the name that a source goes by, whatever the article or the case."""
        return self._spelled.get(self._plain(name), name)

    def publisher(self, one: Carried) -> str | None:
        """Return the name of an outlet, with its site where another of that name has its own."""
        if not one.publisher:
            return None
        sites = self._sites.get(self._plain(one.publisher), ())
        own = next((site for site in sites if one.url and alike(site_of(one), site)), None)
        name = self.name(one.publisher)
        return f"{name} ({own})" if own is not None and len(sites) > 1 else name

    def of(self, claim: Claim, one: Carried) -> tuple[str, str]:
        """Return who gives a claim, and of what kind he is.

        That is the innermost source that could be asked again, or the publisher.
        """
        links = self._links(claim)
        if links:
            last = links[-1]
            return self.name(self._people.get(last.name, last.name)), last.kind
        return self.publisher(one) or one.url or one.file or one.sighting, "publisher"

    def _links(self, claim: Claim) -> list[Source]:
        return [link for link in named_sources(claim) if not self._is_nobody(link)]

    def _is_nobody(self, link: Source) -> bool:
        """Whether a source is a person whom nobody names: "a US official", "two diplomats"."""
        words = link.name.casefold().split()
        rules = self._rules.unnamed
        named = link.kind not in _UNNAMED or link.ref is not None or not words
        if named or any(word in rules.speaks for word in words):
            return False
        return words[0] in rules.first or words[-1] in rules.last

    def _plain(self, name: str) -> str:
        return plain(name, self._rules.scope.whose)


def alike(site: str, other: str) -> bool:
    """Return whether two sites are of one house: the same name, whatever stands around it.

    >>> alike("news.post.example", "post.org"), alike("thepost.example", "post.example")
    (True, False)
    """
    return house_of(site) == house_of(other)


def _apart(outlets: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each name a site of each house that goes by it: the shortest."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name, site in sorted(outlets, key=lambda one: (len(one[1]), one)):
        found[name].setdefault(house_of(site), site)
    return {name: tuple(sorted(houses.values())) for name, houses in found.items()}
