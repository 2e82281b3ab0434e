"""Which texts hold each other's words to a degree that tells of one origin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from tocsin.weigh.copies.compare import Shared, compare
from tocsin.weigh.copies.postings import Postings, Some
from tocsin.weigh.copies.sets import Sets
from tocsin.weigh.copies.stock import common, widespread, without_stock
from tocsin.weigh.copies.texts import Marks, Text, gap

By = Literal["passages", "page", "headline", "words"]
# What shows that two texts go back to one where no passage does.
WITHOUT_PASSAGES: frozenset[By] = frozenset({"headline", "words"})

# Half of the shorter text: nobody writes so much alike by chance.
_STRONG = 0.5
# A site that prints its own words again later fills in a form, unless nothing at all was changed.
_SAME_SITE_LATER, _SAME_SITE_UNDATED, _SAME_SITE_DAYS = 0.97, 0.8, 2.0
_SAME_SITE_WEAK = (60, 0.2, 1.0)
# Less than half is enough near in time, and the less the more words it is.
_WEAK = ((60, 0.1), (12, 0.12), (5, 0.22))
_WEAK_DAYS = 2.5
# A digest of the week carries whole paragraphs days later.
_LATE, _LATE_DAYS = (40, 0.2), 7.5
_FEWEST, _TWO = 5, 2
# Half of a text of few words may be a notice that everybody prints.
_SHORT = 25
# A text that differs so little from a longer one stands for it in the index.
_TWIN = 0.8
_CANDIDATES = 24
_VERSION = 0.15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Link:
    """Two texts (by number, the longer one first) that go back to one; `strong` or in part."""

    one: int
    other: int
    by: By
    strong: bool
    twin: bool = False
    share: float
    marks: Marks = field(repr=False)


def without_passages(one: int, other: int, by: By, share: float) -> Link:
    """Return the link of two texts, by number, that hold no words of each other's in a row."""
    none = np.zeros(0, dtype=np.int64)
    return Link(one=one, other=other, by=by, strong=False, share=share, marks=none)


def links(texts: Sequence[Text]) -> list[Link]:
    """Return the links between `texts`, which are as `texts_of` orders them: longest first.

    Each text is looked up among the longer ones; a twin of an earlier text is linked to that alone
    and looked up no more, so that ten thousand copies of one text cost ten thousand look-ups.
    """
    own = without_stock(texts)
    again = _held_again(own)
    index, leaders = Postings(), list[Text]()
    found = list(_versions(texts))
    for text in texts:
        new = list(_links_of(text, leaders, index, own, again))
        twin = next((link for link in new if link.twin), None)
        found += [twin] if twin else new
        if twin is None:
            index.add(*_in_order(text, own[text.number], again[text.number]))
            leaders.append(text)
    return _telling(texts, found)


def _telling(texts: Sequence[Text], found: Sequence[Link]) -> list[Link]:
    # What everybody prints tells nothing. Copies of one text are not everybody, so those that are
    # surely one are counted once.
    sets = Sets(len(texts))
    for link in found:
        if link.strong:
            sets.join(link.one, link.other)
    doubtful = [link.marks for link in found if _doubtful(link)]
    usual = widespread(doubtful, texts, [sets.root(text.number) for text in texts])
    kept = []
    for link in found:
        if not _doubtful(link) or _still(texts[link.one], texts[link.other], link, usual):
            kept.append(link)
    return kept


def _doubtful(link: Link) -> bool:
    return link.by == "passages" and (not link.strong or len(link.marks) < _SHORT)


def _still(one: Text, other: Text, link: Link, usual: Marks) -> bool:
    count = len(link.marks) - int(common(usual, link.marks).sum())
    share = link.share * count / len(link.marks)
    return count >= _FEWEST and (link.strong or _weak(one, other, count, share))


def _versions(texts: Sequence[Text]) -> Iterator[Link]:
    # A page that was edited; not one address under which different things come out.
    first: dict[str, Text] = {}
    for text in texts:
        for page in sorted(text.pages):
            known = first.setdefault(page, text)
            if known is text:
                continue
            shared = compare(known.marks, text.marks)
            if shared.share >= _VERSION or _one_title(known, text):
                yield Link(
                    one=known.number,
                    other=text.number,
                    by="page",
                    strong=True,
                    share=shared.share,
                    marks=shared.marks,
                )


def _one_title(one: Text, other: Text) -> bool:
    titles = [text.carriers[0].fingerprint.title_marks for text in (one, other)]
    return titles[0] == titles[1] and bool(titles[0])


def _in_order(text: Text, own: Marks, again: Some) -> tuple[Marks, Some]:
    places = text.order if own is text.marks else text.order[np.searchsorted(text.marks, own)]
    ranked = np.argsort(places)
    return own[ranked], again[ranked]


def _held_again(own: Sequence[Marks]) -> list[Some]:
    # What only one text holds leads to no other: most of what there is.
    every = np.concatenate([np.zeros(0, dtype=np.int64), *own])
    ranked = np.argsort(every)
    same = np.diff(every[ranked]) == 0
    again = np.zeros(len(every), dtype=np.bool_)
    again[ranked[1:][same]] = again[ranked[:-1][same]] = True
    return np.split(again, np.cumsum([len(marks) for marks in own])[:-1])


def _links_of(
    text: Text,
    leaders: Sequence[Text],
    index: Postings,
    own: Sequence[Marks],
    again: Sequence[Some],
) -> Iterator[Link]:
    mine = own[text.number]
    held = mine[again[text.number]] if len(mine) >= _FEWEST else mine[:0]
    for place in _candidates(index, held):
        other = leaders[place]
        shared = compare(own[other.number], mine)
        strong = _strong(other, text, shared)
        if not strong and not _weak(other, text, len(shared.marks), shared.share):
            continue
        yield Link(
            one=other.number,
            other=text.number,
            by="passages",
            strong=strong,
            twin=strong and shared.of_longer >= _TWIN,
            share=shared.share,
            marks=shared.marks,
        )


def _candidates(index: Postings, marks: Marks) -> Iterable[int]:
    if len(marks) < _TWO or not len(index):
        return ()
    hits = index.hits(marks, _TWO)
    best = np.lexsort((hits.numbers, -hits.likely))[:_CANDIDATES]
    return [int(number) for number in hits.numbers[best]]


def _strong(one: Text, other: Text, shared: Shared) -> bool:
    if len(shared.marks) < _FEWEST or shared.share < _STRONG:
        return False
    if not _same_site(one, other):
        return True
    apart = gap(one, other)
    if apart is None:
        return shared.share >= _SAME_SITE_UNDATED
    return apart <= _SAME_SITE_DAYS or shared.of_longer >= _SAME_SITE_LATER


def _weak(one: Text, other: Text, count: int, share: float) -> bool:
    apart = gap(one, other)
    if _same_site(one, other):
        fewest, least, days = _SAME_SITE_WEAK
        return count >= fewest and share >= least and apart is not None and apart <= days
    near = apart is None or apart <= _WEAK_DAYS
    allowed = _WEAK if near else (_LATE,) if apart is not None and apart <= _LATE_DAYS else ()
    return any(count >= fewest and share >= least for fewest, least in allowed)


def _same_site(one: Text, other: Text) -> bool:
    return bool(one.site) and one.site == other.site
