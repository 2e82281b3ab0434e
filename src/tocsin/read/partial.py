"""The reader of a language that has rules and no model: its times and figures, and no claims."""

from dataclasses import dataclass

from tocsin.read.doubts import MOST_CHARACTERS, UNDATED, doubts, too_long
from tocsin.read.quantities import Lexicon, find_quantities
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.times import TimeRules, find_times
from tocsin.records import Layers, Quantity, Reading, Report, Time
from tocsin.records.layers import Single


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialRules:
    """The rules that need no model: over characters and bare words."""

    splitter: Splitter
    times: TimeRules
    quantities: Lexicon


class PartialReader:
    """Reads what rules over bare words can read; the rest is a problem in words, never a guess."""

    def __init__(self, *, stamp: str, language: str, rules: PartialRules) -> None:
        """Take the rules of `language`; `stamp` names them."""
        self.stamp = stamp
        self.language = language
        self.rules = rules

    def read(self, report: Report) -> Reading:
        """Return the times and figures of `report`. What figures count is not known: no parse."""
        times, quantities = self._times(report), self._quantities(report)
        layers = Layers(times=tuple(times), quantities=tuple(quantities))
        problem = f"only times and figures are read in the language {self.language!r}: no claims"
        return self._reading(report, layers, (*doubts(report), problem))

    def layer(self, report: Report, name: Single) -> Reading:
        """Return a reading with one layer alone; places are not read, and that is said."""
        match name:
            case "times":
                layers = Layers(times=tuple(self._times(report)))
                return self._reading(report, layers, doubts(report))
            case "quantities":
                layers = Layers(quantities=tuple(self._quantities(report)))
                return self._reading(report, layers, _dateless(report))
            case "places":
                problem = f"no places are read in the language {self.language!r}"
                return self._reading(report, Layers(), (*_dateless(report), problem))

    def _times(self, report: Report) -> list[Time]:
        return find_times(Document(report, (), MOST_CHARACTERS), self.rules.times)

    def _quantities(self, report: Report) -> list[Quantity]:
        dated = [time.span for time in self._times(report) if time.type != "DURATION"]
        document = Document(report, (), MOST_CHARACTERS)
        return find_quantities(document, self.rules.quantities, dated)

    def _reading(self, report: Report, layers: Layers, problems: tuple[str, ...]) -> Reading:
        sentences = self.rules.splitter.split(report.text[:MOST_CHARACTERS])
        return Reading(
            reader=self.stamp,
            report=report,
            sentences=tuple((words[0].start, words[-1].end) for words in sentences),
            layers=layers,
            problems=(*too_long(report.text, MOST_CHARACTERS), *problems),
        )


def _dateless(report: Report) -> tuple[str, ...]:
    return tuple(doubt for doubt in doubts(report) if doubt != UNDATED)
