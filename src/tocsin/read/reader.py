"""The reader of a language: a report in, its reading out, stage by stage, without side effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tocsin.read.attribution import CueRules, attribution_of, find_attributions
from tocsin.read.certainty import CertaintyRules
from tocsin.read.claims import BindingRules, Seen, bind
from tocsin.read.doubts import (
    INVENTED,
    MOST_CHARACTERS,
    UNDATED,
    doubts,
    is_invented,
    too_long,
)
from tocsin.read.encoder import Encoder
from tocsin.read.entities import EntityRules, find_entities
from tocsin.read.events import Event, EventRules, find_events
from tocsin.read.places import Gazetteer, PlaceRules, find_places
from tocsin.read.quantities import Lexicon, find_quantities
from tocsin.read.repair import repaired
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document, Sentence
from tocsin.read.times import TimeRules, find_times
from tocsin.records import Layers, Place, Quantity, Reading, Report, Time
from tocsin.records.layers import Single

# One text comes from many sites, one after another. Its parse and the words for its events are most
# of the work and the same for all; what the publisher and the date change is read anew.
AT_HAND = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one language, one part for each stage."""

    splitter: Splitter
    times: TimeRules
    quantities: Lexicon
    places: PlaceRules
    entities: EntityRules
    cues: CueRules
    events: EventRules
    certainty: CertaintyRules
    binding: BindingRules


class Reader:
    """Reads reports of one language with an encoder, rules and a gazetteer that are handed in."""

    def __init__(self, *, stamp: str, encoder: Encoder, rules: Rules, gazetteer: Gazetteer) -> None:
        """Join the parts; `stamp` names model and rules, and is kept with every claim."""
        self.stamp = stamp
        self.rules = rules
        self.encoder = encoder
        self.gazetteer = gazetteer
        self._parsed = lru_cache(AT_HAND)(self._parse)
        self._events = lru_cache(AT_HAND)(self._find_events)

    def read(self, report: Report) -> Reading:
        """Return the reading of `report`. Odd text gives fewer claims and a problem in words."""
        document, problems = self._document(report)
        seen = self._seen(document)
        invented = is_invented(report.text, self.rules.certainty.file.words.get("made-up", ()))
        claims = [] if invented else bind(document, seen, self.rules.binding, self.rules.certainty)
        return Reading(
            reader=self.stamp,
            report=report,
            sentences=tuple((s.start, s.end) for s in document.sentences),
            layers=_layers(seen),
            claims=tuple(claims),
            problems=(*problems, INVENTED) if invented else problems,
        )

    def layer(self, report: Report, name: Single) -> Reading:
        """Return a reading that holds one layer, the same as `read` gives, and nothing else.

        Nothing is read that the layer does not need.
        """
        document, problems = self._document(report)
        return Reading(
            reader=self.stamp,
            report=report,
            sentences=tuple((s.start, s.end) for s in document.sentences),
            layers=self._single(document, name),
            problems=problems if name == "times" else tuple(p for p in problems if p != UNDATED),
        )

    def _document(self, report: Report) -> tuple[Document, tuple[str, ...]]:
        problems = (*too_long(report.text, MOST_CHARACTERS), *doubts(report))
        return Document(report, self._parsed(report.text), MOST_CHARACTERS), problems

    def _parse(self, text: str) -> tuple[Sentence, ...]:
        words = list(self.rules.splitter.split(text[:MOST_CHARACTERS]))
        return tuple(map(repaired, self.encoder.parse(words)))

    def _find_events(self, text: str, title: str | None) -> tuple[Event, ...]:
        bare = Document(Report(text=text, title=title), self._parsed(text), MOST_CHARACTERS)
        return tuple(find_events(bare, self.rules.events))

    def _single(self, document: Document, name: Single) -> Layers:
        match name:
            case "times":
                return Layers(times=tuple(self._times(document)))
            case "quantities":
                return Layers(quantities=tuple(self._quantities(document)))
            case "places":
                return Layers(places=tuple(self._places(document)))

    def _times(self, document: Document) -> list[Time]:
        return find_times(document, self.rules.times)

    def _places(self, document: Document) -> list[Place]:
        return find_places(document, self.rules.places, self.gazetteer)

    def _quantities(
        self, document: Document, times: Sequence[Time] | None = None
    ) -> list[Quantity]:
        known = self._times(document) if times is None else times
        # A length of time is a figure too ("just over 40 minutes"); a date is none.
        dated = [time.span for time in known if time.type != "DURATION"]
        return find_quantities(document, self.rules.quantities, dated)

    def _seen(self, document: Document) -> Seen:
        times, places = self._times(document), self._places(document)
        entities = find_entities(document, self.rules.entities, places)
        return Seen(
            times=times,
            quantities=self._quantities(document, times),
            places=places,
            entities=entities,
            voices=find_attributions(document, entities, self.rules.cues),
            events=list(self._events(document.report.text, document.report.title)),
        )


def _layers(seen: Seen) -> Layers:
    return Layers(
        times=tuple(seen.times),
        quantities=tuple(seen.quantities),
        places=tuple(seen.places),
        entities=tuple(seen.entities),
        attributions=tuple(attribution_of(voice) for voice in seen.voices if voice.cue),
    )
