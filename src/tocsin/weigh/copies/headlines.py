"""Texts that are one by their headline, where little else is known of them.

An agency's headline travels with its text, also in the address of a page that was headed anew. A
headline joins only what has no body to compare, or one of a sentence or two.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from tocsin.records import Carried
from tocsin.weigh.copies.addresses import slug_of
from tocsin.weigh.copies.links import Link, without_passages
from tocsin.weigh.copies.texts import Text, near_elsewhere

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['’‘ʼ]")
# So many words in one run, and so large a part of the shorter headline.
_RUN, _PART = 8, 0.6
_BARE, _BRIEF = 10, 60
_DAYS = 1.0
_MOST = 16
_NUMBER_OF_A_PAGE = 6
# The places and figures of so many headlines are kept at hand.
_REMEMBERED = 1 << 12


def headline_links(texts: Sequence[Text]) -> Iterator[Link]:
    """Yield links between brief texts of several sites and a day whose headlines run alike."""
    heads = {text.number: _headlines(text) for text in texts if len(text.marks) < _BRIEF}
    by_run: dict[Words, list[int]] = defaultdict(list)
    for number, some in heads.items():
        for run in {run for words in some for run in _runs(words)}:
            by_run[run].append(number)
    pairs = {
        pair
        for some in by_run.values()
        if len(some) <= _MOST
        for pair in combinations(sorted(some), 2)
    }
    for one, other in sorted(pairs):
        if not near_elsewhere(texts[one], texts[other], _DAYS):
            continue
        part = max((_part(a, b) for a in heads[one] for b in heads[other]), default=0.0)
        if part >= _PART:
            yield without_passages(one, other, "headline", part)


def _headlines(text: Text) -> set[Words]:
    found = set()
    for one in text.carriers:
        found |= {_words(one), tuple(w for w in slug_of(one) if not _page_number(w))}
    return {words for words in found if len(words) >= _RUN}


def _words(one: Carried) -> Words:
    return tuple(_WORD.findall(_APOSTROPHE.sub("", one.title or "").lower()))


def _page_number(word: str) -> bool:
    return any(c.isdigit() for c in word) and len(word) >= _NUMBER_OF_A_PAGE


def _runs(words: Words) -> Iterator[Words]:
    for start in range(len(words) - _RUN + 1):
        yield words[start : start + _RUN]


def _part(one: Words, other: Words) -> float:
    # The longest common run as a part of the shorter headline; none where figures differ.
    figures, others = _figures(one), _figures(other)
    if figures and others and figures != others:
        return 0.0
    best, ends = 0, dict[int, int]()
    places = _places(other)
    for word in one:
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, *ends.values(), 0)
    return best / min(len(one), len(other)) if best >= _RUN else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _places(words: Words) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word].append(place)
    return places


@lru_cache(maxsize=_REMEMBERED)
def _figures(words: Words) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())
