"""Finds the places of a report and says where they are."""

import re
from dataclasses import replace
from functools import lru_cache

from tocsin.read.places.atlas import Atlas, Candidate
from tocsin.read.places.gazetteer import Gazetteer
from tocsin.read.places.mentions import Mention, find_mentions
from tocsin.read.places.resolve import OUTER, Case, resolve
from tocsin.read.places.rules import PlaceRules, Usage
from tocsin.read.places.senses import is_government
from tocsin.read.places.unnamed import unnamed_places
from tocsin.read.syntax import Document
from tocsin.records import Place

_BEHIND = re.compile(r" ([^\W\d_]+)")
_COMMA = ", "
_SHORT = re.compile(r",\s+((?:[A-Z][A-Za-z]*\.){1,2}|[A-Z]{2}\b)")


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
    mentions = [reader.headed(m) for m in find_mentions(document, rules, atlas)]
    cases = [reader.case(mentions, i) for i in range(len(mentions))]
    chosen = resolve([case for _, case in cases])
    read = zip([mention for mention, _ in cases], cases, chosen, strict=True)
    return [reader.place(mention, case, best) for mention, (_, case), best in read]


@lru_cache(maxsize=4)
def _atlas(rules: PlaceRules, gazetteer: Gazetteer) -> Atlas:
    return Atlas(rules, gazetteer)


class _Reader:
    """Reads the words around the names of one report."""

    def __init__(self, document: Document, usage: Usage, atlas: Atlas) -> None:
        self._document = document
        self._text = document.text
        self._usage = usage
        self._atlas = atlas

    def headed(self, mention: Mention) -> Mention:
        """Widen a name over the word for its sort: "Homs province", "Laurel County"."""
        head = self._head(mention)
        if head is None:
            return mention
        span = (mention.span[0], mention.span[1] + 1 + len(head))
        whole = self._text[span[0] : span[1]]
        known = self._atlas.candidates(whole)
        if known:
            return replace(mention, span=span, name=whole, candidates=known)
        return replace(mention, span=span)

    def _head(self, mention: Mention) -> str | None:
        match = _BEHIND.match(self._text, mention.span[1])
        words = self._usage.head.division + self._usage.head.district
        return match[1] if match and match[1].lower() in words else None

    def case(self, mentions: list[Mention], i: int) -> tuple[Mention, Case]:
        """Return the name with what bears on its meaning."""
        mention = mentions[i]
        behind = mentions[i + 1] if i + 1 < len(mentions) else None
        inside = self._containers(mention, behind)
        head = self._text[mention.span[0] + len(mention.name) : mention.span[1]].strip().lower()
        candidates = mention.candidates
        if head in self._usage.head.district:
            candidates = tuple(c for c in candidates if c.entry.kind == "admin")
        division = head in self._usage.head.division
        return mention, Case(candidates, inside, division)

    def _containers(self, mention: Mention, behind: Mention | None) -> list[Candidate]:
        short = _SHORT.match(self._text, mention.span[1])
        found = self._atlas.short(short[1]) if short else None
        if found:
            return [found]
        if behind is None or self._text[mention.span[1] : behind.span[0]] != _COMMA:
            return []
        return [c for c in behind.candidates if c.entry.kind in OUTER]

    def place(self, mention: Mention, case: Case, best: Candidate | None) -> tuple[Place, bool]:
        """Return the place as read, and whether it stands for a government."""
        text = self._text[mention.span[0] : mention.span[1]]
        if best is None:
            return Place(span=mention.span, text=text), False
        if self._is_border(mention):
            return self._border(mention, best), False
        entry = best.entry
        known = Place(
            span=mention.span,
            text=text,
            name=entry.name,
            geonames=entry.geonames,
            lat=entry.lat,
            lon=entry.lon,
            country=entry.country or None,
            precision=best.precision,
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
