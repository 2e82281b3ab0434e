"""Examples → batches of tensors, of like lengths and a fixed budget of pieces."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from targets import IGNORED, Inventory, numbered
from torch import Tensor
from treebanks import Example

from tocsin.read.pieces import Piecer, Pieces
from tocsin.read.utterances import PARTS, distances

MOST_PIECES = 510


@dataclass(frozen=True, slots=True)
class Voices:
    """The attributions of a batch: in which sentence, by which words, and who plays what part."""

    rows: Tensor  # of each cue
    cues: Tensor  # cues × words: shares of the cue's words, which add up to 1
    distances: Tensor  # cues × words
    parts: Tensor  # cues × words


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of one batch; `starts` are the places of first pieces, 0 for no word."""

    examples: list[Example]
    pieces: Tensor
    shapes: Tensor
    starts: Tensor
    gold: dict[str, Tensor]
    heads: Tensor  # of each word: 0 = root, n = the nth word
    facts: Tensor  # sentences × words × 2 sets of judges, not a number where not judged
    voices: Voices


def batches(
    examples: Sequence[Example],
    piecer: Piecer,
    inventory: Inventory,
    *,
    budget: int,
    dice: random.Random | None = None,
) -> Iterator[Batch]:
    """Yield batches; with `dice` in random order, without in the order of length."""
    cut = piecer.cut(e.words for e in examples)
    lengths = [sum(len(p.ids) for p in word) + 2 for word in cut]
    fits = [i for i, n in enumerate(lengths) if n <= MOST_PIECES + 2]
    jitter = (lambda i: lengths[i] * dice.uniform(0.85, 1.15)) if dice else lengths.__getitem__
    groups = list(_groups(sorted(fits, key=jitter), lengths, budget))
    if dice:
        dice.shuffle(groups)
    labels = {name: {x: i for i, x in enumerate(values)} for name, values in inventory.items()}
    for group in groups:
        yield _batch([examples[i] for i in group], [cut[i] for i in group], labels)


def _groups(order: list[int], lengths: list[int], budget: int) -> Iterator[list[int]]:
    group: list[int] = []
    longest = 0
    for i in order:
        longest = max(longest, lengths[i])
        if group and longest * (len(group) + 1) > budget:
            yield group
            group, longest = [], lengths[i]
        group.append(i)
    if group:
        yield group


def _batch(
    examples: list[Example], cut: list[list[Pieces]], labels: dict[str, dict[str, int]]
) -> Batch:
    golds = [numbered(e, labels) for e in examples]
    ids, shapes, starts = zip(*(_flat(words) for words in cut), strict=True)
    return Batch(
        examples,
        _padded(ids, 0),
        _padded(shapes, 0),
        _padded(starts, 0),
        {name: _padded([g[name] for g in golds], IGNORED) for name in labels},
        _padded([_heads(e) for e in examples], IGNORED),
        _facts(examples),
        _voices(examples),
    )


def _heads(example: Example) -> list[int]:
    return [h + 1 for h in example.heads or (IGNORED - 1,) * len(example.words)]


def _facts(examples: Sequence[Example]) -> Tensor:
    values = torch.full((len(examples), max(len(e.words) for e in examples), 2), float("nan"))
    for row, example in enumerate(examples):
        for judges, facts in enumerate((example.facts, example.other_facts)):
            for at, value in (facts or {}).items():
                values[row, at, judges] = value
    return values


def _voices(examples: Sequence[Example]) -> Voices:
    found = [(row, voice) for row, e in enumerate(examples) for voice in e.voices or ()]
    width = max(len(e.words) for e in examples)
    shares = torch.zeros(len(found), width)
    away = torch.zeros(len(found), width, dtype=torch.long)
    parts = torch.full((len(found), width), IGNORED)
    for n, (_, voice) in enumerate(found):
        size = len(voice.parts)
        shares[n, list(voice.cue)] = 1 / len(voice.cue)
        away[n, :size] = torch.from_numpy(distances(size, voice.cue[0], voice.cue[-1]))
        parts[n, :size] = torch.tensor([PARTS.index(part) for part in voice.parts])
        parts[n, list(voice.cue)] = IGNORED
    return Voices(torch.tensor([row for row, _ in found], dtype=torch.long), shares, away, parts)


def _flat(words: list[Pieces]) -> tuple[list[int], list[int], list[int]]:
    ids, shapes, starts = [101], [0], []
    for word in words:
        starts.append(len(ids))
        ids += word.ids
        shapes += [word.shape + 1] * len(word.ids)
    return [*ids, 102], [*shapes, 0], starts


def _padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])
