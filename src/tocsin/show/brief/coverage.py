"""What the brief rests on: quiet is not blind, so what was not read is said first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.records import Reading, Report
from tocsin.show.phrases import outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of reports, texts and publishers, and all that could not be read.

    `unread` counts reports by language that no reader knows; `problems` are sentences.
    """

    reports: int
    texts: int
    publishers: tuple[str, ...]
    claims: int
    first: date | None
    last: date | None
    undated: int
    unread: Mapping[str, int]
    problems: tuple[str, ...]


def coverage_of(
    readings: Sequence[Reading],
    copies: Mapping[str, Sequence[Report]],
    problems: Sequence[str] = (),
) -> Coverage:
    """Return what `readings` cover, and what of them could not be read."""
    reports = [r.report for r in readings]
    reports += [copy for reading in readings for copy in copies.get(reading.report.id, ())]
    dates = sorted(report.published.date() for report in reports if report.published)
    return Coverage(
        reports=len(reports),
        texts=len({report.id for report in reports}),
        publishers=tuple(sorted({outlet(report) for report in reports})),
        claims=sum(len(reading.claims) for reading in readings),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        undated=len(reports) - len(dates),
        unread=Counter(_language(reading) for reading in readings if reading.reader == "none"),
        problems=(*problems, *_read_problems(readings)),
    )


def _language(reading: Reading) -> str:
    return reading.report.language or "unknown"


def _read_problems(readings: Sequence[Reading]) -> list[str]:
    return [
        f"{outlet(reading.report)}, {reading.report.title or reading.report.id}: {problem}"
        for reading in readings
        if reading.reader != "none"
        for problem in reading.problems
    ]
