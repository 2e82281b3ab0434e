"""How long weighing takes: an as-of rebuild of a hundred thousand claims, part by part.

    python benchmarks/weighing.py READINGS.jsonl [--claims 100000] [--db PATH]

READINGS is what `tocsin read … --format jsonl` prints. They are multiplied into a desk in which
every replica tells of other things at other times: its letters are exchanged, its days moved, while
lengths, and so every span, stay as they are. Within a replica copies and events are as they were.
"""

import argparse
import random
import resource
import string
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from tocsin.keep.carried import keep_marks
from tocsin.keep.store import Store
from tocsin.keep.write import keep
from tocsin.records import Reading, Report, content_id, loads
from tocsin.run.carrying import carried_from, marks_of, stamp
from tocsin.run.weighing import Weighed

STEP = timedelta(days=45)
# What says which kind of thing is counted, done or credited stays readable.
KEPT = ("of", "unit", "plover", "type", "kind", "wire", "language", "country", "status")
PARTS = ("origins", "stories", "relations", "events", "estimates", "sources")


def main() -> None:
    """Fill a desk, rebuild its view as of now, and print what each part took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("readings", type=Path)
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--db", type=Path, help="keep the desk there, or use the one that is there")
    given = asked.parse_args()
    clock = partial(datetime.now, UTC)  # noqa: TID251 - a benchmark is where a clock belongs
    with TemporaryDirectory() as folder:
        path = given.db or Path(folder) / "desk.db"
        made = path.exists()
        with Store.open(path, clock=clock) as store:
            if not made:
                fill(store, given.readings, given.claims, clock())
            Console().print(rebuild(store, clock()))


def fill(store: Store, readings: Path, wanted: int, now: datetime) -> None:
    """Add replicas of `readings` until the desk holds `wanted` claims."""
    first = [loads(line) for line in readings.read_text(encoding="utf-8").splitlines()]
    count = 0
    with store._writing() as connection:
        for number in range(10_000):
            for reading in (replica(one, number) for one in first):
                keep(connection, reading, now, now)
                keep_marks(connection, marks_of(reading), now)
                count += len(reading.claims)
            if count >= wanted:
                return


def replica(reading: Reading, number: int) -> Reading:
    """Return `reading` as of another place and time; number 0 is the reading itself."""
    if number == 0:
        return reading
    cipher, days = _cipher(number), number * STEP
    report = reading.report
    told: Report = _moved(report, cipher, days)
    moved = replace(told, id=content_id("report", told.text), url=f"{report.url}?{number}")
    claims = tuple(
        replace(_moved(claim, cipher, days), id=content_id("claim", moved.id, order))
        for order, claim in enumerate(reading.claims)
    )
    return Reading(reader=reading.reader, report=moved, claims=claims)


def _cipher(number: int) -> dict[int, int]:
    letters = list(string.ascii_lowercase)
    random.Random(number).shuffle(letters)
    mixed = "".join(letters)
    return str.maketrans(string.ascii_letters, mixed + mixed.upper())


def _moved(value: Any, cipher: dict[int, int], days: timedelta) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return value.translate(cipher)
    if isinstance(value, date):
        return value + days
    if isinstance(value, tuple):
        return tuple(_moved(one, cipher, days) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [f.name for f in fields(value) if f.name not in (*KEPT, *_LITERAL)]
        return replace(value, **{n: _moved(getattr(value, n), cipher, days) for n in names})
    return value


# Fields whose words are the contract's own.
_LITERAL = ("role", "bound", "precision", "polarity", "certainty", "factuality", "evidential")
_LITERAL += ("cue", "event", "responds_to", "likelihood", "published_from", "mod", "value", "id")


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
        held[name] = step()
        yield name, len(held[name]), time.process_time() - spent, time.perf_counter() - waited


if __name__ == "__main__":
    main()
