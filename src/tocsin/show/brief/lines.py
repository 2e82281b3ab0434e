"""One line for each thing said: the same words in several reports are one line, told once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from tocsin.records import Claim, Reading, Report, Span
from tocsin.show.marks import Mark, Piece, around, cut
from tocsin.show.phrases import outlet

EARLY = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report as the brief takes it: where it was, its claims, and `whole`, which gives its text.

    A desk holds more reports than a page shows, so the text comes only when it is asked for.
    """

    report: Report
    claims: tuple[Claim, ...]
    reader: str
    problems: tuple[str, ...]
    whole: Callable[[], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim as the brief shows it, and every report that carries its words.

    `carriers` holds the report that is quoted first, then those with the same words, by date.
    `context` is empty until the line is chosen for the page.
    """

    claim: Claim
    entry: Entry
    carriers: tuple[Report, ...]
    context: tuple[Piece, ...] = ()

    @property
    def report(self) -> Report:
        """Return the report that is quoted."""
        return self.entry.report

    @property
    def outlets(self) -> list[str]:
        """Return the names of who published these words, first publication first."""
        return list(dict.fromkeys(outlet(report) for report in self.carriers))

    @property
    def published(self) -> date | None:
        """Return the day of the first report that carries these words."""
        return self.report.published.date() if self.report.published else None

    @property
    def kind(self) -> str:
        """Return the status that colours the line; a denial has its own."""
        return "denied" if self.claim.polarity == "denied" else self.claim.status


def entry_of(reading: Reading) -> Entry:
    """Return the entry of a reading that is at hand."""
    return Entry(
        report=reading.report,
        claims=reading.claims,
        reader=reading.reader,
        problems=reading.problems,
        whole=lambda: reading,
    )


def lines_of(
    entries: Iterable[Entry], copies: Mapping[str, Sequence[Report]] | None = None
) -> list[Line]:
    """Return the claims of `entries` as lines, newest first; equal words make one line.

    `copies` holds, by report id, where else the very same text was found.
    """
    groups: dict[tuple[str | int, ...], list[tuple[Claim, Entry]]] = {}
    for entry in sorted(entries, key=_moment):
        seen: Counter[tuple[str, ...]] = Counter()
        for claim in entry.claims:
            words = _words(claim)
            groups.setdefault((*words, seen[words]), []).append((claim, entry))
            seen[words] += 1
    lines = [_line(group, copies or {}) for group in groups.values()]
    return sorted(lines, key=lambda line: line.published or date.min, reverse=True)


def with_context(line: Line) -> Line:
    """Return `line` with the sentences around its words."""
    return replace(line, context=context_of(line.claim, line.entry.whole()))


def marks_of(claim: Claim) -> list[Mark]:
    """Return what to point at in a claim: the clause, and in it who, what, how many."""
    spans: list[tuple[Span, str]] = [(claim.span, "claim"), (claim.event.span, "event")]
    spans += [(source.span, "source") for source in claim.sources]
    spans += [(hedge.span, "hedge") for hedge in claim.hedges]
    extra = ((claim.quantity, "figure"), (claim.cue, "cue"), (claim.place, "place"))
    spans += [(found.span, kind) for found, kind in extra if found is not None]
    spans += [(time.span, "time") for time in (claim.time, claim.said) if time is not None]
    return [Mark(span, kind, claim.id) for span, kind in spans]


def context_of(claim: Claim, reading: Reading, *, more: int = 1) -> tuple[Piece, ...]:
    """Return the sentences around a claim, cut so that its words can be highlighted."""
    text = reading.report.text
    window = around(claim.span, reading.sentences, len(text), more=more)
    return tuple(cut(text, marks_of(claim), window))


def _line(group: list[tuple[Claim, Entry]], copies: Mapping[str, Sequence[Report]]) -> Line:
    claim, entry = group[0]
    carriers: list[Report] = []
    for _, found in group:
        carriers += [found.report, *copies.get(found.report.id, ())]
    return Line(
        claim=claim,
        entry=entry,
        carriers=tuple(sorted(carriers, key=lambda report: report.published or EARLY)),
    )


def _words(claim: Claim) -> tuple[str, ...]:
    # Not the sources: a shortened copy may have lost the sentence that names them. Claims of one
    # report with the same words (three sources side by side) are told apart by their order.
    said = " ".join(claim.quote.casefold().split())
    return said, claim.event.type, claim.status, claim.polarity


def _moment(entry: Entry) -> datetime:
    return entry.report.published or EARLY
