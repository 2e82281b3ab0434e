"""The built-in store: one database, opened, added to and asked."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from os import PathLike, fspath
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from tocsin.keep import carried, find, rows, trace
from tocsin.keep.addresses import shown
from tocsin.keep.engine import open_engine
from tocsin.keep.found import (
    Added,
    ClaimQuery,
    Hit,
    KeptClaim,
    KeptReport,
    Marks,
    Problem,
    ReportQuery,
    Standing,
    Summary,
    Trace,
)
from tocsin.keep.mends import in_words
from tocsin.keep.migrate import bring_up
from tocsin.keep.search import search
from tocsin.keep.tables import problems
from tocsin.keep.write import keep, readers_of
from tocsin.records import Override, Reading, Report, content_id

WAIT = 10.0


class Store:
    """Reports, readings and claims in one database; rows are added, never changed."""

    def __init__(self, engine: sa.Engine, place: str, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._place = place
        self._clock = clock

    @classmethod
    def open(
        cls,
        address: str | PathLike[str],
        *,
        clock: Callable[[], datetime],
        wait: float = WAIT,
        make: bool = True,
    ) -> Self:
        """Return the store at `address`, made if `make` lets it be, or upgraded, where need be.

        `clock` tells when rows are believed. A locked database is waited for `wait` seconds.

        Raises:
            StoreError: when there can be no store; the message names the mend.
        """
        place = shown(fspath(address))
        with in_words(place):
            engine = open_engine(address, wait=wait)
            try:
                bring_up(engine, place, make=make)
            except BaseException:
                engine.dispose()
                raise
        return cls(engine, place, clock)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def add(
        self,
        reading: Reading,
        *,
        collected_at: datetime | None = None,
        marks: Marks | None = None,
    ) -> Added:
        """Add `reading` in one transaction; what is returned is on the disk.

        `marks` are what weighing compares its text by; without them they are worked out when they
        are asked for.
        """
        with self._writing() as connection:
            now = self._clock()
            added = keep(connection, reading, collected_at or now, now)
            if marks is not None:
                carried.keep_marks(connection, marks, now)
            return added

    def add_many(self, readings: Iterable[Reading]) -> Iterator[Added]:
        """Add each of `readings` in a transaction of its own, as it comes."""
        yield from map(self.add, readings)

    def readers_of(self, report: Report) -> frozenset[str]:
        """Return the stamps of the readers whose reading of `report`, as it is, is kept."""
        with self._reading() as connection:
            return readers_of(connection, report)

    def pass_over(self, origin: str, words: str) -> None:
        """Keep that `origin`, a file or an address, was passed over, and why."""
        problem = content_id("problem", origin, words)
        with self._writing() as connection:
            there = sa.select(problems.c.seq).where(problems.c.id == problem)
            if connection.execute(there).first() is None:
                row = {"id": problem, "ordinal": 0, "believed_at": self._clock()}
                texts = {"origin": rows.clean(origin), "words": rows.clean(words)}
                connection.execute(problems.insert(), {**row, **texts})

    def report(self, given: str, *, as_of: datetime | None = None) -> Reading:
        """Return the reading of the report whose id begins with `given`."""
        with self._reading() as connection:
            found = trace.full_id(connection, given, ("report",))
            return trace.load_reading(connection, found, as_of)

    def reports(self, query: ReportQuery) -> list[KeptReport]:
        """Return the reports that `query` asks for, the latest published first."""
        with self._reading() as connection:
            return find.find_reports(connection, query)

    def claims(self, query: ClaimQuery) -> list[KeptClaim]:
        """Return the claims that `query` asks for; its report may be the start of an id."""
        with self._reading() as connection:
            if query.report is not None:
                found = trace.full_id(connection, query.report, ("report",))
                query = replace(query, report=found)
            return find.find_claims(connection, query)

    def search(self, query: str, *, limit: int = 20, as_of: datetime | None = None) -> list[Hit]:
        """Return the reports whose title or text hold what `query` asks for, best first."""
        with self._reading() as connection:
            return search(connection, query, limit=limit, as_of=as_of)

    def why(self, given: str) -> Trace:
        """Return the way back from the id of a claim or a report to the characters."""
        with self._reading() as connection:
            return trace.trace(connection, given)

    def problems(self, *, origin: str | None = None, limit: int | None = None) -> list[Problem]:
        """Return what was passed over, the latest first."""
        with self._reading() as connection:
            return find.find_problems(connection, origin=origin, limit=limit)

    def carried(self, *, as_of: datetime | None = None) -> list[Standing]:
        """Return every sighting that stands, not only the first of a report, with its claims."""
        with self._reading() as connection:
            return carried.load_standing(connection, as_of)

    def marks(self, stamp: str) -> dict[str, bytes]:
        """Return the marks of texts that the method of `stamp` made, by their ids."""
        with self._reading() as connection:
            return carried.load_marks(connection, stamp)

    def keep_marks(self, made: Marks) -> None:
        """Keep marks of texts that are here already, those that are not there yet."""
        with self._writing() as connection:
            carried.keep_marks(connection, made, self._clock())

    def overrides(self, *, as_of: datetime | None = None) -> list[Override]:
        """Return the grades of sources by analysts that stand, the last of each source."""
        with self._reading() as connection:
            return carried.load_overrides(connection, as_of)

    def override(self, source: str, letter: str | None, *, by: str, why: str) -> bool:
        """Keep a grade of `source`, dated and signed; None lifts one. Return whether it is new."""
        with self._writing() as connection:
            return carried.keep_override(connection, source, letter, (by, why), self._clock())

    def mark(self) -> tuple[int, ...]:
        """Return numbers that stay the same as long as nothing is added that weighing sees."""
        with self._reading() as connection:
            return carried.load_mark(connection)

    def summary(self, *, as_of: datetime | None = None) -> Summary:
        """Return what the store holds, counted."""
        with self._reading() as connection:
            return find.summarize(connection, as_of)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with in_words(self._place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with in_words(self._place), self._engine.connect() as connection:
            writer = connection.execution_options(writes=True)
            with writer.begin():
                yield writer
