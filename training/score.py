"""Scores of the reader on a treebank: tags, lemmas, attachment, entities, with intervals."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from treebanks import Example

from tocsin.read.bio import runs

KEYS = ("words", "upos", "xpos", "lemma", "uas", "las", "want", "have", "hit")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader made of one example; heads count words from 0, -1 is the root."""

    upos: Sequence[str]
    xpos: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    deprels: Sequence[str]
    ents: Sequence[str]


def counts(gold: Example, parsed: Parsed) -> Counter[str]:
    """Count what was right in one sentence."""
    n: Counter[str] = Counter(words=len(gold.words))
    n["upos"] = _same(gold.upos, parsed.upos)
    n["xpos"] = _same(gold.xpos, parsed.xpos)
    n["lemma"] = _same(gold.lemmas, parsed.lemmas)
    n["uas"] = _same(gold.heads, parsed.heads)
    n["las"] = _same(
        list(zip(gold.heads, gold.deprels, strict=True)),
        list(zip(parsed.heads, parsed.deprels, strict=True)),
    )
    if gold.ents is not None:
        n += _entity_counts(gold.ents, parsed.ents)
    return n


def _entity_counts(gold: Sequence[str], parsed: Sequence[str]) -> Counter[str]:
    # The dev and test labels of UNER know persons, places and organisations only.
    want = {s for s in runs(gold) if s[0] != "OTH"}
    have = {s for s in runs(parsed) if s[0] != "OTH"}
    return Counter(want=len(want), have=len(have), hit=len(want & have))


def figures(all_counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Sum up counts into percentages."""
    return _figures({key: sum(n[key] for n in all_counts) for key in KEYS})


def _figures(total: Mapping[str, float]) -> dict[str, float]:
    rights = ("upos", "xpos", "lemma", "uas", "las")
    result = {name: 100 * total[name] / max(1, total["words"]) for name in rights}
    if total["want"]:
        result["ner_p"] = 100 * total["hit"] / max(1, total["have"])
        result["ner_r"] = 100 * total["hit"] / total["want"]
        result["ner_f1"] = 200 * total["hit"] / (total["want"] + total["have"])
    return result


def intervals(
    all_counts: Sequence[Counter[str]], *, rounds: int = 500
) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals by drawing sentences with replacement."""
    size = len(all_counts)
    rows = np.array([[n[key] for key in KEYS] for n in all_counts])
    draws = np.random.default_rng(0).multinomial(size, np.full(size, 1 / size), size=rounds)
    found = [_figures(dict(zip(KEYS, row, strict=True))) for row in draws @ rows]
    ranges = {name: np.quantile([f[name] for f in found], (0.025, 0.975)) for name in found[0]}
    return {name: (float(low), float(high)) for name, (low, high) in ranges.items()}


def _same(a: Sequence[object], b: Sequence[object]) -> int:
    return sum(x == y for x, y in zip(a, b, strict=True))
