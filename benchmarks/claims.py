"""Score the reader's claims on the labelled reports, with the scorer that stands beside the data.

    python benchmarks/claims.py [--data ../shared] [--show 40] [--only own apart]

Prints found, typed and whole F1 and the F1 of every slot for the development reports, for the
example report and for the labelled reports of this repository (`gold/`): those that the rules were
mended on, and those held apart, whose errors are never shown. Units: per cent.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tocsin.records import dumps
from tocsin.run.collecting import read_targets

OWN = Path(__file__).parents[1] / "gold"
PARTS = ["development", "example", "own", "apart"]
APART = {*range(11, 21), *range(31, 41), 49, 50}  # numbers of the reports held apart: only scored


def example_folder(claims: Path, out: Path) -> tuple[Path, Path]:
    """Lay the example report out as the scorer wants it; return its gold and report folders."""
    gold, reports = out / "gold", out / "reports"
    gold.mkdir()
    reports.mkdir()
    labels = json.loads((claims / "example" / "gold.json").read_text())
    source = claims / "example" / f"{labels['report']}.txt"
    (gold / f"{labels['report']}.json").write_text(json.dumps(labels))
    record = {"text": source.read_text(), "published": "2024-12-23"}
    (reports / f"{labels['report']}.json").write_text(json.dumps(record))
    return gold, reports


def own_folder(out: Path, apart: bool) -> tuple[Path, Path]:
    """Lay out the labels of our own reports, held apart or not; return the two folders."""
    gold = out / ("apart" if apart else "own")
    gold.mkdir()
    for labels in sorted((OWN / "claims").glob("*.json")):
        if (int(labels.name[:2]) in APART) == apart:
            (gold / labels.name).write_text(labels.read_text())
    return gold, OWN / "reports"


def read_folder(gold: Path, reports: Path, out: Path) -> None:
    """Write one reading a line for each report that has gold, as `tocsin read` would."""
    targets = [str(reports / file.name) for file in sorted(gold.glob("*.json"))]
    with out.open("w") as lines:
        for outcome in read_targets(targets):
            if outcome.reading is None:
                raise SystemExit(f"{outcome.where}: {'; '.join(outcome.problems)}")
            lines.write(dumps(outcome.reading) + "\n")


def score(scorer: Path, gold: Path, reports: Path, show: int) -> str:
    """Return what the scorer prints for the readings of `reports` against `gold`."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "readings.jsonl"
        read_folder(gold, reports, out)
        command = [sys.executable, str(scorer), "--gold", str(gold), "--reports", str(reports)]
        command += ["--pred", str(out), "--show", str(show)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def folders(part: str, claims: Path, out: Path) -> tuple[Path, Path]:
    """Return the gold and report folders of one part, laid out in `out` where need be."""
    if part == "development":
        return claims / "gold", claims / "reports"
    if part == "example":
        return example_folder(claims, out)
    return own_folder(out, apart=part == "apart")


def main() -> None:
    """Print the scores of the parts asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared"))
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    given = options.parse_args()
    claims, scorer = given.data / "data" / "claims", given.data / "scorers" / "score_claims.py"
    for part in given.only:
        with tempfile.TemporaryDirectory() as folder:
            gold, reports = folders(part, claims, Path(folder))
            shown = 0 if part == "apart" else given.show
            print(f"{part}\n", score(scorer, gold, reports, shown))


if __name__ == "__main__":
    main()
