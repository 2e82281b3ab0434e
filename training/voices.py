"""Reads attributions (PolNeAR) into examples: who says what, by the words of one sentence.

Only the outermost attribution is marked there: words inside a content are therefore left out of
the loss of the cues, so that the model may find the voices within.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from treebanks import Example, VoiceGold

from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Word

PARTS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
CUES = ("O", "B-CUE", "I-CUE")


def read_voices(path: Path, splitter: Splitter) -> list[Example]:
    """Read a part of PolNeAR, one example for each sentence of two words or more."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [e for line in lines for e in _examples(json.loads(line), splitter)]


def _examples(item: dict[str, object], splitter: Splitter) -> Iterator[Example]:
    given: list[dict[str, list[list[int]]]] = item["attributions"]  # type: ignore[assignment]
    for number, words in enumerate(splitter.split(str(item["text"]))):
        if len(words) < 2:
            continue
        near = [a for a in given if _held(words, a["cue"]) or _held(words, a["content"])]
        spoken = [_gold(words, a) for a in near if _held(words, a["cue"])]
        yield replace(
            _bare(f"{item['doc_id']}-{number}", str(item["doc_id"]), [w.text for w in words]),
            cues=_cues(words, near),
            voices=tuple(spoken),
        )


def _bare(id: str, document: str, words: Sequence[str]) -> Example:
    return Example(id=id, document=document, words=tuple(words))


def _gold(words: Sequence[Word], given: dict[str, list[list[int]]]) -> VoiceGold:
    parts = ["O"] * len(words)
    for role in ("content", "source"):
        for span in given[role]:
            for k, i in enumerate(_held(words, [span])):
                parts[i] = f"{'I' if k else 'B'}-{role.upper()}"
    return VoiceGold(tuple(_held(words, given["cue"])), tuple(parts))


def _cues(words: Sequence[Word], given: Iterable[dict[str, list[list[int]]]]) -> tuple[str, ...]:
    labels = ["O"] * len(words)
    for each in given:
        for i in _held(words, each["content"]):
            labels[i] = ""
    for each in given:
        for k, i in enumerate(_held(words, each["cue"])):
            labels[i] = CUES[2 if k else 1]
    return tuple(labels)


def _held(words: Sequence[Word], spans: Sequence[Sequence[int]]) -> list[int]:
    return [
        i
        for i, w in enumerate(words)
        if any(w.start < end and start < w.end for start, end in spans)
    ]
