"""Made-up weeks through the whole program: origins, figures and contradictions against labels.

    python benchmarks/weeks.py [--week alpha] [--show]

Each week of `tests/journeys/weeks` is added to an empty desk by `tocsin add`; then what `origins`,
`claims`, `estimates` and `contradictions` print as JSON is held against its labels. `--show` prints
what is wrong, but for `epsilon`: it is held apart, so that its figures tell how the program does on
a week that nobody mended it on.
"""

import argparse
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from week_labels import Share, Week, contradictions, figures_found, origin_pairs, series

from tocsin.show.cli.guard import guarded
from tocsin.show.cli.program import build

WEEKS = Path(__file__).parents[1] / "tests" / "journeys" / "weeks"
MENDED, APART = ("alpha", "beta", "gamma", "delta"), ("epsilon",)
TEXTUAL = ("wire", "release", "publisher")  # kinds that shared text or a credit shows
# Misses of these stand under "recall" already.
KINDS = ("figure", "place", "time", "actor", "status", "denial", "correction")
Scores = dict[str, dict[str, Share]]


def main() -> None:
    """Print the figures of the weeks asked for, and what is wrong where it may be seen."""
    asked = argparse.ArgumentParser(description=__doc__)
    weeks = (*MENDED, *APART)
    asked.add_argument("--week", choices=weeks, nargs="+", default=list(weeks))
    asked.add_argument("--show", action="store_true", help="print what is wrong, where it may be")
    given = asked.parse_args()
    for name in (one for one in given.week if given.show and one in APART):
        asked.error(f"{name} is held apart and its errors are not shown: give --week alpha beta")
    for name in given.week:
        _print(name, scores(WEEKS / name), shown=given.show)


def scores(folder: Path) -> Scores:
    """Return the measures of a week by what they are of, as the program does now."""
    week = Week.load(folder)
    printed = _printed(week)
    origins, claims = printed["origins"], [_figure(one) for one in printed["claims"]]
    return {
        "origins": origin_pairs(week, [one for one in origins if one["kind"] in TEXTUAL]),
        "origins with cited sources": origin_pairs(week, origins, cited=True),
        "figures": {
            "found": figures_found(week, claims),
            **series(week, printed["estimates"]),
        },
        "contradictions": contradictions(week, printed["contradictions"], claims),
    }


def _printed(week: Week) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        db = ("--db", f"{folder}/desk.db")
        _run("add", *map(str, week.files), *db)
        every = ("--limit", "100000")  # of claims the latest 50 are shown where nothing is asked
        asked = ("origins", "estimates", "contradictions", "claims")
        return {name: json.loads(_run(name, *every, "--format", "json", *db)) for name in asked}


def _run(*arguments: str) -> str:
    said, aside = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(aside):
        code = guarded(lambda: build()(list(arguments)))
    if code:
        sys.exit(f"tocsin {arguments[0]} ended with {code}: {aside.getvalue()}")
    return said.getvalue()


def _figure(claim: dict[str, Any]) -> dict[str, Any]:
    held = claim["quantity"] or {"low": "none", "high": "none", "text": None}
    return {
        "file": claim["report"]["file"],
        "quote": claim["quote"],
        **{name: held[name] for name in ("low", "high", "text")},
    }


def _print(name: str, found: Scores, *, shown: bool) -> None:
    print(f"{name}\n")
    for part, measures in found.items():
        for measure, share in measures.items():
            print(f"  {part:27}{measure:15}{100 * share.value:6.1f} %  {share.right}/{share.whole}")
        print(f"  {part:27}{'F1':15}{100 * f1(measures):6.1f} %\n" if "recall" in measures else "")
    for part, measures in found.items() if shown else ():
        for measure in (one for one in measures if one not in KINDS):
            print(f"## {part}, {measure}", *measures[measure].wrong, sep="\n  ", end="\n\n")


def f1(measures: dict[str, Share]) -> float:
    """Return the harmonic mean of precision and recall."""
    precision, recall = measures["precision"].value, measures["recall"].value
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
