"""How well and how fast figures are read: `python benchmarks/quantities.py [--peers PYTHON]`.

`gold/quantities-en.toml` holds made-up sentences: a figure of theirs counts when its words, value,
bound, unit, counted thing and change are right. NewsQuant (the half for tuning) is read by its
scorer. With `--peers`, a Python in which other programs are installed, their speed is put beside.

    python benchmarks/quantities.py sentences.jsonl [--parse] > predictions.jsonl

prints one `{"id", "quantities": [{"value", "unit", "bound"}]}` a line for one `{"id", "text"}` a
line, counted as NewsQuant counts (see `newsquant.py`).
"""

import argparse
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from documents import parsed, plain, reports
from labels import cells, f1, groups, heading
from newsquant import as_the_set, newsquant, predictions
from peers import print_speeds

from tocsin.read.quantities import Lexicon, find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.read.times import find_times, time_rules
from tocsin.read.times.rules import TimeRules
from tocsin.records import Quantity

ASKED = ("words", "value", "unit", "of", "change")

Read = Callable[[str], Document]


def main() -> None:
    """Print the tables, or the predictions for a file of sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", nargs="?", type=Path)
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the peers")
    asked = parser.parse_args()
    if asked.sentences:
        _predict(asked.sentences, parsed if asked.parse else plain)
        return
    print(heading("own sentences, parsed", ASKED))
    for part in ("A", "B"):
        print(f"| part {part} | {cells(score_sentences(parsed, part).values())} |")
    newsquant(asked.shared, _rules())
    texts = reports(asked.shared / "data" / "claims" / "reports")
    documents = [parsed(text) for text in texts]
    print()
    print_speeds(
        "quantities", texts, lambda: [find_quantities(d, _rules()) for d in documents], asked.peers
    )


def _predict(path: Path, read: Read) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    theirs = as_the_set(_rules())
    for row in rows:
        found = predictions(read(row["text"]), theirs)
        print(json.dumps({"id": row["id"], "quantities": found}))


def score_sentences(read: Read, part: str) -> dict[str, float]:
    """Return how many figures of a part of the made-up sentences are right, F1 in per cent.

    Of `ASKED` each by itself, the words being right; "all" asks for all of them at once.
    """
    told = (
        ([label.split("|") for label in labels], read_alone(read(text)))
        for group in groups("quantities")
        if group["part"] == part
        for text, *labels in group["sentences"]
    )
    return f1(told, ASKED, _judged)


def read_alone(document: Document) -> list[Quantity]:
    """Return the figures of a document as the layer alone gives them: dates taken out."""
    times = find_times(document, _times())
    dated = [found.span for found in times if found.type != "DURATION"]
    return find_quantities(document, _rules(), dated)


def _judged(label: list[str], found: Quantity) -> list[bool]:
    _, low, high, bound, unit, of, change = (label + [""] * 7)[:7]
    return [
        True,
        _same(low, found.low) and _same(high, found.high) and bound in ("?", found.bound),
        unit in ("?", found.unit or ""),
        of == "?" or _ends_alike(of.lower().split(), (found.of or "").lower().split()),
        change in ("?", found.change or ""),
    ]


def _same(gold: str, found: float | None) -> bool:
    if gold in ("", "?") or found is None:
        return gold == "?" or (gold == "" and found is None)
    return abs(float(gold) - found) <= 1e-5 * abs(float(gold))


def _ends_alike(one: list[str], other: list[str]) -> bool:
    """Whether one thing ends with the other: "North Korean troops", "troops"."""
    short = min(len(one), len(other))
    return one == other or (short > 0 and one[-short:] == other[-short:])


@cache
def _rules() -> Lexicon:
    return quantity_rules("en")


@cache
def _times() -> TimeRules:
    return time_rules("en")


if __name__ == "__main__":
    main()
