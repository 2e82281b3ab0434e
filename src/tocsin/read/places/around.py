"""What the words around a name say of the place: its sort, how near it is, what it lies in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from tocsin.read.places.atlas import Atlas, Candidate
from tocsin.read.places.mentions import Mention
from tocsin.read.places.resolve import OUTER, Case, Sort
from tocsin.read.places.rules import Near, Usage
from tocsin.records.layers import Precision

_BEHIND = re.compile(r" ([^\W\d_]+)")
_COMMA = ", "
_SHORT = re.compile(r",\s+((?:[A-Z][A-Za-z]*\.){1,2}|[A-Z]{2}\b)")
_WINDOW = 48  # characters before a name in which words that bear on it are looked for
_SERIES = 8  # names in one series
_COARSER: dict[Precision, Precision] = {
    "site": "admin",
    "city": "admin",
    "admin": "region",
    "country": "region",
    "region": "region",
}


class Around:
    """Reads the words around the names of one report."""

    def __init__(self, text: str, usage: Usage, atlas: Atlas) -> None:
        self._text = text
        self._usage = usage
        self._atlas = atlas
        self._before = _patterns(usage)

    def headed(self, mention: Mention) -> Mention:
        """Set a name apart from the word for its sort, and take that word into the place.

        "Homs province", "Laurel County", "the river Nile".
        """
        if not mention.candidates:
            mention = self._without_head(mention)
        word = self._match_before(mention, "water")
        if word and (known := self._atlas.candidates(f"{mention.name} {word.title()}")):
            return replace(mention, candidates=known)
        head = self._word_behind(mention)
        if not self._sort_of(head, self._usage.head.division, self._usage.head.district):
            return mention
        span = (mention.span[0], mention.span[1] + 1 + len(head))
        whole = self._text[slice(*span)]
        if known := self._atlas.candidates(whole):
            return replace(mention, span=span, name=whole, candidates=known)
        return replace(mention, span=span)

    def _without_head(self, mention: Mention) -> Mention:
        """Know "Helmand province" by "Helmand", and "South Los Angeles" by "Los Angeles"."""
        name, _, last = mention.name.rpartition(" ")
        head = self._usage.head
        if not name:
            return mention
        if last.lower() in (*head.division, *head.district):
            return replace(mention, name=name, candidates=self._atlas.candidates(name))
        first, _, rest = mention.name.partition(" ")
        if first.lower() in self._usage.part.word:
            return replace(mention, candidates=self._atlas.candidates(rest), part=True)
        return self._as_site(mention) if last.lower() in self._usage.site.word else mention

    def _as_site(self, mention: Mention) -> Mention:
        """Know "Isfahan International Airport" by the longest place at its beginning."""
        words = mention.name.split(" ")
        for n in range(len(words) - 1, 0, -1):
            if known := self._atlas.candidates(" ".join(words[:n])):
                return replace(mention, candidates=known, site=True)
        return mention

    def _word_behind(self, mention: Mention) -> str:
        match = _BEHIND.match(self._text, mention.span[1])
        return match[1] if match else ""

    def case(self, mentions: Sequence[Mention], i: int) -> Case:
        """Return the name with what bears on its meaning."""
        mention = mentions[i]
        behind = mentions[i + 1] if i + 1 < len(mentions) else None
        sort = self._sort(mentions, i)
        return Case(mention.candidates, tuple(self._containers(mention, behind)), sort)

    def _sort(self, mentions: Sequence[Mention], i: int) -> Sort | None:
        """Return the sort of place that the words beside a name make it."""
        mention, head = mentions[i], self._usage.head
        own = self._text[mention.span[0] + len(mention.name) : mention.span[1]].strip()
        found = self._sort_of(own, head.division, head.district)
        if not found:
            plural = self._series_head(mentions, i)
            found = self._sort_of(plural, head.divisions, head.districts)
        word = None if found else self._match_before(mention, "of")
        return self._sort_of(word, head.division, head.district, head.town) if word else found

    def _sort_of(self, word: str, *lists: Iterable[str]) -> Sort | None:
        sorts: tuple[Sort, ...] = ("division", "district", "town")
        found = (sort for sort, words in zip(sorts, lists, strict=False) if word.lower() in words)
        return next(found, None) if word else None

    def _series_head(self, mentions: Sequence[Mention], i: int) -> str:
        """Return the word behind the last name of the series that begins with this one."""
        for j in range(i, min(i + _SERIES, len(mentions))):
            behind = mentions[j + 1].span[0] if j + 1 < len(mentions) else mentions[j].span[1]
            gap = self._text[mentions[j].span[1] : behind]
            if not gap or gap.strip(", ") not in ("", *self._usage.head.joining):
                return self._word_behind(mentions[j])
        return ""

    def _containers(self, mention: Mention, behind: Mention | None) -> Iterable[Candidate]:
        short = _SHORT.match(self._text, mention.span[1])
        found = self._atlas.short(short[1]) if short else None
        if found:
            return [found]
        if behind is None or self._text[mention.span[1] : behind.span[0]] != _COMMA:
            return []
        return [c for c in behind.candidates if c.entry.kind in OUTER]

    def precision(self, mention: Mention, best: Candidate, sort: Sort | None) -> Precision:
        """Return how finely the words tell the place: "near Kyiv" is less than "in Kyiv"."""
        found: Precision = "site" if mention.site else best.precision
        if sort in ("division", "district") and found == "city":
            found = "admin"
        if self._match_before(mention, "near") is not None:
            return _COARSER[found]
        part = mention.part or self._match_before(mention, "part") is not None
        return "region" if part and found == "country" else found

    def is_body(self, mention: Mention) -> bool:
        """Whether the name is the last word of a body's: "the Bank of Georgia"."""
        return self._match_before(mention, "body") is not None

    def _match_before(self, mention: Mention, which: str) -> str | None:
        start = mention.span[0]
        match = self._before[which].search(self._text[max(0, start - _WINDOW) : start])
        return match[1] if match else None


@lru_cache(maxsize=4)
def _patterns(usage: Usage) -> dict[str, re.Pattern[str]]:
    head, near = usage.head, usage.near
    of = rf"\s+(?:{any_of(head.of)})"
    kinds = (*head.division, *head.district, *head.town)
    sort = rf"(?:\s+(?:{any_of(kinds)}){of})?"  # "near the town of Sake"
    return {
        "of": _ending(kinds, of + _article(near)),
        "body": _ending(head.body, of + _article(near)),
        "water": _ending(head.water, ""),
        "near": _ending(near.phrase, _article(near) + sort),
        "part": _ending(usage.part.word, ""),
    }


def _article(near: Near) -> str:
    return rf"(?:\s+(?:{any_of(near.article)}))?"


def _ending(words: Iterable[str], more: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(words)}){more}\s+$", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Return the alternatives of a regular expression, longer ones first; none match nothing."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
