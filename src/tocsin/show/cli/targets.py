"""From what a user names to readings, with every problem remembered for the end."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.show.cli.screen import note, plain

if TYPE_CHECKING:
    from tocsin.records import Reading
    from tocsin.records.layers import Single

# From about sixty reports on, starting more processes pays for itself.
MANY = 200_000
TOLD = 20


class Intake:
    """The readings of some targets; `problems` and `unread` fill while they are taken."""

    def __init__(  # noqa: PLR0913 - what a command is asked for, each by name
        self,
        targets: list[str],
        published: datetime | None = None,
        publisher: str | None = None,
        limit: int | None = None,
        jobs: int | None = None,
        *,
        reader: str | None = None,
        layer: "Single | None" = None,
    ) -> None:
        self._targets = targets
        self._published, self._publisher = published, publisher
        self._limit = limit
        self._jobs = jobs or jobs_for(targets)
        self._reader, self._layer = reader, layer
        self.problems: list[str] = []
        self.passed_over: list[tuple[str, str]] = []
        self.read = 0

    def readings(self) -> "Iterator[Reading]":
        """Yield the reading of each report that could be had."""
        from tocsin.run.collecting import read_targets
        from tocsin.run.pipeline import Manner

        outcomes = read_targets(
            self._targets,
            published=self._published,
            publisher=self._publisher,
            limit=self._limit,
            jobs=self._jobs,
            manner=Manner(reader=self._reader, layer=self._layer),
        )
        for outcome in outcomes:
            self.problems += [f"{outcome.where}: {problem}" for problem in outcome.problems]
            if outcome.reading is None:
                self.passed_over.append((outcome.where, "; ".join(outcome.problems)))
            else:
                self.read += 1
                yield outcome.reading

    @property
    def code(self) -> int:
        """Return the exit code: a failure only where no report at all could be had."""
        return 0 if self.read else 1

    def tell(self) -> None:
        """List the problems on standard error, the first of them if they are many."""
        for problem in self.problems[:TOLD]:
            note(f"! {plain(problem)}", style="yellow")
        more = len(self.problems) - TOLD
        if more > 0:
            note(f"! … and {more} more problems", style="yellow")
        if not self.read and not self.problems:
            note("! no report was found there", style="yellow")


def jobs_for(targets: list[str]) -> int:
    """Return one process for little text, and one a core for much."""
    found = 0
    for target in targets:
        for size in _sizes(Path(target)):
            found += size
            if found > MANY:
                return os.cpu_count() or 1
    return 1


def _sizes(path: Path) -> Iterator[int]:
    try:
        if path.is_file():
            yield path.stat().st_size
        elif path.is_dir():
            yield from (file.stat().st_size for file in path.rglob("*") if file.is_file())
    except (OSError, ValueError):
        return
