"""Reads how far authors vouch for events (−3 to 3) into examples: UDS-IH2, UW and MEANTIME."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from treebanks import Example

Values = dict[tuple[str, ...], dict[int, float]]


def read_factuality(path: Path) -> list[Example]:
    """Read one file; the value of an event stands at its (single) word."""
    return [
        Example(id=f"{path.parent.name}-{n}", document=path.parent.name, words=words, facts=facts)
        for n, (words, facts) in enumerate(_rows(path))
    ]


def with_values(examples: Sequence[Example], path: Path) -> list[Example]:
    """Join treebank sentences with the values that UDS-IH2 has for the same words."""
    values = dict(_rows(path))
    return [replace(e, other_facts=values.get(e.words)) for e in examples]


def _rows(path: Path) -> list[tuple[tuple[str, ...], dict[int, float]]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as rows:
        lines = [json.loads(row) for row in rows if row.strip()]
    return [
        (tuple(row["text"].split()), {t["span1"][0]: float(t["label"]) for t in row["targets"]})
        for row in lines
    ]
