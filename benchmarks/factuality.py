"""Score how far writers vouch for events (−3 to 3) on the UW part of the factuality data.

    python benchmarks/factuality.py [--data ../shared] [--split dev|test] [--set UW|MEANTIME]

Prints mean absolute error, Pearson's r and F1 by class (the scorer beside the data cuts the scale),
with the best known peer: TruthTeller with supervision, .399 / .668 on UW test. The judges' own
words are kept: the encoder is given them as they are split in the data.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tocsin.read.syntax import Word
from tocsin.run.models import load_encoder


def words(text: str) -> list[Word]:
    """Return the words of a text that is split by blanks."""
    found, at = [], 0
    for part in text.split():
        found.append(Word(at, at + len(part), part))
        at += len(part) + 1
    return found


def predictions(gold: Path) -> Iterator[dict[str, object]]:
    """Yield the rows of `gold` with our values in the place of the judges'."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
    encoder = load_encoder("en")
    for row in rows:
        (sentence,) = encoder.parse([words(row["text"])])
        for target in row["targets"]:
            value = sentence.vouched[target["span1"][0]]
            target["label"] = max(-3.0, min(3.0, value))
        yield row


def main() -> None:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--set", choices=["UW", "MEANTIME"], default="UW")
    args = parser.parse_args()
    gold = args.data / "data" / "factuality" / args.set / f"{args.split}.jsonl"
    if not gold.is_file():
        raise SystemExit(f"no data in {args.data}: give --data")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as pred:
        pred.write("".join(json.dumps(row) + "\n" for row in predictions(gold)))
        pred.flush()
        scorer = args.data / "scorers" / "score_factuality.py"
        subprocess.run([sys.executable, str(scorer), str(gold), pred.name], check=True)


if __name__ == "__main__":
    main()
