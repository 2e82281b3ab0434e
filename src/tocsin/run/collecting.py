"""Targets to readings: collect what each names, read it, and say what was passed over."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tocsin.collect import Gathered, gather
from tocsin.errors import TocsinError
from tocsin.records import Reading, Report
from tocsin.run.pipeline import WHOLE, Manner, read_all, stamp_for

Known = Callable[[Report], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item of a target: a reading, or none with the problems in words.

    A report that was `known` already is not read again.
    """

    where: str
    reading: Reading | None = None
    known: bool = False
    problems: tuple[str, ...] = ()


def read_targets(  # noqa: PLR0913 - each by name
    targets: Iterable[str],
    *,
    published: datetime | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    jobs: int = 1,
    manner: Manner = WHOLE,
    known: Known | None = None,
) -> Iterator[Outcome]:
    """Yield an outcome for every item of `targets` as it is read, in their order.

    A target may be a file, a folder, "-", an address, a feed, a list of feeds or an archive. An
    item that cannot be read is an outcome without a reading, and the rest goes on. Problems met
    in collecting a report stand in its reading too, so that they are kept with it. A report of
    which `known` says so is not read.

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
    yield from _read(items, jobs, manner, known)


def kept_already(readers_of: Callable[[Report], frozenset[str]], manner: Manner = WHOLE) -> Known:
    """Return what tells whether a report was read, as it is, by the reader that it would get.

    `readers_of` gives the stamps of the readers whose readings of a report are kept.
    """

    def known(report: Report) -> bool:
        stamps = readers_of(report)
        # No reader is made for a report that nobody has read.
        return bool(stamps) and stamp_for(report, manner) in stamps

    return known


def _patient(
    targets: Iterable[str], collected: Callable[[str], Iterator[Gathered]]
) -> Iterator[Gathered]:
    # One target that fails must not take the others with it.
    for target in targets:
        try:
            yield from collected(target)
        except TocsinError as error:
            yield Gathered(report=None, where=target, problems=(str(error),))


def _read(
    items: Iterator[Gathered], jobs: int, manner: Manner, known: Known | None
) -> Iterator[Outcome]:
    # Items that are not read wait in line beside the reports that are, so that outcomes come in
    # the order of the targets; each with whether a reading of it is to come.
    line: deque[tuple[Gathered, bool]] = deque()

    def reports() -> Iterator[Report]:
        for item in items:
            awaited = item.report is not None and not (known and known(item.report))
            line.append((item, awaited))
            if item.report is not None and awaited:
                yield item.report

    for reading in read_all(reports(), jobs=jobs, manner=manner):
        yield from _passed(line)
        yield _outcome(line.popleft()[0], reading)
    yield from _passed(line)


def _passed(line: deque[tuple[Gathered, bool]]) -> Iterator[Outcome]:
    while line and not line[0][1]:
        item, _ = line.popleft()
        yield Outcome(where=item.where, known=item.report is not None, problems=item.problems)


def _outcome(item: Gathered, reading: Reading) -> Outcome:
    problems = (*item.problems, *reading.problems)
    return Outcome(where=item.where, reading=replace(reading, problems=problems), problems=problems)
