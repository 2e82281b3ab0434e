"""Targets to readings: collect what each names, read it, and say what was passed over."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tocsin.collect import Gathered, gather
from tocsin.errors import TocsinError
from tocsin.records import Reading, Report
from tocsin.run.pipeline import WHOLE, Manner, read_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item of a target: a reading, or none with the problems in words."""

    where: str
    reading: Reading | None = None
    problems: tuple[str, ...] = ()


def read_targets(
    targets: Iterable[str],
    *,
    published: datetime | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    jobs: int = 1,
    manner: Manner = WHOLE,
) -> Iterator[Outcome]:
    """Yield an outcome for every item of `targets` as it is read, in their order.

    A target may be a file, a folder, "-", an address, a feed, a list of feeds or an archive. An
    item that cannot be read is an outcome without a reading, and the rest goes on. Problems met
    in collecting a report stand in its reading too, so that they are kept with it.

    Raises:
        InputError, SourceError: the only target does not exist or does not answer; or the reader
            that is asked for is not there.
    """
    wanted = list(targets)

    def collected(target: str) -> Iterator[Gathered]:
        return gather(
            target,
            now=datetime.now(UTC),
            published=published,
            publisher=publisher,
            limit=limit,
            stdin=sys.stdin.buffer,
        )

    items = _patient(wanted, collected) if len(wanted) > 1 else collected(wanted[0])
    yield from _read(items, jobs, manner)


def _patient(
    targets: Iterable[str], collected: Callable[[str], Iterator[Gathered]]
) -> Iterator[Gathered]:
    # One target that fails must not take the others with it.
    for target in targets:
        try:
            yield from collected(target)
        except TocsinError as error:
            yield Gathered(report=None, where=target, problems=(str(error),))


def _read(items: Iterator[Gathered], jobs: int, manner: Manner) -> Iterator[Outcome]:
    # Items without a report wait in line beside the reports that are being read, so that outcomes
    # come in the order of the targets.
    line: deque[Gathered] = deque()

    def reports() -> Iterator[Report]:
        for item in items:
            line.append(item)
            if item.report is not None:
                yield item.report

    for reading in read_all(reports(), jobs=jobs, manner=manner):
        yield from _passed(line)
        yield _outcome(line.popleft(), reading)
    yield from _passed(line)


def _passed(line: deque[Gathered]) -> Iterator[Outcome]:
    while line and line[0].report is None:
        item = line.popleft()
        yield Outcome(where=item.where, problems=item.problems)


def _outcome(item: Gathered, reading: Reading) -> Outcome:
    problems = (*item.problems, *reading.problems)
    return Outcome(where=item.where, reading=replace(reading, problems=problems), problems=problems)
