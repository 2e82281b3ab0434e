"""How long weighing takes: an as-of rebuild of a hundred thousand claims, part by part.

    python benchmarks/weighing.py [--claims 100000] [--db PATH]

The desk holds a made-up archive (see `archive.py`). It is filled by a process of its own, so that
time and memory are those of the rebuild alone; `--db` keeps it, or uses the one that is there.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive import archive
from rich.console import Console
from rich.table import Table

from tocsin.keep.carried import keep_marks
from tocsin.keep.collector import no_search_for_cycles
from tocsin.keep.store import Store
from tocsin.keep.write import keep
from tocsin.run.carrying import carried_from, marks_of, stamp
from tocsin.run.weighing import Weighed

PARTS = ("origins", "stories", "relations", "events", "estimates", "sources")
CLOCK = partial(datetime.now, UTC)  # noqa: TID251 - a benchmark is where a clock belongs


def main() -> None:
    """Fill a desk, rebuild its view as of now, and print what each part took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--db", type=Path, help="keep the desk there, or use the one that is there")
    given = asked.parse_args()
    with TemporaryDirectory() as folder:
        path = given.db or Path(folder) / "desk.db"
        if not path.exists():
            filling = get_context("spawn").Process(target=fill, args=(path, given.claims))
            filling.start()
            filling.join()
        with Store.open(path, clock=CLOCK) as store:
            Console().print(rebuild(store, CLOCK()))


def fill(path: Path, claims: int) -> None:
    """Add an archive of so many claims to a new desk, each report on the day it came out."""
    with Store.open(path, clock=CLOCK) as store, store._writing() as connection:
        for reading in archive(claims):
            at = (reading.report.published or CLOCK()) + timedelta(hours=1)
            keep(connection, reading, at, at)
            keep_marks(connection, marks_of(reading), at)


def rebuild(store: Store, now: datetime) -> Table:
    """Return a table of what each part of a rebuild as of now took."""
    table = Table("part", "processor s", "clock s", "found", "peak MB")
    begun, on_clock = time.process_time(), time.perf_counter()
    for name, found, spent, waited in _measured(store, now):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        table.add_row(name, f"{spent:.2f}", f"{waited:.2f}", f"{found:,}", f"{peak:,}")
    table.add_section()
    whole = (time.process_time() - begun, time.perf_counter() - on_clock)
    table.add_row("all", *(f"{seconds:.2f}" for seconds in whole), "", "")
    return table


def _measured(store: Store, now: datetime) -> Iterator[tuple[str, int, float, float]]:
    held: dict[str, Any] = {}

    def load() -> list[Any]:
        return store.carried(as_of=now)

    def mark() -> list[Any]:
        return list(carried_from(held["load"], store.marks(stamp())))

    def weigh() -> tuple[Any, ...]:
        held["weighed"] = Weighed(held["marks"])
        return held["weighed"].carried

    steps = [("load", load), ("marks", mark), ("order", weigh)]
    steps += [(part, lambda part=part: getattr(held["weighed"], part)) for part in PARTS]
    for name, step in steps:
        spent, waited = time.process_time(), time.perf_counter()
        with no_search_for_cycles():  # as a desk does
            held[name] = step()
        yield name, len(held[name]), time.process_time() - spent, time.perf_counter() - waited


if __name__ == "__main__":
    main()
