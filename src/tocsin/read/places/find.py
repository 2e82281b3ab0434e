"""Finds the places of a report and says where they are."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tocsin.read.places.around import Around
from tocsin.read.places.atlas import Atlas, Candidate
from tocsin.read.places.gazetteer import Gazetteer
from tocsin.read.places.mentions import Mention, find_mentions
from tocsin.read.places.resolve import Case, resolve
from tocsin.read.places.rules import PlaceRules, Usage
from tocsin.read.places.senses import is_government
from tocsin.read.places.unnamed import unnamed_places
from tocsin.read.syntax import Document
from tocsin.records import Place, Span

_BEHIND = re.compile(r" ([^\W\d_]+)")
_IN_CAPITALS = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?")


def find_places(document: Document, rules: PlaceRules, gazetteer: Gazetteer) -> list[Place]:
    """Return the places of the report in order, each as written and, where known, as resolved.

    A state or a capital that stands for its government is none; nor is a people or an adjective.
    A place that cannot be resolved has None for all that is not known.
    """
    named = [p for p, acts in read_places(document, rules, gazetteer) if not acts]
    taken = {i for place in named for i in range(*place.span)}
    others = unnamed_places(document.text, rules.usage)
    added = [p for p in others if taken.isdisjoint(range(*p.span))]
    return sorted([*named, *added], key=lambda place: place.span)


def read_places(
    document: Document, rules: PlaceRules, gazetteer: Gazetteer
) -> list[tuple[Place, bool]]:
    """Return every name of a place, and whether it stands for a government here."""
    atlas = _atlas(rules, gazetteer)
    reader = _Reader(document, rules.usage, atlas)
    mentions = [m for m in find_mentions(document, rules, atlas) if not reader.is_body(m)]
    return reader.places(mentions)


def resolve_spans(
    document: Document, spans: Iterable[Span], rules: PlaceRules, gazetteer: Gazetteer
) -> list[Place]:
    """Return the place that the words at each span tell, for spans that another reader found.

    The names are each other's company, as in `read_places`. What reads as a people or an adjective
    ("Syrian") tells the place of that people.
    """
    atlas = _atlas(rules, gazetteer)
    text = document.text
    given = [Mention(span, text[slice(*span)]) for span in sorted(spans)]
    named = [replace(m, candidates=_of_name_or_people(m.name, atlas)) for m in given]
    found = _Reader(document, rules.usage, atlas).places(named)
    return [replace(p, span=m.span, text=m.name) for m, (p, _) in zip(given, found, strict=True)]


def _of_name_or_people(name: str, atlas: Atlas) -> tuple[Candidate, ...]:
    people = atlas.people(name)
    return (people,) if people else atlas.candidates(name)


@lru_cache(maxsize=4)
def _atlas(rules: PlaceRules, gazetteer: Gazetteer) -> Atlas:
    return Atlas(rules, gazetteer)


class _Reader:
    """Resolves the names of one report."""

    def __init__(self, document: Document, usage: Usage, atlas: Atlas) -> None:
        self._document = document
        self._text = document.text
        self._usage = usage
        self._atlas = atlas
        self._around = Around(self._text, usage, atlas)

    def is_body(self, mention: Mention) -> bool:
        """Whether the name is part of a body's: "the Bank of Georgia"."""
        return self._around.is_body(mention)

    def places(self, mentions: Iterable[Mention]) -> list[tuple[Place, bool]]:
        """Return the place of each name, and whether it stands for a government."""
        around = self._around
        headed = [around.headed(mention) for mention in mentions]
        cases = [around.case(headed, i) for i in range(len(headed))]
        chosen = resolve(cases, self._peoples())
        read = zip(headed, cases, chosen, strict=True)
        return [self._place(mention, case, best) for mention, case, best in read]

    def _peoples(self) -> Counter[str]:
        """Count the peoples and adjectives of each country in the text."""
        found = (self._atlas.people(m[0]) for m in _IN_CAPITALS.finditer(self._text))
        return Counter(people.entry.country for people in found if people)

    def _place(self, mention: Mention, case: Case, best: Candidate | None) -> tuple[Place, bool]:
        text = self._text[mention.span[0] : mention.span[1]]
        if best is None:
            return Place(span=mention.span, text=text), False
        if self._is_border(mention):
            return self._border(mention, best), False
        entry = best.entry
        # "Loudon district" and "Loudon Airport" lie about the town of Loudon, and are other places.
        about = case.sort in ("division", "district") and best.precision == "city"
        about = about or mention.site or mention.part
        known = Place(
            span=mention.span,
            text=text,
            name=text if about else entry.name,
            geonames=None if about else entry.geonames,
            lat=entry.lat,
            lon=entry.lon,
            country=entry.country or None,
            precision=self._around.precision(mention, best, case.sort),
        )
        acts = best.is_state and is_government(self._document, mention.span, self._usage.government)
        return known, acts

    def _is_border(self, mention: Mention) -> bool:
        match = _BEHIND.match(self._text, mention.span[1])
        return match is not None and match[1].lower() in self._usage.border.word

    def _border(self, mention: Mention, best: Candidate) -> Place:
        """Return a border: a line is no point, so that it has a name and no place on the map."""
        match = _BEHIND.match(self._text, mention.span[1])
        end = match.end() if match else mention.span[1]
        word = self._text[mention.span[1] : end]
        return Place(
            span=(mention.span[0], end),
            text=self._text[mention.span[0] : end],
            name=f"{best.entry.name}{word}",
            country=best.entry.country or None,
            precision="region",
        )
