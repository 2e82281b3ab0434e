"""What the encoder hears of voices: for each cue, the words that are its source and its content.

The graph gives, for each word, how likely it begins a cue, and two vectors: as a word that a cue
may take, and as a cue. Here the words of each cue are put together with every word of the sentence.
Training and run time share the distances.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tocsin.read.bio import Array, lawful, legal_steps, runs

CUES = ("O", "B-CUE", "I-CUE")
PARTS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
# Up to so many words from the cue; one more bucket holds what is farther.
STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 35)
DISTANCES = 2 * (len(STEPS) + 1) + 1
# A cue less likely than this is not looked at; what reads the utterances may ask for more.
LEAST = 0.1

_LEGAL = legal_steps(PARTS)
_LEGAL_CUES = legal_steps(CUES)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One cue with what it takes, as indices of words in the sentence.

    `likelihood` (0 to 1) is of the cue; `surety` is the mean log-likelihood of the chosen parts.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    likelihood: float
    surety: float

    def moved(self, by: int) -> "Utterance":
        """Return the same words, counted from `by` words earlier."""
        cue, source, content = (
            tuple(i + by for i in x) for x in (self.cue, self.source, self.content)
        )
        return Utterance(cue, source, content, self.likelihood, self.surety)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """The weights that put a cue and a word together: by distance, then to a label."""

    by_distance: Array  # DISTANCES by width
    to_label: Array  # width + 1 by labels; the last row is the bias

    def parts(self, words: Array, by: Array, cue: Sequence[int]) -> Array:
        """Return the log-likelihoods of `PARTS` for each word of a sentence (words × 5)."""
        met = words + by[list(cue)].mean(axis=0)
        met = met + self.by_distance[distances(len(words), cue[0], cue[-1])]
        scores = _gelu(met) @ self.to_label[:-1] + self.to_label[-1]
        return _log_softmax(scores)


def distances(words: int, first: int, last: int) -> Array:
    """Return the bucket of each word's distance from a cue: 0 inside, odd before, even behind."""
    at = np.arange(words)
    before = np.searchsorted(STEPS, first - at) * 2 + 1
    behind = np.searchsorted(STEPS, at - last) * 2 + 2
    found: Array = np.where(at < first, before, np.where(at > last, behind, 0))
    return found


def hopeful(cues: Array) -> Array:
    """Return which words may begin a cue (sentences × words), from the scores of all sentences."""
    odds = cues - cues.max(axis=-1, keepdims=True)
    grown = np.exp(odds)
    found: Array = grown[..., 1] >= LEAST * grown.sum(axis=-1)
    return found


def utterances(cues: Array, words: Array, by: Array, joiner: Joiner) -> list[Utterance]:
    """Return the utterances of one sentence (arrays cut to its words), in the order of cues."""
    odds = _log_softmax(cues.astype(np.float32))
    found = [(cue, float(np.exp(odds[cue[0], 1]))) for cue in _cues(odds)]
    return [_utterance(cue, p, joiner.parts(words, by, cue)) for cue, p in found]


def _cues(odds: Array) -> Iterator[tuple[int, ...]]:
    """Yield the words of each cue that is likely enough, doubtful ones too."""
    lifted = odds.copy()
    doubtful = np.exp(odds[:, 1]) >= LEAST
    lifted[doubtful, 0] = np.minimum(lifted[doubtful, 0], lifted[doubtful, 1] - 1e-3)
    labels = [CUES[i] for i in lawful(lifted[None], _LEGAL_CUES)[0]]
    for _, first, end in runs(labels):
        yield tuple(range(first, end))


def _utterance(cue: tuple[int, ...], likelihood: float, odds: Array) -> Utterance:
    odds = odds.copy()
    odds[list(cue), 1:] = -1e3
    best = lawful(odds[None], _LEGAL)[0]
    stretches = list(runs([PARTS[i] for i in best]))
    sources = [(first, end) for kind, first, end in stretches if kind == "SOURCE"]
    # One source for one cue: the longest run holds the name.
    source = max(sources, key=lambda s: s[1] - s[0], default=(0, 0))
    content = [i for kind, a, b in stretches if kind == "CONTENT" for i in range(a, b)]
    surety = float(odds[np.arange(len(best)), best].mean())
    return Utterance(cue, tuple(range(*source)), tuple(content), likelihood, surety)


def _log_softmax(scores: Array) -> Array:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _gelu(x: Array) -> Array:
    # The tanh form, with which the head is trained too.
    result: Array = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return result
