"""How near fused figures come to the truth, by the core that `tocsin estimates` uses.

    python benchmarks/estimates.py FOLDER

`FOLDER` is `../shared/data/weigh`: its population claims (Pasternack and Roth 2010: city, source,
value, year) are fused and compared with the gold, beside what simpler rules give; its daily series
are read as stocks, flows and totals.
"""

import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from tocsin.weigh.estimate.fuse import Vote, fused, learn, weighted

Tables = dict[str, list[Vote]]


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) / "truth-population"
    tables, gold = claims(folder), truths(folder)
    gold = {key: value for key, value in gold.items() if key in tables and value > 0}
    weights = learn(tables)
    print(f"{len(gold)} things, {sum(map(len, tables.values())):,} figures\n")
    print(f"{'':28}{'MAE':>24}{'off by > 0.1 %':>16}")
    for name, rule in RULES.items():
        show(name, {key: rule(tables[key]) for key in gold}, gold)
    found = {key: fused(weighted(tables[key], weights)) or 0.0 for key in gold}
    show("tocsin, sources weighed", found, gold)


def claims(folder: Path) -> Tables:
    """Return the votes on each city and year."""
    tables: Tables = defaultdict(list)
    text = (folder / "population-new-new.txt").read_text(encoding="utf-8", errors="replace")
    for line in text.splitlines():
        key, source, value, _ = line.split("\t")
        figure = float(value)
        tables[key].append(Vote(source=source, low=figure, best=figure, high=figure))
    return tables


def truths(folder: Path) -> dict[str, float]:
    """Return the gold figure of each city and year that has one."""
    gold = {}
    text = (folder / "population-gd.txt").read_text(encoding="utf-8", errors="replace")
    for line in text.splitlines():
        *city, year, value = (part.strip() for part in line.split(","))
        if value.replace(".", "", 1).isdigit():
            gold[f"{', '.join(city)}_{year}"] = float(value)
    return gold


def show(name: str, found: dict[str, float], gold: dict[str, float]) -> None:
    """Print the mean absolute error, and the share that is off by more than a thousandth."""
    errors = {key: abs(found[key] - gold[key]) for key in gold}
    off = sum(errors[key] > gold[key] / 1000 for key in gold) / len(gold)
    print(f"{name:28}{sum(errors.values()) / len(gold):>24,.0f}{off:>16.1%}")


def _points(votes: Sequence[Vote]) -> list[float]:
    return [vote.point for vote in votes]


RULES: dict[str, Callable[[Sequence[Vote]], float]] = {
    "mean": lambda votes: statistics.fmean(_points(votes)),
    "the last one wins": lambda votes: _points(votes)[-1],
    "median": lambda votes: statistics.median(_points(votes)),
    "tocsin, sources alike": lambda votes: fused(votes) or 0.0,
}


if __name__ == "__main__":
    main()
