"""Reports through the reader of their language: one, or many over several processes."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context

from tocsin.records import Reading, Report
from tocsin.run.plugins import Reader, reader_for

# Enough work in flight to keep every process busy, little enough to hold in memory.
AHEAD = 4


def read_report(report: Report) -> Reading:
    """Return the reading of `report` by the reader of its language.

    A report in a language without a reader is kept and named: its reading holds no claims and
    one problem that says so.
    """
    reader = _reader(report.language)
    if reader is None:
        problem = f"no reader for the language {report.language!r}: kept unread"
        return Reading(reader="none", report=report, problems=(problem,))
    return reader.read(report)


def read_all(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
    """Yield the reading of each of `reports`, in their order, over `jobs` processes.

    Only a few reports a process are taken ahead, so an archive need not fit into memory.
    """
    if jobs <= 1:
        yield from map(read_report, reports)
        return
    # Spawned, not forked: the model's threads do not survive a fork.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from _in_order(pool, iter(reports), jobs * AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, reports: Iterator[Report], ahead: int
) -> Iterator[Reading]:
    waiting: list[Future[Reading]] = [pool.submit(read_report, r) for r in islice(reports, ahead)]
    while waiting:
        done = waiting.pop(0)
        yield done.result()
        waiting += [pool.submit(read_report, r) for r in islice(reports, 1)]


@cache
def _reader(language: str | None) -> Reader | None:
    return reader_for(language)
