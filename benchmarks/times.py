"""How well and how fast times are read: `python benchmarks/times.py`.

WikiWars (22 histories of wars) is for tuning, TempEval-3 platinum (20 news reports) only to report.
Scored as in TempEval-3: the span, its overlap, the value of what overlaps, and how many of the
values that name days name the right ones. The days are also held against the `time` of labelled
claims. HeidelTime's figures were measured on the same files with the same scorer; its speed on
one core of the machine of that trial.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.times import find_times, time_rules
from tocsin.read.words import WordRules
from tocsin.records import Report, Time
from tocsin.rules import load
from tocsin.run.models import load_encoder

RULES = time_rules("en")
GOLD = {
    "WikiWars": "time/wikiwars/WikiWars_20120218_v104/keyinline",
    "TempEval-3 platinum": "time/te3-platinum",
}
HEIDELTIME = {"WikiWars": (85.9, 91.9, 83.2, 88.5), "TempEval-3 platinum": (84.0, 90.7, 78.1, 87.9)}
MEASURES = ("strict", "relaxed", "value", "calendar")

Read = Callable[[str, str], Document]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", default="", help="measure one corpus, such as WikiWars")
    options = parser.parse_args()
    scorer = _scorer(options.shared / "scorers" / "score_timex.py")
    print("| corpus | reader | " + " | ".join(MEASURES) + " |\n" + "|---" * 6 + "|")
    for name, path in GOLD.items():
        if options.only in name:
            _corpus(name, scorer, scorer.read_gold(str(options.shared / "data" / path)))
    found, right, known = _labelled(options.shared / "data" / "claims")
    print(
        f"\ndays of labelled claims: {right} of {known} right, {found} with a time in their words"
    )
    print(f"speed: {_speed(options.shared / 'data' / 'claims'):.2f} MB/s (HeidelTime 0.0066)")


def _corpus(name: str, scorer: ModuleType, documents: list[dict[str, Any]]) -> None:
    for reader, read in (("tocsin, text alone", _raw), ("tocsin, parsed", _parsed())):
        predicted = [row for each in documents for row in _rows(each, read)]
        result = scorer.score(documents, predicted)[0]
        print(f"| {name} | {reader} | {_cells(result[m]['F1'] for m in MEASURES)} |")
    print(f"| {name} | HeidelTime | {_cells(HEIDELTIME[name])} |")


def _rows(gold: dict[str, Any], read: Read) -> Iterator[dict[str, Any]]:
    for found in find_times(read(gold["text"], gold["dct"]), RULES):
        start, end = found.span
        value = found.value or ""
        yield {
            "doc_id": gold["doc_id"], "start": start, "end": end, "type": found.type,
            "value": value,
        }  # fmt: skip


def _raw(text: str, published: str) -> Document:
    at = datetime.fromisoformat(published[:10]).replace(tzinfo=UTC)
    return Document(Report(text=text, published=at), ())


def _parsed() -> Read:
    encoder = load_encoder("en")
    splitter = Splitter(load("en", "words.toml", WordRules))

    def read(text: str, published: str) -> Document:
        sentences = encoder.parse(list(splitter.split(text)))
        return Document(_raw(text, published).report, tuple(sentences))

    return read


def _labelled(folder: Path) -> tuple[int, int, int]:
    """Return how many labelled times of claims hold a time, have its days, and there are."""
    found = right = known = 0
    read = _parsed()
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text())
        report = json.loads((folder / "reports" / gold["report"]).read_text())
        times = find_times(read(report["text"], report["published"]), RULES)
        labels = {_label(c["time"]) for c in gold["claims"] if c["time"]}
        for text, start, end in labels:
            inside = [t for t in times if _overlaps(t, text, report["text"])]
            known, found = known + 1, found + bool(inside)
            right += (start, end) in {_days(t) for t in inside}
    return found, right, known


def _label(slot: dict[str, str | None]) -> tuple[str, str | None, str | None]:
    return str(slot["text"]), slot["start"], slot["end"]


def _days(found: Time) -> tuple[str | None, str | None]:
    return (
        found.start.isoformat() if found.start else None,
        found.end.isoformat() if found.end else None,
    )


def _overlaps(found: Time, text: str, whole: str) -> bool:
    spots = re.finditer(re.escape(text), whole)
    return any(found.span[0] < m.end() and found.span[1] > m.start() for m in spots)


def _speed(folder: Path) -> float:
    texts = [json.loads(path.read_text())["text"] for path in (folder / "reports").glob("*.json")]
    documents = [_raw(text, "2024-12-23") for text in texts] * 5
    find_times(documents[0], RULES)
    start = time.process_time()
    for document in documents:
        find_times(document, RULES)
    return sum(len(d.text) for d in documents) / 1e6 / (time.process_time() - start)


def _cells(values: Any) -> str:  # noqa: ANN401 - any row of numbers
    return " | ".join(f"{value:.1f}" for value in values)


def _scorer(path: Path) -> ModuleType:
    if not path.is_file():
        sys.exit(f"{path} is missing: give the folder of the evaluation data with --shared")
    spec = spec_from_file_location("score_timex", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be read")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
