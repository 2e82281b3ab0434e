"""Scores of what the encoder hears and vouches for, through the shipped run time."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from factuality import read_factuality
from treebanks import Example
from voices import read_voices

from tocsin.read.bio import runs
from tocsin.read.encoder import Encoder
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Sentence, Word
from tocsin.read.utterances import Utterance
from tocsin.read.words import WordRules
from tocsin.rules import load

LIKELY = 0.5  # from this likelihood on, a cue counts as found
NAMES = {
    "cue": "cue F1",
    "source": "source, given the cue",
    "content": "content, given the cue",
    "mae": "factuality error × 10",
    "r": "factuality r × 100",
}


def further_figures(encoder: Encoder, data: Path, part: str) -> dict[str, float]:
    """Return per cents for voices (PolNeAR), and error and correlation for factuality (UW).

    Exact words within the sentence of the cue; cues inside another content are left out, because
    the data marks only the outermost voices.
    """
    splitter = Splitter(load("en", "words.toml", WordRules))
    spoken = read_voices(data / "attribution" / f"polnear-{part}.jsonl.gz", splitter)
    judged = read_factuality(data / "factuality" / "UW" / f"{part}.jsonl")
    n = Counter[str]()
    for example, sentence in zip(spoken, _parsed(encoder, spoken), strict=True):
        n += _heard(example, sentence)
    gold, found = _values(judged, _parsed(encoder, judged))
    return {
        "cue": 200 * n["cue_same"] / max(1, n["cue_gold"] + n["cue_found"]),
        "source": 100 * n["source"] / max(1, n["cue_same"]),
        "content": 100 * n["content"] / max(1, n["cue_same"]),
        "mae": 10 * float(np.abs(gold - found).mean()),
        "r": 100 * float(np.corrcoef(gold, found)[0, 1]),
    }


def _parsed(encoder: Encoder, examples: Sequence[Example]) -> list[Sentence]:
    return encoder.parse([[Word(0, 0, text) for text in e.words] for e in examples])


def _heard(example: Example, sentence: Sentence) -> Counter[str]:
    labels = example.cues or ()
    golds = {tuple(range(a, b)) for _, a, b in runs([label or "O" for label in labels])}
    found = {u.cue: u for u in sentence.utterances if u.likelihood >= LIKELY and labels[u.cue[0]]}
    n = Counter(cue_gold=len(golds), cue_found=len(found), cue_same=len(golds & set(found)))
    for voice in example.voices or ():
        if voice.cue in found:
            n.update(_parts(voice.parts, found[voice.cue]))
    return n


def _parts(gold: Sequence[str], found: Utterance) -> Counter[str]:
    words = {
        role: {i for i, part in enumerate(gold) if part.endswith(role.upper())}
        for role in ("source", "content")
    }
    same = {role: wanted == set(getattr(found, role)) for role, wanted in words.items()}
    return Counter({role: int(right) for role, right in same.items()})


def _values(
    examples: Sequence[Example], sentences: Sequence[Sentence]
) -> tuple[np.ndarray, np.ndarray]:
    pairs = [
        (value, sentence.vouched[at])
        for example, sentence in zip(examples, sentences, strict=True)
        for at, value in (example.facts or {}).items()
    ]
    gold, found = np.array(pairs).T
    return gold, found.clip(-3, 3)
