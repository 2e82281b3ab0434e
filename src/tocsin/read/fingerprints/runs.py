"""A text as hashed runs of words: what two texts share can be told from these alone."""

import numpy as np

from tocsin.read.fingerprints.fold import Hashes, Places, Words, mixed, words
from tocsin.records import Fingerprint, Numbers, Spans

# Runs of five words: shorter ones are shared by chance, longer ones are lost to small edits.
WIDTH = 5
_STEP = np.uint64(0xD6E8FEB86659FD93)


def fingerprint(
    text: str, title: str | None = None, hollow: frozenset[int] = frozenset()
) -> Fingerprint:
    """Return the fingerprint of `text`: a hash for each run of five words, with its characters.

    `hollow` are the words of the language that tell no story from another (`hollow_words`).

    Case, quotation marks and punctuation make no difference. Hashes are signed 64-bit numbers, the
    same on every machine, so that they survive JSON and databases. A text of fewer than five words
    has no runs; its title still has marks.

    >>> one = fingerprint("Seoul’s spy agency said so on Monday.")
    >>> other = fingerprint("Yesterday Seoul's SPY agency said so")
    >>> len(set(one.marks) & set(other.marks))
    1
    """
    found = words(text)
    runs = max(0, len(found.hashes) - WIDTH + 1)
    heads = words(title or "").hashes
    told = _telling(np.concatenate((heads, found.hashes)), hollow)
    named = mixed(found.hashes[_named(text, found)])
    return Fingerprint(
        width=WIDTH,
        marks=_numbers(_runs(found.hashes, runs)),
        spans=_spans(found.starts[:runs], found.ends[WIDTH - 1 :]),
        title_marks=_numbers(heads),
        words=_numbers(np.concatenate((told, named))),
    )


def _telling(hashes: Hashes, hollow: frozenset[int]) -> Hashes:
    kept = [word not in hollow for word in hashes.view(np.int64).tolist()]
    return hashes[np.array(kept, dtype=np.bool_)]


def _named(text: str, found: Words) -> Places:
    # Words with a capital inside a sentence: after a space behind a letter, a figure or a comma.
    # Names tell one story from another like it, so they count once more, as names.
    places = [
        place
        for place, start in enumerate(found.starts.tolist())
        if text[start].isupper()
        and text[max(0, start - 1) : start] == " "
        and (text[start - 2].isalnum() or text[start - 2] == ",")
    ]
    return np.array(places, dtype=np.int64)


def _runs(hashes: Hashes, count: int) -> Hashes:
    total = np.zeros(count, dtype=np.uint64)
    for place in range(WIDTH):
        total = total * _STEP + hashes[place : place + count]
    return mixed(total)


def _numbers(hashes: Hashes) -> Numbers:
    return Numbers(hashes.astype("<u8").tobytes())


def _spans(starts: Places, ends: Places) -> Spans:
    return Spans(np.stack((starts, ends), axis=1).astype("<i4").tobytes())
