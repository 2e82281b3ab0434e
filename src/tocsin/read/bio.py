"""Labels that begin and go on (BIO): the best sequence that keeps their grammar."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
# No name ends in one of these; in a particle it may ("Stand Up").
_NO_END = {"ADP", "CCONJ", "DET", "PUNCT"}


def legal_steps(labels: Sequence[str]) -> Array:
    """Return 0 where a label may follow another, a heavy cost where not (I-X needs B-X or I-X)."""
    legal = np.zeros((len(labels), len(labels)), np.float32)
    for j, after in enumerate(labels):
        for i, before in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                legal[i, j] = -1e4
    return legal


def lawful(scores: Array, legal: Array) -> Array:
    """Return the best labels by word; rows that break the grammar of BIO are searched (Viterbi)."""
    best: Array = scores.argmax(axis=-1)
    before = np.full_like(best, _outside(legal))
    before[:, 1:] = best[:, :-1]
    wrong = np.flatnonzero((legal[before, best] < 0).any(axis=1))
    if wrong.size:
        best[wrong] = _searched(scores[wrong], legal)
    return best


def runs(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield type, first and end of each BIO run.

    >>> list(runs(["O", "B-PER", "I-PER", "B-LOC"]))
    [('PER', 1, 3), ('LOC', 3, 4)]
    """
    kind, first = "", 0
    for at, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, first, at
            kind = ""
        if label != "O" and not kind:
            kind, first = label[2:], at


def completed(labels: Sequence[str], upos: Sequence[str]) -> list[str]:
    """Return `labels` in which no name ends in a preposition, an article or a comma.

    After a preposition, with an article or without, a name goes on in the next one ("Superior Court
    of the District of Columbia"); where there is none it ends before the preposition.

    >>> completed(["B-ORG", "I-ORG", "B-LOC"], ["NOUN", "ADP", "PROPN"])
    ['B-ORG', 'I-ORG', 'I-ORG']
    """
    whole = list(labels)
    # From the right: what follows a name is whole before the name is looked at.
    for kind, first, end in reversed(list(runs(labels))):
        last = _goes_on(whole, upos, end)
        whole[end:last] = [f"I-{kind}"] * (last - end)
        while last > first + 1 and upos[last - 1] in _NO_END:
            last -= 1
            whole[last] = "O"
    return whole


def _goes_on(labels: Sequence[str], upos: Sequence[str], end: int) -> int:
    """Return the end of the next name if the one before `end` goes on in it, or else `end`."""
    if upos[end - 1] != "ADP":
        return end
    article = labels[end : end + 1] == ["O"] and upos[end] == "DET"
    following = (until for _, first, until in runs(labels) if first == end + article)
    return next(following, end)


def _searched(scores: Array, legal: Array) -> Array:
    total = scores[:, 0] + legal[_outside(legal)]
    came = []
    for at in range(1, scores.shape[1]):
        paths = total[:, :, None] + legal
        came.append(paths.argmax(axis=1))
        total = paths.max(axis=1) + scores[:, at]
    best = [total.argmax(axis=1)]
    for step in reversed(came):
        best.append(np.take_along_axis(step, best[-1][:, None], axis=1)[:, 0])
    return np.stack(best[::-1], axis=1)


def _outside(legal: Array) -> int:
    """Return a label that no inside label may follow: "O" stands before the first word."""
    return int(legal.sum(axis=1).argmin())
