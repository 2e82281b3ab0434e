"""Score who-says-what on PolNeAR and the source chains of the labelled claims.

    python benchmarks/attribution.py [--data ../shared] [--split dev|test] [--errors 0]

Prints, for PolNeAR, exact source, cue and content F1 and linked F1 (the right source for the right
content by the right cue) beside those of peers and of people (theirs on the test part); and for the
claims, in how many the chain of sources at the labelled trigger is the labelled chain, apart for
claims that have sources and claims in the publisher's own voice. Units: per cent. The scorers stand
beside the data.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from attribution_errors import error_types
from scorers import load_scorer

from tocsin.read.attribution import Voice, attribution_of, chain_at, find_attributions
from tocsin.read.entities import find_entities
from tocsin.read.repair import repaired
from tocsin.read.syntax import Document
from tocsin.records import Report, Span
from tocsin.run.models import load_encoder
from tocsin.run.reader import load_rules

PEERS = (
    ("GenderGapTracker", "52.8", "46.5", "33.4", "39.9"),
    ("textacy", "35.2", "30.5", "13.9", "24.4"),
    ("people", "79.4", "70.8", "69.1", "71.9"),
)
ROWS = ("source exact", "cue exact", "content exact", "relation linked")


class Finder:
    """Reads texts to voices with the shipped model and rules."""

    def __init__(self) -> None:
        """Load model and rules once."""
        self.rules, self.encoder = load_rules("en"), load_encoder("en")

    def voices(self, text: str) -> list[Voice]:
        """Return the voices of `text`."""
        words = list(self.rules.splitter.split(text))
        document = Document(Report(text=text), tuple(map(repaired, self.encoder.parse(words))))
        entities = find_entities(document, self.rules.entities)
        return find_attributions(document, entities, self.rules.cues)


def predictions(finder: Finder, gold: Path) -> Iterator[dict[str, object]]:
    """Yield what the scorer reads for each text of `gold`; voices without a cue are left out."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            found = [attribution_of(v) for v in finder.voices(item["text"]) if not v.carried]
            spans = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            yield {"doc_id": item["doc_id"], "text": item["text"], "attributions": spans}


def polnear(finder: Finder, data: Path, split: str, errors: int) -> dict[str, float]:
    """Print the scorer's table for a part of PolNeAR and return the four figures of the head."""
    gold = data / "data" / "attribution" / f"polnear-{split}.jsonl.gz"
    with tempfile.TemporaryDirectory() as folder:
        plain, pred, out = (Path(folder) / n for n in ("gold.jsonl", "pred.jsonl", "out.json"))
        plain.write_bytes(gzip.decompress(gold.read_bytes()))
        pred.write_text("".join(json.dumps(p) + "\n" for p in predictions(finder, gold)))
        command = [sys.executable, str(data / "scorers" / "score_attribution.py")]
        command += [str(plain), str(pred), "--outermost", "--json", str(out)]
        command += ["--errors", str(errors)]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        scores = json.loads(out.read_text())["scores"]
        _print_errors(plain, pred)
    return {row: 100 * scores[row]["F1"] for row in ROWS}


def _print_errors(gold: Path, pred: Path) -> None:
    rows = [[json.loads(x) for x in path.read_text().splitlines()] for path in (gold, pred)]
    counts = Counter[str]()
    for one, other in zip(*rows, strict=True):
        counts += error_types(one["attributions"], other["attributions"], one["text"])
    print("the ten commonest errors")
    for name, n in counts.most_common(10):
        print(f"{n:>6}  {name}")
    print()


def claims(finder: Finder, data: Path) -> Counter[str]:
    """Return how many labelled claims have their chain of sources right, by sort of claim."""
    scorer, counts = load_scorer(data / "scorers" / "score_claims.py"), Counter[str]()
    folder = data / "data" / "claims"
    for file in sorted((folder / "gold").glob("*.json")):
        text = json.loads((folder / "reports" / file.name).read_text())["text"]
        voices, placed = finder.voices(text), scorer.Text(text)
        for claim in json.loads(file.read_text())["claims"]:
            span = _trigger(placed, claim)
            if span is None:
                continue
            sort = "with a source" if claim["sources"] else "without"
            right = any(scorer.source_right(claim["sources"], c) for c in _chains(span, voices))
            counts.update([sort, f"{sort}: right"] if right else [sort])
    return counts


def _trigger(placed: object, claim: dict[str, str]) -> Span | None:
    found = placed.place(claim["quote"])  # type: ignore[attr-defined]
    if found is None:
        return None
    at: Sequence[int] = placed.at  # type: ignore[attr-defined]
    start, end = at[found[0]], at[found[1] - 1] + 1
    word = (claim["trigger"] or claim["quote"]).split()[0]
    place = placed.text.find(word, start, end)  # type: ignore[attr-defined]
    return (start, end) if place < 0 else (place, place + len(claim["trigger"] or word))


def _chains(span: Span, voices: Sequence[Voice]) -> list[list[dict[str, str]]]:
    """Return the chain at `span`, once for each of the sources side by side at its last link."""
    links = chain_at(span, voices)
    if not links:
        return [[]]
    plain = [
        [{"name": s.name, "text": s.text, "kind": s.kind} for s in voice.speakers]
        for voice in links
    ]
    return [[*(link[0] for link in plain[:-1]), last] for last in plain[-1]]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    if not (args.data / "data" / "attribution").is_dir():
        raise SystemExit(f"no data in {args.data}: give --data")
    finder = Finder()
    ours = polnear(finder, args.data, args.split, args.errors)
    print(f"{'PolNeAR ' + args.split:<18} source    cue content  linked")
    for name, *figures in (*PEERS, ("tocsin", *(f"{ours[row]:.1f}" for row in ROWS))):
        print(f"{name:<18}" + "".join(f"{figure:>7}" for figure in figures))
    counts = claims(finder, args.data)
    print("\nsource chains of the labelled claims")
    for sort in ("with a source", "without"):
        right, of = counts[f"{sort}: right"], counts[sort]
        print(f"{sort:<18} {right} of {of} right ({100 * right / of:.1f})")


if __name__ == "__main__":
    main()
