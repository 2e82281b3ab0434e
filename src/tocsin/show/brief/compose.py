"""Puts the lines of a brief into their sections; nothing is written that no span supports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.records import Reading, Report
from tocsin.show.brief.coverage import Coverage, coverage_of
from tocsin.show.brief.figures import FigureGroup, figures_of
from tocsin.show.brief.lines import Entry, Line, entry_of, lines_of, with_context
from tocsin.show.brief.timeline import Timeline, timeline_of

TITLES = {
    "occurred": "What happened",
    "ongoing": "Under way",
    "prepared": "Being prepared",
    "planned": "Planned",
    "forecasts": "Forecasts",
    "denied": "Denials and disagreements",
    "background": "Background",
}
FORECASTS = ("predicted", "hypothetical")
AGAINST = ("denies", "corrects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its lines; `key` names it in links."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that a page says, ready to be drawn. `left_out` counts lines over the limit."""

    since: date | None
    until: date | None
    filters: Mapping[str, str]
    coverage: Coverage
    sections: tuple[Section, ...]
    figures: tuple[FigureGroup, ...]
    timeline: Timeline | None
    left_out: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line of every section, in the order of the page."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def types(self) -> list[str]:
        """Return the event types that occur, sorted."""
        return sorted({line.claim.event.type for line in self.lines})


def compose(  # noqa: PLR0913 - each option is a filter that the page must name
    reports: Sequence[Reading | Entry],
    *,
    copies: Mapping[str, Sequence[Report]] | None = None,
    problems: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    filters: Mapping[str, str] | None = None,
    limit: int = 500,
) -> Brief:
    """Return the brief of `reports`: coverage, sections, figures and timeline.

    A claim stands in one section. Beyond `limit` lines the oldest are left out, and counted.
    """
    entries = [entry_of(held) if isinstance(held, Reading) else held for held in reports]
    found = lines_of(entries, copies)
    kept = [with_context(line) for line in found[:limit]]
    return Brief(
        since=since,
        until=until,
        filters=filters or {},
        coverage=coverage_of(entries, copies or {}, problems),
        sections=_sections(kept),
        figures=tuple(figures_of(kept)),
        timeline=timeline_of(kept),
        left_out=len(found) - len(kept),
    )


def _sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    held: dict[str, list[Line]] = {key: [] for key in TITLES}
    for line in lines:
        held[_section(line)].append(line)
    held["forecasts"].sort(key=_due)
    held["denied"].sort(key=lambda line: line.claim.status == "hypothetical")
    return tuple(
        Section(key=key, title=TITLES[key], lines=tuple(found))
        for key, found in held.items()
        if found
    )


def _section(line: Line) -> str:
    claim = line.claim
    if claim.polarity == "denied" or any(reply.how in AGAINST for reply in claim.responds_to):
        return "denied"
    if claim.status in FORECASTS:
        return "forecasts"
    return "background" if claim.historical else claim.status


def _due(line: Line) -> tuple[bool, date, bool]:
    # What is only supposed inside an "if" comes last: nobody has forecast it.
    claim = line.claim
    return claim.deadline is None, claim.deadline or date.max, claim.status == "hypothetical"
