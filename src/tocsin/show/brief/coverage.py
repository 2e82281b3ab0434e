"""What the brief rests on: quiet is not blind, so what was not read is said first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.records import Report
from tocsin.records.report import UNREAD
from tocsin.run.plugins import reader_languages
from tocsin.show.brief.lines import Entry
from tocsin.show.phrases import outlet, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of reports and texts, the publishers by name, and all that could not be read.

    `undated` and `unsigned` count reports without a date or a publisher, `unread` those in a
    language that no reader knows; `problems` are sentences.
    """

    reports: int
    texts: int
    publishers: tuple[str, ...]
    claims: int
    first: date | None
    last: date | None
    undated: int
    unsigned: int
    unread: Mapping[str, int]
    problems: tuple[str, ...]


def coverage_of(
    entries: Sequence[Entry],
    copies: Mapping[str, Sequence[Report]],
    problems: Sequence[str] = (),
) -> Coverage:
    """Return what `entries` cover, and what of them could not be read."""
    reports = [entry.report for entry in entries]
    reports += [copy for entry in entries for copy in copies.get(entry.report.id, ())]
    dates = sorted(report.published.date() for report in reports if report.published)
    return Coverage(
        reports=len(reports),
        texts=len({report.id for report in reports}),
        publishers=tuple(sorted({one.publisher for one in reports if one.publisher})),
        claims=sum(len(entry.claims) for entry in entries),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        undated=len(reports) - len(dates),
        unsigned=sum(not report.publisher for report in reports),
        unread=Counter(_language(entry) for entry in entries if _is_foreign(entry)),
        problems=(*problems, *_read_problems(entries)),
    )


def _is_foreign(entry: Entry) -> bool:
    return entry.reader == UNREAD and entry.report.language not in reader_languages()


def _language(entry: Entry) -> str:
    return entry.report.language or "unknown"


def _read_problems(entries: Sequence[Entry]) -> list[str]:
    # A report that nobody could read is counted by its language already.
    return together(
        (f"{outlet(entry.report)} · {entry.report.title or entry.report.id}", problem)
        for entry in entries
        if not _is_foreign(entry)
        for problem in entry.problems
    )
