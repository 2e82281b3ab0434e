"""Scores of the reader on a treebank: tags, lemmas, attachment, entities, with intervals."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from augment import spans
from treebanks import Example


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
    want = {s for s in spans(gold) if s[0] != "OTH"}
    have = {s for s in spans(parsed) if s[0] != "OTH"}
    return Counter(want=len(want), have=len(have), hit=len(want & have))


def figures(all_counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Sum up counts into percentages."""
    total: Counter[str] = sum(all_counts, Counter())
    result = {
        name: 100 * total[name] / max(1, total["words"])
        for name in ("upos", "xpos", "lemma", "uas", "las")
    }
    if total["want"]:
        result["ner_p"] = 100 * total["hit"] / max(1, total["have"])
        result["ner_r"] = 100 * total["hit"] / total["want"]
        result["ner_f1"] = 200 * total["hit"] / (total["want"] + total["have"])
    return result


def intervals(
    all_counts: Sequence[Counter[str]],
    *,
    rounds: int = 500,
    of: Callable[[Sequence[Counter[str]]], dict[str, float]] = figures,
) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals by drawing sentences with replacement."""
    dice = random.Random(0)
    drawn = [of(dice.choices(all_counts, k=len(all_counts))) for _ in range(rounds)]
    return {
        name: (values[int(0.025 * rounds)], values[int(0.975 * rounds)])
        for name in drawn[0]
        if (values := sorted(d[name] for d in drawn))
    }


def _same(a: Sequence[object], b: Sequence[object]) -> int:
    return sum(x == y for x, y in zip(a, b, strict=True))
