"""What the single readers saw in a report, whole and sorted by sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from tocsin.read.attribution.voice import Voice
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document
from tocsin.records import Entity, Place, Quantity, Span, Time

T = TypeVar("T")
# A time that an earlier sentence has set dates what follows in the same paragraph, not for ever.
LOOKED_BACK = 12
# What stands between the date of an entry and the entry.
HEADED = ":–—"
# A city there is where the report was written; only a country says what the entry is about.
LABELLED = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the single readers saw in one report, or in one sentence of it.

    `spots` are the places that a sentence only describes.
    """

    times: Sequence[Time]
    quantities: Sequence[Quantity]
    places: Sequence[Place]
    entities: Sequence[Entity]
    voices: Sequence[Voice]
    events: Sequence[Event]
    spots: Sequence[Place] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The same by the number of the sentence, so that binding stays in proportion to the text."""

    times: Mapping[int, list[Time]]
    quantities: Mapping[int, list[Quantity]]
    places: Mapping[int, list[Place]]
    entities: Mapping[int, list[Entity]]
    voices: Mapping[int, list[Voice]]
    events: Mapping[int, list[Event]]
    cues: Mapping[int, list[Span]]

    @classmethod
    def of(cls, document: Document, seen: Seen) -> Self:
        """Sort what was seen; a voice stands in every sentence that its content reaches."""

        def at(span: Span) -> tuple[int, ...]:
            found = document.sentence_at(span[0])
            return () if found is None else (found,)

        def heard(voice: Voice) -> Iterable[int]:
            return dict.fromkeys(i for span in voice.content for i in document.sentences_in(span))

        cues = [span for voice in seen.voices for span in voice.cue]
        return cls(
            times=_sorted(seen.times, lambda item: at(item.span)),
            quantities=_sorted(seen.quantities, lambda item: at(item.span)),
            places=_sorted(seen.places, lambda item: at(item.span)),
            entities=_sorted(seen.entities, lambda item: at(item.span)),
            voices=_sorted(seen.voices, heard),
            events=_sorted(seen.events, lambda event: (event.sentence,)),
            cues=_sorted(cues, at),
        )

    def seen(self, at: int) -> Seen:
        """Return what was seen in the sentence numbered `at`."""
        return Seen(
            times=self.times.get(at, ()),
            quantities=self.quantities.get(at, ()),
            places=self.places.get(at, ()),
            entities=self.entities.get(at, ()),
            voices=self.voices.get(at, ()),
            events=self.events.get(at, ()),
        )

    def leading(self, document: Document, at: int) -> Time | None:
        """Return the date that heads the entry of a chronicle: "December 3, 2023: Rebels …"."""
        first = _opening(document, at)
        start = document.sentences[first].start
        for time in self.times.get(first, ()):
            before = document.text[start : time.span[0]]
            behind = document.text[time.span[1] : time.span[1] + 2].strip()[:1]
            if behind in HEADED and behind and not any(map(str.isalnum, before)):
                return time
        return None

    def labelling(self, document: Document, at: int) -> Place | None:
        """Return the country that heads the entry of a list of briefs: "Bolivia: Miners …"."""
        first = _opening(document, at)
        start = document.sentences[first].start
        for place in self.places.get(first, ()):
            before = document.text[start : place.span[0]]
            behind = document.text[place.span[1] : place.span[1] + 1]
            if place.precision == LABELLED and behind == HEADED[0] and not before.strip():
                return place
        return None

    def times_before(self, at: int) -> list[Time]:
        """Return the times of the last sentences before `at`, in order of the text."""
        return [t for i in range(max(0, at - LOOKED_BACK), at) for t in self.times.get(i, ())]


def _opening(document: Document, at: int) -> int:
    """Return the number of the sentence that opens the paragraph of sentence `at`."""
    first = at
    while first > max(0, at - LOOKED_BACK) and not _is_apart(document, first):
        first -= 1
    return first


def _is_apart(document: Document, at: int) -> bool:
    """Say whether a sentence opens a paragraph."""
    if at == 0:
        return True
    return "\n" in document.text[document.sentences[at - 1].end : document.sentences[at].start]


def _sorted(items: Iterable[T], places: Callable[[T], Iterable[int]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for item in items:
        for at in places(item):
            found.setdefault(at, []).append(item)
    return found
