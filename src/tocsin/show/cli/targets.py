"""From what a user names to readings, with every problem remembered for the end."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.show.cli.screen import note, plain, progress
from tocsin.show.phrases import together

if TYPE_CHECKING:
    from tocsin.records import Reading, Report
    from tocsin.records.layers import Single

    ReadersOf = Callable[[Report], frozenset[str]]

# From about sixty reports on, starting more processes pays for itself.
MANY = 200_000
TOLD = 20


class Intake:
    """The readings of some targets; `passed_over` and `remarks` fill while they are taken."""

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
        self.passed_over: list[tuple[str, str]] = []
        self.remarks: list[tuple[str, str]] = []
        self.read = self.known = 0

    def readings(self, readers_of: "ReadersOf | None" = None) -> "Iterator[Reading]":
        """Yield the reading of each report that could be had, less those that a desk holds.

        `readers_of` gives the stamps of the readers whose readings of a report are kept.
        """
        from tocsin.run.collecting import kept_already, read_targets
        from tocsin.run.pipeline import Manner

        manner = Manner(reader=self._reader, layer=self._layer)
        outcomes = read_targets(
            self._targets,
            published=self._published,
            publisher=self._publisher,
            limit=self._limit,
            jobs=self._jobs,
            manner=manner,
            known=kept_already(readers_of, manner) if readers_of else None,
        )
        for outcome in progress(outcomes, "reports read"):
            if outcome.reading is None and not outcome.known:
                self.passed_over.append((outcome.where, "; ".join(outcome.problems)))
                continue
            self.remarks += [(outcome.where, problem) for problem in outcome.problems]
            self.known += outcome.known
            if outcome.reading is not None:
                self.read += 1
                yield outcome.reading

    @property
    def code(self) -> int:
        """Return the exit code: a failure only where no report at all could be had."""
        return 0 if self.read or self.known else 1

    def tell(self) -> None:
        """List on standard error what was passed over, then what else was met, each once."""
        # What gave no report at all stands first: no remark on the others may hide it.
        problems = [*together(self.passed_over), *together(self.remarks)]
        for problem in problems[:TOLD]:
            note(f"! {plain(problem)}", style="yellow")
        more = len(problems) - TOLD
        if more > 0:
            note(f"! … and {more} more problems", style="yellow")
        if not self.read and not self.known and not problems:
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
