"""Rewrites sentences so that the model meets headlines, shouting, print marks and new names.

A name is exchanged for another of the same type and the same tags, so the tree stays right.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from treebanks import Example

from tocsin.read.bio import runs

Key = tuple[str, tuple[str, ...]]

SHARE_SWAPPED = 0.25
SHARE_CAPS, SHARE_TITLE, SHARE_LOWER, SHARE_PRINTED = 0.04, 0.05, 0.02, 0.2
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"]
)


class NameBank:
    """Names by type and tags, to be exchanged."""

    def __init__(self, examples: Iterable[Example], places: Iterable[str]) -> None:
        self._names: dict[Key, list[tuple[str, ...]]] = defaultdict(list)
        for e in examples:
            for kind, first, end in runs(e.ents or e.names or ()):
                if e.words[first][0].isupper():
                    self._names[kind, e.xpos[first:end]].append(e.words[first:end])
        known = len(self._names["LOC", ("NNP",)])
        one = [(place,) for place in places if " " not in place and place.isalpha()]
        self._names["LOC", ("NNP",)] += one * max(1, known // max(1, len(one)))

    def swap(self, example: Example, dice: random.Random) -> Example:
        """Exchange some of the names of an example."""
        if example.lemmas is None or example.xpos is None:
            return example
        words, lemmas = list(example.words), list(example.lemmas)
        for kind, first, end in runs(example.ents or ()):
            others = self._names.get((kind, example.xpos[first:end]))
            if others and dice.random() < SHARE_SWAPPED:
                new = dice.choice(others)
                # Only names whose lemma is the word itself: a plural would need its own lemma.
                if example.xpos[end - 1] == "NNP":
                    words[first:end] = lemmas[first:end] = new
        return replace(example, words=tuple(words), lemmas=tuple(lemmas))


def restyle(example: Example, dice: random.Random) -> Example:
    """Write some sentences in capitals, as a headline, or without capitals."""
    throw = dice.random()
    if example.heads is None:  # printed text already, and long of labels by place: only shout some
        return _rewritten(example, str.upper) if throw < SHARE_CAPS / 2 else example
    if throw < SHARE_CAPS:
        return _rewritten(_without_stop(example), str.upper)
    if throw < SHARE_CAPS + SHARE_TITLE:
        return _rewritten(_without_stop(example), _headline)
    if throw < SHARE_CAPS + SHARE_TITLE + SHARE_LOWER:
        return _rewritten(example, str.lower)
    if throw < SHARE_CAPS + SHARE_TITLE + SHARE_LOWER + SHARE_PRINTED:
        return _printed(example, dice.choice("–—"))
    return example


def _headline(word: str) -> str:
    return word if word in SMALL_WORDS or not word.islower() else word.capitalize()


def _rewritten(example: Example, change: Callable[[str], str]) -> Example:
    return replace(example, words=tuple(map(change, example.words)))


def _without_stop(example: Example) -> Example:
    """Drop the last word where it is a full stop: headlines have none."""
    last = len(example.words) - 1
    if example.words[last] != "." or last == 0 or last in example.heads:
        return example
    layers = ("words", "lemmas", "upos", "xpos", "heads", "deprels", "ents", "names")
    cut = {name: value[:last] for name in layers if (value := getattr(example, name)) is not None}
    return replace(example, **cut)


def _printed(example: Example, dash: str) -> Example:
    """Set curly quotes and real dashes, as printed news has them; the treebank has few."""
    words, opened = [], False
    for word, tag in zip(example.words, example.xpos, strict=True):
        if word == '"':
            opened = not opened
            words.append("“" if opened else "”")
        elif word in {"-", "--"} and tag != "HYPH":
            words.append(dash)
        else:
            words.append(word.replace("'", "’"))
    return replace(example, words=tuple(words))
