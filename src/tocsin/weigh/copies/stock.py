"""Marks that show no lineage: what a site prints on every page, what background repeats for days.

A phrase is stock of a site when three of its pages hold it that are not one text over again. It is
background when texts of several days hold it: wire services carry last week's paragraphs along.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tocsin.weigh.copies.texts import Marks, Text

_PAGES = 3
_DAYS = 3.0
# A page that is nothing but shared marks is a text carried again, not a form filled in.
_ALL = 0.95


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


def background(texts: Sequence[Text]) -> Marks:
    """Return the marks that three texts or more hold, published more than three days apart."""
    known = [text for text in texts if text.day is not None and len(text.marks)]
    if len(known) < _PAGES:
        return np.zeros(0, dtype=np.int64)
    marks = np.concatenate([text.marks for text in known])
    days = np.repeat([text.day for text in known], [len(text.marks) for text in known])
    order = np.argsort(marks, kind="stable")
    found, starts, counts = np.unique(marks[order], return_index=True, return_counts=True)
    spread = np.maximum.reduceat(days[order], starts) - np.minimum.reduceat(days[order], starts)
    return found[(counts >= _PAGES) & (spread > _DAYS)]


def common(sorted_marks: Marks, marks: Marks) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for each of `marks` whether it stands among `sorted_marks`."""
    if not len(sorted_marks):
        return np.zeros(len(marks), dtype=np.bool_)
    places = np.minimum(np.searchsorted(sorted_marks, marks), len(sorted_marks) - 1)
    return np.asarray(sorted_marks[places] == marks, dtype=np.bool_)


def _pages(texts: Sequence[Text]) -> set[str]:
    return {page for text in texts for page in text.pages}


def _held_by(texts: Sequence[Text]) -> Marks:
    # The versions of one page hold a mark once.
    by_page: dict[str, list[Marks]] = defaultdict(list)
    for text in texts:
        by_page[min(text.pages)].append(text.marks)
    each = [np.unique(np.concatenate(some)) for some in by_page.values()]
    marks, counts = np.unique(np.concatenate(each), return_counts=True)
    return marks[counts >= _PAGES]


def _less(marks: Marks, stock: Marks) -> Marks:
    held = common(stock, marks)
    return marks if held.sum() > _ALL * len(marks) else marks[~held]
