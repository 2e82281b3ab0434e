"""Scores of arcs → one tree per sentence, whatever the scores are.

The best head of each word taken alone gives a tree for most sentences; the others are mended by
breaking each cycle where it costs least.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int32]
Scores = NDArray[np.floating[Any]]


def broken(heads: Heads, lengths: NDArray[np.int64]) -> list[int]:
    """Return the rows that are no tree: several roots, none, or a cycle.

    `heads` is (sentences × words), 0 for the root and n for the nth word; words at and beyond
    `lengths` are padding.
    """
    real = np.arange(heads.shape[1]) < lengths[:, None]
    above = np.zeros((heads.shape[0], heads.shape[1] + 1), heads.dtype)
    above[:, 1:] = np.where(real, heads, 0)
    roots = ((above[:, 1:] == 0) & real).sum(1)
    for _ in range(max(1, heads.shape[1].bit_length())):
        above = np.take_along_axis(above, above, axis=1)
    return [int(row) for row in np.flatnonzero((roots != 1) | above.any(axis=1))]


def mended(scores: Scores) -> Heads:
    """Return the heads of a tree with one root, near the best by `scores` (words × 0..words).

    Every word keeps its best head except where a cycle or a second root forbids it.
    """
    scores = scores.astype(np.float64)
    n = len(scores)
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    root = _root(scores)
    scores[:, 0] = -np.inf
    heads = scores.argmax(axis=1).astype(np.int32) if n > 1 else np.zeros(n, np.int32)
    heads[root] = 0
    while (cycle := _cycle(heads)) is not None:
        _break(cycle, heads, scores)
    return heads


def _root(scores: Scores) -> int:
    if len(scores) == 1:
        return 0
    return int((scores[:, 0] - scores[:, 1:].max(axis=1)).argmax())


def _cycle(heads: Heads) -> list[int] | None:
    """Return the words (from 0) of one cycle, or None."""
    state = np.zeros(len(heads), np.int32)
    for start in range(len(heads)):
        path, at = [], start
        while at >= 0 and state[at] == 0:
            state[at] = start + 1
            path.append(at)
            at = int(heads[at]) - 1
        if at >= 0 and state[at] == start + 1:
            return path[path.index(at) :]
    return None


def _break(cycle: list[int], heads: Heads, scores: Scores) -> None:
    """Give one word of the cycle the head outside it, and not below it, that costs least."""
    outside = ~_below(cycle, heads)
    options = np.where(outside, scores[cycle, 1:], -np.inf)
    loss = scores[cycle, heads[cycle]] - options.max(axis=1)
    at = int(loss.argmin())
    heads[cycle[at]] = int(options[at].argmax()) + 1


def _below(cycle: list[int], heads: Heads) -> NDArray[np.bool_]:
    """Mark the cycle and all words that hang on it."""
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    above = heads.astype(np.int64) - 1
    for _ in range(len(heads)):
        grown = inside | (inside[above] & (above >= 0))
        if (grown == inside).all():
            break
        inside = grown
    return inside
