"""Marks that show no lineage: what a site prints on every page, and what everybody repeats.

A phrase is stock of a site when three of its pages hold it that are not one text over again: what
they share is little of them, or says nothing, since all their claims stand beside it. A phrase is
a stock phrase of the world when many unrelated texts hold it, and background when a few do over
several days: wire services carry last week's paragraphs along.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from tocsin.records import Span
from tocsin.weigh.copies.compare import compare, passages
from tocsin.weigh.copies.texts import Marks, Text

_PAGES = 3
_DAYS = 3.0
_MANY = 8
# A page that is nothing but shared marks is a text carried again, not a form filled in.
_ALL = 0.95
# Texts of one site that share so much of the longer are one text at several addresses.
_AGAIN = 0.8
_SMALLEST = 8


def without_stock(texts: Sequence[Text]) -> list[Marks]:
    """Return the marks of each text less the stock of the site where it came out first."""
    by_site: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_site[text.site].append(text)
    own = [text.marks for text in texts]
    for site, some in by_site.items():
        if site and len(_pages(some)) >= _PAGES:
            stock = _held_by(some)
            for text in some:
                own[text.number] = _less(text.marks, stock)
    return own


def widespread(asked: Sequence[Marks], texts: Sequence[Text], sets: Sequence[int]) -> Marks:
    """Return those of the marks `asked` that are stock phrases or background, sorted.

    A mark is one of them when many sets of texts hold it, or a few over several days. `sets[i]` is
    the set of `texts[i]`: copies of one text are in one set, and count once.
    """
    marks = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *asked]))
    count = np.zeros(len(marks), dtype=np.int64)
    first, last = np.full(len(marks), np.inf), np.full(len(marks), -np.inf)
    for some in _by_set(texts, sets):
        found = [_places(marks, text.marks) for text in some]
        for text, places in zip(some, found, strict=True):
            if text.day is not None:
                first[places] = np.minimum(first[places], text.day)
                last[places] = np.maximum(last[places], text.day)
        count[np.unique(np.concatenate(found))] += 1
    lasting = (count >= _PAGES) & (last - first > _DAYS)
    return np.asarray(marks[lasting | (count >= _MANY)], dtype=np.int64)


def _by_set(texts: Sequence[Text], sets: Sequence[int]) -> Iterable[list[Text]]:
    held: dict[int, list[Text]] = defaultdict(list)
    for text, one in zip(texts, sets, strict=True):
        held[one].append(text)
    return held.values()


def _places(sorted_marks: Marks, marks: Marks) -> Marks:
    held = common(sorted_marks, marks)
    return np.asarray(np.searchsorted(sorted_marks, marks[held]), dtype=np.int64)


def common(sorted_marks: Marks, marks: Marks) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for each of `marks` whether it stands among `sorted_marks`."""
    if not len(sorted_marks):
        return np.zeros(len(marks), dtype=np.bool_)
    places = np.minimum(np.searchsorted(sorted_marks, marks), len(sorted_marks) - 1)
    return np.asarray(sorted_marks[places] == marks, dtype=np.bool_)


def _pages(texts: Sequence[Text]) -> set[str]:
    return {page for text in texts for page in text.pages}


def _held_by(texts: Sequence[Text]) -> Marks:
    # The versions of one page, and one text at several pages, hold a mark once.
    told = _told_once(texts)
    each = [
        np.unique(np.concatenate([text.marks for text in some])) if len(some) > 1 else some[0].marks
        for some in told
    ]
    marks, counts = np.unique(np.concatenate(each), return_counts=True)
    return marks[counts >= _PAGES]


def _told_once(texts: Sequence[Text]) -> list[list[Text]]:
    """Return a site's texts by what they tell: a page, or one text over again.

    Marks are hashes, so that texts nearly alike share some of their smallest (Broder 1997).
    """
    sets: list[list[Text]] = []
    places: dict[str | int, int] = {}
    for text in sorted(texts, key=lambda text: text.number):
        keys = [min(text.pages), *text.marks[:_SMALLEST].tolist()]
        near = sorted({places[key] for key in keys if key in places})
        known = places.get(keys[0])
        home = known if known is not None else _told_by(near, sets, text)
        if home is None:
            home = len(sets)
            sets.append([])
        sets[home].append(text)
        for key in keys:
            places.setdefault(key, home)
    return sets


def _told_by(near: Sequence[int], sets: Sequence[Sequence[Text]], text: Text) -> int | None:
    return next((number for number in near if _is_again(sets[number][0], text)), None)


def _is_again(one: Text, other: Text) -> bool:
    """Whether two texts of a site are one over again, and not two within one large frame."""
    shared = compare(one.marks, other.marks)
    if shared.of_longer < _AGAIN:
        return False
    return not all(_tells_beside(text, shared.marks) for text in (one, other))


def _tells_beside(text: Text, shared: Marks) -> bool:
    """Whether all that a text claims stands beside the words that it shares."""
    claims, spans = text.carriers[0].claims, passages(text, shared)
    return bool(claims) and not any(_inside(claim.span, span) for claim in claims for span in spans)


def _inside(claim: Span, span: Span) -> bool:
    # What is printed everywhere may begin with the last words of a claim.
    return 2 * (min(claim[1], span[1]) - max(claim[0], span[0])) > claim[1] - claim[0]


def _less(marks: Marks, stock: Marks) -> Marks:
    held = common(stock, marks)
    return marks if held.sum() > _ALL * len(marks) else marks[~held]
