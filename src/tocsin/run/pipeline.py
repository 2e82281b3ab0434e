"""Reports through the reader of their language: one, or many over several processes."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from multiprocessing import get_context
from traceback import extract_tb

from tocsin.records import Reading, Report
from tocsin.run.plugins import Reader, reader_for

# Enough work in flight to keep every process busy, little enough to hold in memory.
AHEAD = 4


def read_report(report: Report) -> Reading:
    """Return the reading of `report` by the reader of its language.

    A report in a language without a reader, or on which its reader failed, is kept and named: its
    reading holds no claims and one problem that says so.
    """
    reader = _reader(report.language)
    if reader is None:
        problem = f"no reader for the language {report.language!r}: kept unread"
        return _unread(report, problem)
    try:
        return reader.read(report)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one text must not cost the rest of an archive
        return _unread(
            report, f"the reader failed ({_failure(error)}): kept unread; please tell us"
        )


def _unread(report: Report, problem: str) -> Reading:
    return Reading(reader="none", report=report, problems=(problem,))


def _failure(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}, line {last.lineno}"


def read_all(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
    """Yield the reading of each of `reports`, in their order, over `jobs` processes.

    Only a few reports a process are taken ahead, so an archive need not fit into memory.

    Raises:
        MemoryError: when the system has ended one of the processes.
    """
    if jobs <= 1:
        yield from map(read_report, reports)
        return
    # Spawned, not forked: the model's threads do not survive a fork.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            yield from _in_order(pool, iter(reports), jobs * AHEAD)
        except BrokenProcessPool as error:
            raise MemoryError("a reading process was ended by the system") from error


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
