"""Scores on the development parts between epochs, from the model itself (no repair, no int8)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from batches import Batch
from lesson import Lesson
from losses import parts
from model import Reader
from score import Parsed, counts, figures
from treebanks import Example

from tocsin.read.bio import lawful, legal_steps, runs
from tocsin.read.lemmas import lemma_of
from tocsin.read.utterances import CUES, PARTS


def half() -> torch.autocast:
    """Return the half precision in which training runs."""
    return torch.autocast("cpu", dtype=torch.bfloat16)


def evaluate(reader: Reader, examples: Sequence[Example], lesson: Lesson) -> dict[str, float]:
    """Score the heads for which the examples have gold, by plain argmax."""
    reader.eval()
    found, facts, heard = [], [], Counter[str]()
    with torch.no_grad(), half():
        for batch in lesson.batches(examples, 8000):
            out = reader(batch.pieces, batch.shapes, batch.starts)
            if batch.examples[0].heads is not None:
                found += [counts(e, p) for e, p in _parsed(reader, batch, out, lesson.labels)]
            heard += _heard(reader, batch, out)
            facts.append(_facts(batch, out))
    result = figures(found) if found else {}
    return result | _voice_figures(heard) | _fact_figures(np.concatenate(facts))


def _parsed(
    reader: Reader, batch: Batch, out: dict[str, torch.Tensor], labels: Mapping[str, list[str]]
) -> Iterator[tuple[Example, Parsed]]:
    heads = out["arcs"].argmax(-1)
    out["deprel"] = reader.arcs.labels(out["label_dep"], out["label_head"], heads)
    best = {name: out[name].argmax(-1).tolist() for name in labels}
    for row, example in enumerate(batch.examples):
        n = len(example.words)
        named = {k: [labels[k][i] for i in best[k][row][:n]] for k in labels}
        lemmas = map(lemma_of, example.words, named["lemma"], named["case"])
        above = [h - 1 for h in heads[row, :n].tolist()]
        tags = (named["upos"], named["xpos"], list(lemmas))
        yield example, Parsed(*tags, above, named["deprel"], named["ent"])


def _heard(reader: Reader, batch: Batch, out: dict[str, torch.Tensor]) -> Counter[str]:
    """Count exact cues, and exact sources and contents given the gold cue."""
    n = Counter[str]()
    cues = lawful(out["cues"].float().numpy(), legal_steps(CUES))
    for row, example in enumerate(batch.examples):
        if example.cues is None:
            continue
        want = set(runs([label or "O" for label in example.cues]))
        shown = [CUES[i] if gold else "O" for i, gold in zip(cues[row], example.cues, strict=False)]
        have = set(runs(shown))
        n.update(cue_want=len(want), cue_have=len(have), cue_hit=len(want & have))
    if len(batch.voices.rows):
        scores = parts(reader, out, batch).float().numpy()
        scores[batch.voices.cues.numpy() > 0, 1:] = -1e3
        best = lawful(scores, legal_steps(PARTS))
        golds = [voice for e in batch.examples for voice in e.voices or ()]
        for labels, gold in zip(best, golds, strict=True):
            n += _parts(gold.parts, [PARTS[i] for i in labels[: len(gold.parts)]])
    return n


def _parts(gold: Sequence[str], found: Sequence[str]) -> Counter[str]:
    n = Counter[str]()
    for kind in ("SOURCE", "CONTENT"):
        want = {i for k, a, b in runs(gold) if k == kind for i in range(a, b)}
        have = {i for k, a, b in runs(found) if k == kind for i in range(a, b)}
        n[f"{kind}_all"] += bool(want)
        n[f"{kind}_same"] += bool(want) and want == have
        n[f"{kind}_half"] += 2 * len(want & have) >= 0.5 * (len(want) + len(have)) > 0
    return n


def _voice_figures(n: Counter[str]) -> dict[str, float]:
    if not n["cue_want"]:
        return {}
    result = {"cue_f1": 200 * n["cue_hit"] / max(1, n["cue_want"] + n["cue_have"])}
    for kind in ("SOURCE", "CONTENT"):
        result[kind.lower()] = 100 * n[f"{kind}_same"] / max(1, n[f"{kind}_all"])
        result[f"{kind.lower()}_half"] = 100 * n[f"{kind}_half"] / max(1, n[f"{kind}_all"])
    return result


def _facts(batch: Batch, out: dict[str, torch.Tensor]) -> np.ndarray:
    known = ~batch.facts.isnan()
    gold, found = batch.facts[known], out["facts"].float()[known]
    return np.stack([gold.numpy(), found.clamp(-3, 3).numpy(), known.nonzero()[:, 2].numpy()], 1)


def _fact_figures(rows: np.ndarray) -> dict[str, float]:
    result = {}
    for judges, name in enumerate(("facts", "other")):
        gold, found, _ = rows[rows[:, 2] == judges].T
        if len(gold):
            result[f"{name}_mae"] = float(np.abs(gold - found).mean()) * 10
            result[f"{name}_r"] = float(np.corrcoef(gold, found)[0, 1]) * 100
    return result
