"""Evens out how readily a name is seen: one bias, chosen on the development part.

The entity head is trained on sentences whose names were exchanged and whose letters were changed,
so it takes too much for names. The shift is folded into the bias of "O", at no cost in run time.
"""

import numpy as np
import torch
from evaluate import half
from lesson import Lesson
from model import Reader
from treebanks import Example

from tocsin.read.bio import Array, lawful, legal_steps, runs

SHIFTS = np.arange(0.0, 2.01, 0.25)
SIZE = 8000  # pieces in a batch

Gold = frozenset[tuple[str, int, int]]


def balance(reader: Reader, examples: list[Example], lesson: Lesson) -> float:
    """Shift the bias of "O" to the best entity F1 of `examples`; return the shift."""
    labels = lesson.labels["ent"]
    rows = _rows(reader, [e for e in examples if e.ents is not None], lesson)
    shift = max(SHIFTS.tolist(), key=lambda shift: _f1(rows, labels, shift))
    with torch.no_grad():
        reader.names.ent.bias[labels.index("O")] += shift
    return shift


def _rows(reader: Reader, examples: list[Example], lesson: Lesson) -> list[tuple[Array, Gold]]:
    reader.eval()
    rows = []
    with torch.no_grad(), half():
        for batch in lesson.batches(examples, SIZE):
            scores = reader(batch.pieces, batch.shapes, batch.starts)["ent"].float().numpy()
            rows += [
                (scores[row, : len(example.words)], _named(example.ents or ()))
                for row, example in enumerate(batch.examples)
            ]
    return rows


def _f1(rows: list[tuple[Array, Gold]], labels: list[str], shift: float) -> float:
    legal, outside = legal_steps(labels), np.eye(len(labels))[labels.index("O")]
    hits = sizes = 0
    for scores, gold in rows:
        (best,) = lawful((scores + shift * outside)[None], legal)
        found = _named([labels[i] for i in best])
        hits += len(found & gold)
        sizes += len(found) + len(gold)
    return 2 * hits / max(1, sizes)


def _named(labels: tuple[str, ...] | list[str]) -> Gold:
    # The development labels of UNER know persons, places and organisations only.
    return frozenset(run for run in runs(labels) if run[0] != "OTH")
