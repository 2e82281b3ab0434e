"""The desk: what was read, kept and asked for, over whichever store holds it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tocsin.keep.addresses import shown
from tocsin.keep.found import (
    Added,
    ClaimQuery,
    Hit,
    KeptClaim,
    KeptReport,
    Problem,
    ReportQuery,
    Sighting,
    Summary,
    Trace,
)
from tocsin.records import Reading, Report
from tocsin.run.moments import When, last_moment
from tocsin.run.views import Some, Views

if TYPE_CHECKING:
    from tocsin.records import Override

__all__ = [
    "Added",
    "ClaimQuery",
    "Desk",
    "Hit",
    "KeptClaim",
    "KeptReport",
    "Problem",
    "ReportQuery",
    "Sighting",
    "Summary",
    "Trace",
    "shown",
]

ADDRESS = "tocsin.db"
WAIT = 10.0


class Desk(Views):
    """Readings of reports, kept and asked for. Adding twice adds nothing, and nothing is lost.

    Every method raises StoreError, with the mend, when the database cannot be used.
    """

    @classmethod
    def open(
        cls, address: str | PathLike[str] = ADDRESS, *, wait: float = WAIT, make: bool = True
    ) -> Self:
        """Return the desk at `address`: a path, `sqlite:///…`, `:memory:` or `postgresql://…`.

        It is made if missing, where `make` lets it be. Where another program is writing, an `add`
        waits for `wait` seconds.
        """
        # Imported here: the command line must answer --help without a database library.
        from tocsin.keep.store import Store

        return cls(Store.open(address, clock=_now, wait=wait, make=make))

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, reading: Reading, *, collected_at: datetime | None = None) -> Added:
        """Add `reading` and return what that did; what is returned outlives a crash.

        `collected_at` is when the report was fetched; None is now. Among texts of one address the
        one collected last stands, so give it for an archive that is not in order.
        """
        from tocsin.run.carrying import marks_of

        return self._store.add(reading, collected_at=collected_at, marks=marks_of(reading))

    def add_many(self, readings: Iterable[Reading]) -> Iterator[Added]:
        """Add each reading as it comes; each that has been yielded is on the disk."""
        yield from map(self.add, readings)

    def readers_of(self, report: Report) -> frozenset[str]:
        """Return the stamps of the readers whose reading of `report`, as it is, is kept."""
        return self._store.readers_of(report)

    def pass_over(self, origin: str, words: str) -> None:
        """Keep that the file or address `origin` gave no report, and why, in words."""
        self._store.pass_over(origin, words)

    def report(self, given: str, *, as_of: datetime | None = None) -> Reading:
        """Return the reading, with its text, of the report whose id begins with `given`.

        Raises:
            InputError: when no id, or more than one, begins so.
        """
        return self._store.report(given, as_of=as_of)

    def reports(
        self,
        *,
        publisher: str | None = None,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        as_of: datetime | None = None,
        limit: int | None = 100,
    ) -> list[KeptReport]:
        """Return reports, the latest published first; `limit=None` gives all.

        `since` and `until` are of publication, both included.
        """
        return self._store.reports(
            ReportQuery(
                publisher=publisher,
                language=language,
                since=since,
                until=until,
                as_of=as_of,
                limit=limit,
            )
        )

    def claims(  # noqa: PLR0913 - a filter each, all by name
        self,
        *,
        type: Some = None,
        status: Some = None,
        country: Some = None,
        source: str | None = None,
        place: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        happened_since: date | None = None,
        happened_until: date | None = None,
        report: str | None = None,
        text: str | None = None,
        as_of: datetime | None = None,
        limit: int | None = 100,
    ) -> list[KeptClaim]:
        """Return claims of the reports that stand, in the order of `reports` and of the text.

        `type`, `status` and `country` (ISO code) take one or several; `source` and `place` are
        words of a name; `since` and `until` are of publication, `happened_…` of the event; `text`
        is a search in the quotes; `as_of` shows what was believed then. `limit=None` gives all.
        """
        return self._store.claims(
            ClaimQuery(
                types=_several(type),
                statuses=_several(status),
                countries=_several(country),
                source=source,
                place=place,
                since=since,
                until=until,
                happened_since=happened_since,
                happened_until=happened_until,
                report=report,
                text=text,
                as_of=as_of,
                limit=limit,
            )
        )

    def search(self, query: str, limit: int = 20, *, as_of: datetime | None = None) -> list[Hit]:
        """Return the reports that hold all words of `query`, best first.

        `"words in a row"`, `prefix*`, `one OR other` and `-without` do what they look like.
        """
        return self._store.search(query, limit=limit, as_of=as_of)

    def why(self, given: str) -> Trace:
        """Return the way from the id of a claim or report back to the characters that say it.

        Raises:
            InputError: when no id, or more than one, begins with `given`.
        """
        return self._store.why(given)

    def override(self, source: str, letter: str | None, *, by: str, why: str) -> bool:
        """Keep your own grade (A–F) of a source, dated and signed; None takes it back.

        The earned grade stays beside it. Return whether that is new.

        Raises:
            InputError: when the letter is no grade, or the name or the reason is missing.
        """
        return self._store.override(source, letter, by=by, why=why)

    def overrides(self, *, as_of: When = None) -> "list[Override]":
        """Return the grades that analysts gave, the last of each source."""
        return self._store.overrides(as_of=last_moment(as_of))

    def problems(self, *, origin: str | None = None, limit: int | None = 100) -> list[Problem]:
        """Return what was passed over, the latest first; `origin` is a report's id or a file."""
        return self._store.problems(origin=origin, limit=limit)

    def summary(self, *, as_of: datetime | None = None) -> Summary:
        """Return what the desk holds, counted in the current view or that of `as_of`."""
        return self._store.summary(as_of=as_of)


def _several(given: Some) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


def _now() -> datetime:
    return datetime.now(UTC)
