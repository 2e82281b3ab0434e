"""Speed and memory of the whole reader, as ratios within one run.

    python benchmarks/speed.py [--reports FOLDER] [--repeat 4]

Prints reports, words and kB a second on one and on two processes, the reader's share of the bare
encoder's throughput on the same sentences, peak memory, and the wall time of `tocsin --help` and of
one report from cold. Wall time, best of the runs; the bundled corpus when no folder is named.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tocsin.records import Report
from tocsin.run.collecting import read_targets
from tocsin.run.demo import corpus as demo_corpus
from tocsin.run.models import load_encoder
from tocsin.run.moments import moment
from tocsin.run.pipeline import read_all
from tocsin.run.reader import english

COMMAND = str(Path(sys.executable).parent / "tocsin")


def corpus(folder: Path | None, repeat: int) -> list[Report]:
    """Return the reports to read, `repeat` times over."""
    if folder is None:
        outcomes = read_targets([str(demo_corpus())])
        return [o.reading.report for o in outcomes if o.reading] * repeat
    records = [json.loads(file.read_text()) for file in sorted(folder.glob("*.json"))]
    return [
        Report(text=r["text"], published=moment(r.get("published")), language="en") for r in records
    ] * repeat


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """Return the shortest wall time of `run` over several tries."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


def whole_command(*words: str) -> float:
    """Return the wall time of a `tocsin` command as a process of its own."""
    return seconds(lambda: subprocess.run([COMMAND, *words], capture_output=True, check=True), 5)


def peak_mb() -> float:
    """Return the largest memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=Path)
    options.add_argument("--repeat", type=int, default=4)
    given = options.parse_args()
    reports = corpus(given.reports, given.repeat)
    size = sum(len(r.text) for r in reports) / 1000

    rules, encoder = english().rules, load_encoder()
    cut = [list(rules.splitter.split(r.text)) for r in reports]
    words = sum(len(sentence) for one in cut for sentence in one)
    bare = seconds(lambda: [encoder.parse(one) for one in cut])
    one = seconds(lambda: list(read_all(reports)))
    memory = peak_mb()
    two = seconds(lambda: list(read_all(reports, jobs=2)), 1)

    table = Table(title=f"{len(reports)} reports, {words:,} words, {size:,.0f} kB")
    for head in ("what", "figure"):
        table.add_column(head)
    for name, took in (("one process", one), ("two processes, with their start", two)):
        rates = ((len(reports), "reports"), (words, "words"), (size, "kB"))
        rate = ", ".join(f"{n / took:,.0f} {unit}" for n, unit in rates)
        table.add_row(f"reading, {name}", f"{rate} a second")
    table.add_row("encoder with heads alone, one process", f"{words / bare:,.0f} words a second")
    table.add_row("reader's share of the encoder's throughput", f"{100 * bare / one:.0f} %")
    table.add_row("peak memory of the reading process", f"{memory:,.0f} MB")
    table.add_row("tocsin --help", f"{whole_command('--help'):.2f} s")
    first = Path(__file__).with_name("report.txt")
    table.add_row("one report from cold", f"{whole_command('read', str(first)):.2f} s")
    Console().print(table)


if __name__ == "__main__":
    main()
