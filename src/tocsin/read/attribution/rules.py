"""Cue words as typed records, and the index that finds a cue by word and frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tocsin.read.events.inflections import inflections
from tocsin.read.outlets import outlets
from tocsin.records.claim import CueClass, Evidential, Factuality
from tocsin.rules import Rule, load

Frame = Literal[
    "clause", "quote", "object", "infinitive", "passive", "preposition", "noun", "adverb", "naming"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Rule):
    """A class of commitment with its words by frame; see the head of `attribution.toml`."""

    name: CueClass
    evidential: Evidential
    holds: Factuality
    negated: Factuality
    author: Factuality
    chained: bool = True
    alone: bool = False
    bodies: bool = False
    clause: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    preposition: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    bracket: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """Nouns by the sort of source they are, and function words that tie cue, source and content."""

    own: tuple[str, ...]
    earlier: tuple[str, ...]
    here: tuple[str, ...]
    editions: tuple[str, ...]
    media: tuple[str, ...]
    document: tuple[str, ...]
    sensor: tuple[str, ...]
    generic: tuple[str, ...]
    voiced: tuple[CueClass, ...]
    tallying: tuple[str, ...]
    tallies: tuple[str, ...]
    maker: tuple[str, ...]
    brings: tuple[str, ...]
    silent: tuple[str, ...]
    citing: tuple[str, ...]
    quoting: tuple[str, ...]
    as_: tuple[str, ...]
    negations: tuple[str, ...]
    of: tuple[str, ...]
    that: tuple[str, ...]
    things: tuple[str, ...]
    complement: tuple[str, ...]
    mute: tuple[str, ...]
    carry: tuple[str, ...]
    printed: tuple[str, ...]
    following: tuple[str, ...]
    modal: tuple[str, ...]
    days: tuple[str, ...]
    befallen: tuple[str, ...]
    asking: tuple[str, ...]
    interviewing: tuple[str, ...]
    taken_up: tuple[str, ...]
    singular: tuple[str, ...]
    neuter: tuple[str, ...]
    plural: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The file `attribution.toml`."""

    sources: SourceWords
    cue: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRules:
    """All that `find_attributions` is handed."""

    words: SourceWords
    by_frame: Mapping[tuple[Frame, str], Cue]
    prepositions: Mapping[tuple[str, str], Cue]
    beside: Mapping[tuple[str, ...], Cue]
    media: frozenset[str]
    fallback: Cue
    hearsay: Cue
    brackets: Mapping[str, Cue] = field(default_factory=dict)
    verbs: Mapping[str, str] = field(default_factory=dict)

    def saying(self, lemma: str) -> Cue | None:
        """Return the cue that a verb is with a quotation or aside ("…, he added"), or None."""
        return self.cue("clause", lemma) or self.cue("quote", lemma)

    def cue(self, frame: Frame, lemma: str) -> Cue | None:
        """Return the cue that a word is in a frame, or None."""
        return self.by_frame.get((frame, lemma))


_FRAMES: tuple[Frame, ...] = (
    "clause",
    "quote",
    "object",
    "infinitive",
    "passive",
    "noun",
    "adverb",
    "naming",
)


def cue_rules(language: str) -> CueRules:
    """Return the cue rules of a language, read once from its rule files."""
    cues = load(language, "attribution.toml", Cues)
    by_frame: dict[tuple[Frame, str], Cue] = {}
    for cue in cues.cue:
        for frame in _FRAMES:
            for word in getattr(cue, frame):
                by_frame.setdefault((frame, word), cue)
    report, hearsay = (
        next(cue for cue in cues.cue if cue.name == name) for name in ("report", "hearsay")
    )
    verbal = {word for frame, word in by_frame if frame not in ("noun", "adverb")}
    verbal.update(verb for cue in cues.cue for verb in cue.preposition)
    return CueRules(
        words=cues.sources,
        by_frame=by_frame,
        prepositions={
            (verb, prep): cue
            for cue in cues.cue
            for verb, preps in cue.preposition.items()
            for prep in preps
        },
        beside={tuple(form.split()): cue for cue in cues.cue for form in cue.beside},
        media=frozenset(outlet.name for outlet in outlets(language)),
        fallback=report,
        hearsay=hearsay,
        brackets={mark: cue for cue in cues.cue for mark in cue.bracket},
        verbs=inflections(language).of(verbal) | {verb: verb for verb in verbal},
    )
