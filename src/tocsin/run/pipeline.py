"""Reports through a reader, of their language or the one asked for: one, or many at a time."""

import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from multiprocessing import get_context
from traceback import extract_tb

from tocsin.records import Layers, Reading, Report
from tocsin.records.layers import Single
from tocsin.records.report import UNREAD
from tocsin.run.plugins import LayerReader, Reader, reader_for, reader_named

# Enough work in flight to keep every process busy, little enough to hold in memory.
AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Which reader is to read, None for that of the report's language, and one layer or all."""

    reader: str | None = None
    layer: Single | None = None


WHOLE = Manner()


def read_report(report: Report, manner: Manner = WHOLE) -> Reading:
    """Return the reading of `report` by the reader of its language, or the one asked for.

    A report in a language without a reader, or on which its reader failed, is kept and named: its
    reading holds no claims and one problem that says so.

    Raises:
        InputError, SetupError: when the reader that is asked for is not there or cannot be made.
    """
    reader = _reader_of(report, manner)
    if reader is None:
        problem = f"no reader for the language {report.language!r}: kept unread"
        return _unread(report, problem)
    try:
        return _read(reader, report, manner.layer)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one text must not cost the rest of an archive
        return _unread(
            report, f"the reader failed ({_failure(error)}): kept unread; please tell us"
        )


def stamp_for(report: Report, manner: Manner = WHOLE) -> str:
    """Return the stamp of the reader that would read `report`; `UNREAD` where there is none.

    Raises:
        InputError, SetupError: when the reader that is asked for is not there or cannot be made.
    """
    reader = _reader_of(report, manner)
    return UNREAD if reader is None else reader.stamp


def _reader_of(report: Report, manner: Manner) -> Reader | None:
    return reader_named(manner.reader) if manner.reader else _reader(report.language)


def _read(reader: Reader, report: Report, layer: Single | None) -> Reading:
    if layer is None:
        return reader.read(report)
    if isinstance(reader, LayerReader):
        return reader.layer(report, layer)
    whole = reader.read(report)
    return replace(whole, claims=(), layers=Layers(**{layer: getattr(whole.layers, layer)}))


def _unread(report: Report, problem: str) -> Reading:
    return Reading(reader=UNREAD, report=report, problems=(problem,))


def _failure(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}, line {last.lineno}"


def read_all(
    reports: Iterable[Report], *, jobs: int = 1, manner: Manner = WHOLE
) -> Iterator[Reading]:
    """Yield the reading of each of `reports`, in their order, over `jobs` processes.

    Only a few reports a process are taken ahead, so an archive need not fit into memory.

    Raises:
        MemoryError: when the system has ended one of the processes.
        InputError, SetupError: when the reader that is asked for is not there or cannot be made.
    """
    if jobs <= 1:
        yield from (read_report(report, manner) for report in reports)
        return
    # Spawned, not forked: the model's threads do not survive a fork.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _end_without_a_word) as pool:
        try:
            yield from _in_order(pool, iter(reports), jobs * AHEAD, manner)
        except BrokenProcessPool as error:
            raise MemoryError("a reading process was ended by the system") from error
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Let the processes that are started here begin deaf to Ctrl-C, which reaches all at once.

    It is ours to answer: a process that is stopped while it starts would print a traceback. It is
    put off and not ignored, so that one that comes just now is not lost.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_without_a_word() -> None:
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _in_order(
    pool: ProcessPoolExecutor, reports: Iterator[Report], ahead: int, manner: Manner
) -> Iterator[Reading]:
    waiting = [_handed(pool, report, manner) for report in islice(reports, ahead)]
    while waiting:
        done = waiting.pop(0)
        yield done.result()
        waiting += [_handed(pool, report, manner) for report in islice(reports, 1)]


def _handed(pool: ProcessPoolExecutor, report: Report, manner: Manner) -> Future[Reading]:
    with _without_ctrl_c():  # the pool starts a process here where all that it has are busy
        return pool.submit(read_report, report, manner)


@cache
def _reader(language: str | None) -> Reader | None:
    return reader_for(language)
