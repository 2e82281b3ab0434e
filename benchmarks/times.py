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
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
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
SENTENCES = Path(__file__).parents[1] / "gold" / "times-en.toml"
PARTS = ("A", "B")
ASKED = ("words", "type", "value", "days")
MEASURES = ("strict", "relaxed", "value", "calendar")

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
    scorer = _scorer(options.shared / "scorers" / "score_timex.py")
    print("| corpus | reader | " + " | ".join(MEASURES) + " |\n" + "|---" * 6 + "|")
    for name, path in GOLD.items():
        if options.only in name:
            _corpus(name, scorer, scorer.read_gold(str(options.shared / "data" / path)))
    found, right, known = _labelled(options.shared / "data" / "claims")
    print(f"\ndays of labelled claims: {right} of {known} right, {found} with a time in them")


def _sentences() -> None:
    print("| own sentences | " + " | ".join((*ASKED, "all")) + " |\n" + "|---" * 6 + "|")
    for reader, read in (("text alone", _raw), ("parsed", _parsed())):
        for part in PARTS:
            scores = score_sentences(read, part)
            print(f"| part {part}, {reader} | {_cells(scores[e] for e in (*ASKED, 'all'))} |")
    print()


def score_sentences(read: Read, part: str = "A") -> dict[str, float]:
    """Return how many of the times of made-up sentences are right, F1 in per cent.

    Of `ASKED` each by itself, its words being right; "all" asks for all of them at once.
    """
    hits: Counter[str] = Counter()
    total = 0
    groups = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["group"]
    for group in (g for g in groups if g.get("part", "A") == part):
        for text, *gold in group["sentences"]:
            times = find_times(read(text, group["published"]), RULES)
            wanted = [each.split("|") for each in gold]
            total += len(wanted) + len(times)
            hits.update(_hits(wanted, [_told(each) for each in times]))
    return {each: 200 * hits[each] / total for each in (*ASKED, "all")}


def _told(found: Time) -> list[str]:
    start, end = _days(found)
    return [found.text, found.type, found.value or "", f"{start or ''}/{end or ''}"]


def _hits(wanted: Sequence[list[str]], times: list[list[str]]) -> Iterator[str]:
    for gold in wanted:
        match = next((each for each in times if each[0] == gold[0]), None)
        if match is None:
            continue
        times.remove(match)
        right = [w in ("?", got) for w, got in zip(gold, match, strict=True)]
        yield from (name for name, fits in zip(ASKED, right, strict=True) if fits)
        if all(right):
            yield "all"


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


def _speeds(folder: Path, peers: str) -> None:
    paths = sorted((folder / "reports").glob("*.json"))[:12]
    if not paths:
        print(f"no speed: no reports in {folder}")
        return
    read = _parsed()
    documents = [read(json.loads(path.read_text())["text"], "2024-12-23") for path in paths]
    best_of = import_module("peers").best_of
    took = best_of(lambda: [find_times(d, RULES) for d in documents], 5)
    ours = sum(len(d.text) for d in documents) / 1e6 / took
    print("| speed after the parse | MB/s | tocsin is faster by |\n|---|---|---|")
    print(f"| tocsin | {ours:.3f} | – |")
    print(f"| HeidelTime (another day) | 0.0066 | {ours / 0.0066:.0f} times |")
    told = "\n".join(json.dumps({"text": document.text}) for document in documents)
    command = [peers, str(Path(__file__).parent / "peers.py"), "times"]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    for name, speed in json.loads(done.stdout.splitlines()[-1]).items():
        shown = f"{speed:.4f} | {ours / speed:.0f} times" if speed else "not installed | –"
        print(f"| {name} | {shown} |")
    print()


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
