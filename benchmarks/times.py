"""How well and how fast times are read: `python benchmarks/times.py`.

WikiWars (22 histories of wars) is for tuning, TempEval-3 platinum (20 news reports) only to report.
Scored as in TempEval-3: the span, its overlap, the value of what overlaps, and how many of the
values that name days name the right ones. The days are also held against the `time` of labelled
claims. `gold/times-en.toml` holds made-up sentences for what no public set has; a time of theirs
counts when words, type, value and days are right. HeidelTime's figures were measured on the same
files with the same scorer; its speed on one core of the machine of that trial. With `--peers`, a
Python in which other programs are installed, their speed is measured beside in the same run.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from documents import parsed, plain, reports
from labels import cells, f1, groups, heading
from peers import print_speeds
from scorers import load_scorer

from tocsin.read.syntax import Document
from tocsin.read.times import find_times, time_rules
from tocsin.records import Time

RULES = time_rules("en")
GOLD = {
    "WikiWars": "time/wikiwars/WikiWars_20120218_v104/keyinline",
    "TempEval-3 platinum": "time/te3-platinum",
}
HEIDELTIME = {"WikiWars": (85.9, 91.9, 83.2, 88.5), "TempEval-3 platinum": (84.0, 90.7, 78.1, 87.9)}
HEIDELTIME_SPEED = 0.0066  # megabytes a second
PARTS = ("A", "B")
ASKED = ("words", "type", "value", "days")
MEASURES = ("strict", "relaxed", "value", "calendar")
READERS = {"text alone": plain, "parsed": parsed}

Read = Callable[[str, str], Document]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", default="", help="measure one corpus, such as WikiWars")
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the peers")
    options = parser.parse_args()
    _sentences()
    _speeds(options.shared / "data" / "claims", options.peers)
    if options.only == "own":
        return
    rated = load_scorer(options.shared / "scorers" / "score_timex.py")
    print("| corpus | reader | " + " | ".join(MEASURES) + " |\n" + "|---" * 6 + "|")
    for name, path in GOLD.items():
        if options.only in name:
            _corpus(name, rated, rated.read_gold(str(options.shared / "data" / path)))
    found, right, known = _labelled(options.shared / "data" / "claims")
    print(f"\ndays of labelled claims: {right} of {known} right, {found} with a time in them")


def _sentences() -> None:
    print(heading("own sentences", ASKED))
    for reader, read in READERS.items():
        for part in PARTS:
            found = score_sentences(read, part)
            print(f"| part {part}, {reader} | {cells(found.values())} |")
    print()


def score_sentences(read: Read, part: str = "A") -> dict[str, float]:
    """Return how many of the times of made-up sentences are right, F1 in per cent.

    Of `ASKED` each by itself, its words being right; "all" asks for all of them at once.
    """
    told = (
        ([label.split("|") for label in labels], find_times(read(text, group["published"]), RULES))
        for group in groups("times")
        if group.get("part", "A") == part
        for text, *labels in group["sentences"]
    )
    return f1(told, ASKED, _judged)


def _judged(label: list[str], found: Time) -> list[bool]:
    start, end = _days(found)
    told = [found.text, found.type, found.value or "", f"{start or ''}/{end or ''}"]
    return [asked in ("?", got) for asked, got in zip(label, told, strict=True)]


def _corpus(name: str, rated: ModuleType, documents: list[dict[str, Any]]) -> None:
    for reader, read in READERS.items():
        predicted = [row for each in documents for row in _rows(each, read)]
        result = rated.score(documents, predicted)[0]
        print(f"| {name} | tocsin, {reader} | {cells(result[m]['F1'] for m in MEASURES)} |")
    print(f"| {name} | HeidelTime | {cells(HEIDELTIME[name])} |")


def _rows(gold: dict[str, Any], read: Read) -> Iterator[dict[str, Any]]:
    for found in find_times(read(gold["text"], gold["dct"]), RULES):
        start, end = found.span
        value = found.value or ""
        yield {
            "doc_id": gold["doc_id"], "start": start, "end": end, "type": found.type,
            "value": value,
        }  # fmt: skip


def _labelled(folder: Path) -> tuple[int, int, int]:
    """Return how many labelled times of claims hold a time, have its days, and there are."""
    found = right = known = 0
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text())
        report = json.loads((folder / "reports" / gold["report"]).read_text())
        times = find_times(parsed(report["text"], report["published"]), RULES)
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


def _speeds(folder: Path, peers: str) -> None:
    texts = reports(folder / "reports")
    documents = [parsed(text, "2024-12-23") for text in texts]
    known = {"HeidelTime (another day)": HEIDELTIME_SPEED}
    print_speeds("times", texts, lambda: [find_times(d, RULES) for d in documents], peers, known)
    print()


if __name__ == "__main__":
    main()
