"""Reads a user's own labels beside the named data: trees, attributions or factuality."""

import gzip
import json
from pathlib import Path

from factuality import read_factuality
from treebanks import Example, read_conllu
from voices import read_voices

from tocsin.read.sentences import Splitter

FORMS = "CoNLL-U (.conllu), or JSONL with `attributions` (text, spans) or `targets` (words, values)"


def read_own(path: Path, splitter: Splitter) -> list[Example]:
    """Return the examples of a file, by its form.

    Raises:
        SystemExit: the file is of no form that is known; the message names them.
    """
    name = path.name.removesuffix(".gz")
    if name.endswith(".conllu"):
        return read_conllu(path)
    first = _first_row(path) if name.endswith(".jsonl") else {}
    if "attributions" in first:
        return read_voices(path, splitter)
    if "targets" in first:
        return read_factuality(path)
    raise SystemExit(f"{path} holds no labels that are known: give {FORMS}")


def _first_row(path: Path) -> dict[str, object]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        line = next((line for line in lines if line.strip()), "{}")
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return {}
    return row if isinstance(row, dict) else {}
