"""One line for each thing said: the same words in several reports are one line, told once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tocsin.records import Claim, Reading, Report, Span
from tocsin.show.marks import Mark, Piece, around, cut
from tocsin.show.phrases import outlet

EARLY = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim as the brief shows it: the words around it, and every report that carries it.

    `carriers` holds the report that is quoted first, then those with the same words, by date.
    """

    claim: Claim
    report: Report
    context: tuple[Piece, ...]
    carriers: tuple[Report, ...]

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


def lines_of(
    readings: Iterable[Reading], copies: Mapping[str, Sequence[Report]] | None = None
) -> list[Line]:
    """Return the claims of `readings` as lines, newest first; equal words make one line.

    `copies` holds, by report id, where else the very same text was found.
    """
    groups: dict[tuple[str | int, ...], list[tuple[Claim, Reading]]] = {}
    for reading in sorted(readings, key=_moment):
        seen: Counter[tuple[str, ...]] = Counter()
        for claim in reading.claims:
            words = _words(claim)
            groups.setdefault((*words, seen[words]), []).append((claim, reading))
            seen[words] += 1
    lines = [_line(group, copies or {}) for group in groups.values()]
    return sorted(lines, key=lambda line: line.published or date.min, reverse=True)


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


def _line(group: list[tuple[Claim, Reading]], copies: Mapping[str, Sequence[Report]]) -> Line:
    claim, reading = group[0]
    carriers: list[Report] = []
    for _, found in group:
        carriers += [found.report, *copies.get(found.report.id, ())]
    return Line(
        claim=claim,
        report=reading.report,
        context=context_of(claim, reading),
        carriers=tuple(sorted(carriers, key=lambda report: report.published or EARLY)),
    )


def _words(claim: Claim) -> tuple[str, ...]:
    # Not the sources: a shortened copy may have lost the sentence that names them. Claims of one
    # report with the same words (three sources side by side) are told apart by their order.
    said = " ".join(claim.quote.casefold().split())
    return said, claim.event.type, claim.status, claim.polarity


def _moment(reading: Reading) -> datetime:
    return reading.report.published or EARLY
