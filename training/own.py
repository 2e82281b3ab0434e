"""Reads a user's own labels beside the named data: trees, attributions or factuality."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factuality import read_factuality
from treebanks import Example, read_conllu
from voices import read_voices

from tocsin.read.sentences import Splitter

FORMS = "CoNLL-U (.conllu), or JSONL with `attributions` (text, spans) or `targets` (words, values)"


def read_own(path: Path, splitter: Splitter) -> list[Example]:
    """Return the examples of a file, by its form.

    Raises:
        SystemExit: the file is of no form that is known, or a label in it points at no whole word;
            the message names the forms, or the label.
    """
    name = path.name.removesuffix(".gz")
    if name.endswith(".conllu"):
        return read_conllu(path)
    rows = _rows(path) if name.endswith(".jsonl") else []
    first = rows[0] if rows else {}
    if "attributions" in first:
        _tell(path, [fault for row in rows for fault in _cut_words(row, splitter)])
        return read_voices(path, splitter)
    if "targets" in first:
        _tell(path, [fault for row in rows for fault in _far_targets(row)])
        return read_factuality(path)
    raise SystemExit(f"{path} holds no labels that are known: give {FORMS}")


def _rows(path: Path) -> list[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        try:
            rows = [json.loads(line) for line in lines if line.strip()]
        except json.JSONDecodeError:
            return []
    return rows if all(isinstance(row, dict) for row in rows) else []


def _tell(path: Path, faults: list[str]) -> None:
    if faults:
        raise SystemExit("\n".join([f"{path}: labels that can't be learnt from", *faults]))


def _cut_words(row: dict[str, Any], splitter: Splitter) -> Iterator[str]:
    """Yield what is said of spans that begin or end inside a word."""
    if not {"doc_id", "text", "attributions"} <= row.keys():
        yield f"  a row without doc_id, text or attributions: {json.dumps(row)[:80]}"
        return
    text, name = row["text"], row["doc_id"]
    words = [word for sentence in splitter.split(text) for word in sentence]
    starts, ends = {word.start for word in words}, {word.end for word in words}
    for each in row["attributions"]:
        for role in ("source", "cue", "content"):
            for start, end in each[role]:
                if start not in starts or end not in ends:
                    cut = text[start:end]
                    yield f"  {name}: the {role} {start}-{end} is not of whole words: {cut!r}"


def _far_targets(row: dict[str, Any]) -> Iterator[str]:
    """Yield what is said of targets outside the sentence, or of values outside the scale."""
    size = len(row["text"].split())
    for target in row["targets"]:
        (first, end), label = target["span1"], target["label"]
        if not (0 <= first < end <= size and -3 <= label <= 3):
            yield f"  words {first}-{end} of {size}, value {label}: {row['text']!r}"
