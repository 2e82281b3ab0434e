"""What the model is blamed for: one loss for each head, weighed and summed."""

import torch
from batches import Batch
from model import Reader
from targets import IGNORED, TABLE
from torch import Tensor
from torch.nn import functional

PARTS_WEIGHT, FACTS_WEIGHT, MEANING_WEIGHT = 2.0, 0.5, 0.5
SCALE = 3.0  # factuality runs from −3 to 3


def loss(reader: Reader, batch: Batch, meant: Tensor | None) -> Tensor:
    """Return the weighed sum of all losses; labels of arcs are learnt under the gold heads.

    `meant` are the teacher's vectors of the sentences, or None where it was not asked.
    """
    out = reader(batch.pieces, batch.shapes, batch.starts)
    out["deprel"] = reader.arcs.labels(out["label_dep"], out["label_head"], batch.heads.clamp(0))
    total = torch.zeros(())
    if bool((batch.heads != IGNORED).any()):
        total = total + _entropy(out["arcs"], batch.heads)
    for head in TABLE:
        gold = batch.gold[head.name]
        if bool((gold != IGNORED).any()):
            total = total + head.weight * _entropy(out[head.name], gold)
    total = total + _voices(reader, out, batch) + _facts(out["facts"], batch.facts)
    return total if meant is None else total + _meaning(out["meaning"], batch, meant)


def parts(reader: Reader, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Return the scores of the parts for each cue of a batch (cues × words × parts)."""
    voices = batch.voices
    by = (voices.cues[..., None].to(out["voice_by"].dtype) * out["voice_by"][voices.rows]).sum(1)
    return reader.voices.parts(out["voice_word"][voices.rows], by, voices.distances)


def sentence_vectors(meaning: Tensor, starts: Tensor) -> Tensor:
    """Return the mean of the words' meanings, of length 1."""
    real = (starts > 0)[..., None].to(meaning.dtype)
    return functional.normalize(((meaning * real).sum(1) / real.sum(1).clamp(1)).float(), dim=-1)


def _voices(reader: Reader, out: dict[str, Tensor], batch: Batch) -> Tensor:
    if not len(batch.voices.rows):
        return torch.zeros(())
    return PARTS_WEIGHT * _entropy(parts(reader, out, batch), batch.voices.parts)


def _facts(found: Tensor, gold: Tensor) -> Tensor:
    known = ~gold.isnan()
    if not bool(known.any()):
        return torch.zeros(())
    # Absolute errors, as they are scored; the two sets of judges are weighed alike.
    errors = [
        functional.smooth_l1_loss(
            found[..., k][known[..., k]].float(), gold[..., k][known[..., k]], beta=0.3
        )
        for k in range(gold.shape[-1])
        if bool(known[..., k].any())
    ]
    return FACTS_WEIGHT * torch.stack(errors).sum()


def _meaning(found: Tensor, batch: Batch, meant: Tensor) -> Tensor:
    return MEANING_WEIGHT * (1 - (sentence_vectors(found, batch.starts) * meant).sum(-1)).mean() * 5


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, -2).float(), gold.flatten(), ignore_index=IGNORED
    )
