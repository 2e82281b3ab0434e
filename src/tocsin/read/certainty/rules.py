"""Certainty rules as typed records: cue classes with their effects, likelihoods, word lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.read.events.inflections import Forms, Inflections, inflections
from tocsin.records.claim import Certainty, CueClass, Polarity, ResponseKind, Status
from tocsin.rules import Rule, load

KINDS = (
    "verb",
    "noun",
    "adj",
    "adverb",
    "aux",
    "modifier",
    "mark",
    "preposition",
    "none",
    "measure",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a cue makes of the stance below it; None leaves a value as it is."""

    status: Status | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule(Rule):
    """A class of cue words by part of speech; `within` names the relations that they govern.

    `none` are words of a participant who is not there, `measure` of one that is guessed. A word
    may be two ("rule out").
    A relation may name its preposition ("obl:for"); "self" means that the cue is the event's word.

    `negated` is the effect where the cue itself is negated. A status holds for what is past only
    if `over_past`; a cue gives way where one of the classes in `yields` is met, and
    sets the status `unsure` where other words leave the claim less than certain. Coordinated with
    a verb of the class `either`, it takes no stand. `told` is the effect in what was said in the
    past. What befalls is planned only by a `willed` cue, and by somebody who does it ("vowed to
    kill"). A `progressive` cue is one only in that form ("is considering"); `past` is the effect
    of a cue that is past itself ("tried to"). It leaves nouns of the types in the group `spares` as
    they are: a demand that is rejected was made. `hedge` cues weaken the claim and are shown.
    Examples mark the cue, and say the event's type: "Moscow [may] attack Odesa. | attack".
    """

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    aux: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    preposition: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    effect: Effect
    negated: Effect | None = None
    over_past: bool = False
    yields: tuple[str, ...] = ()
    either: str | None = None
    told: Effect | None = None
    unsure: Status | None = None
    hedge: bool = False
    willed: bool = False
    progressive: bool = False
    past: Effect | None = None
    spares: str = ""
    within: tuple[str, ...] = ("xcomp", "ccomp", "acl", "csubj", "obj", "obl", "nmod", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodRule(Rule):
    """A term of probability with its interval in a scheme, and other ways to write the term."""

    term: str
    also: tuple[str, ...] = ()
    low: float
    high: float
    certainty: Certainty
    scheme: str = "ICD 203"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRule(Rule):
    """How a report says that one of its claims answers another.

    `words` stand between the two or head a correction; `revising` are verbs of a source that
    changes its own figure; `voiced` are classes of cues whose every claim is such an answer.

    A denial that names no deed has a `verb` with what is denied, or says of it that it is `untrue`
    or not `true`, or is `calling` it so. What is denied is a word of `pronouns`, a noun for what
    was `said`, or one for `figures` that somebody gave. Behind a word of `verdict` and a colon,
    what is untrue is the claim that a fact-check takes up.
    """

    words: tuple[str, ...] = ()
    revising: tuple[str, ...] = ()
    voiced: tuple[CueClass, ...] = ()
    verb: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    true: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    verdict: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The `words`, each cut into its single words."""
        return tuple(tuple(words.split()) for words in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyFile:
    """The rule file: cues, likelihoods, plain word lists, groups of event types, voices.

    `voices` says what the class of a reporting cue makes of its content, `negated_voices` what it
    makes where the cue is negated.
    """

    cues: dict[str, CueRule]
    likelihoods: tuple[LikelihoodRule, ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    types: dict[str, tuple[str, ...]] = field(default_factory=dict)
    voices: dict[CueClass, Effect] = field(default_factory=dict)
    negated_voices: dict[CueClass, Effect] = field(default_factory=dict)
    responses: dict[ResponseKind, ResponseRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CertaintyRules:
    """A rule file with the cue classes of each word by part of speech."""

    file: CertaintyFile
    index: Mapping[tuple[str, str], tuple[str, ...]]
    by_first: Mapping[str, tuple[tuple[int, tuple[str, ...], LikelihoodRule], ...]]
    forms: Forms = field(default_factory=lambda: Forms({}), compare=False)

    @staticmethod
    def of(file: CertaintyFile, inflect: Inflections | None = None) -> "CertaintyRules":
        """Index a rule file; longer terms of likelihood come first."""
        index: dict[tuple[str, str], tuple[str, ...]] = {}
        for name, rule in file.cues.items():
            for kind in KINDS:
                for word in getattr(rule, kind):
                    index[kind, word] = (*index.get((kind, word), ()), name)
        terms = [
            (tuple(words.split()), rule)
            for rule in file.likelihoods
            for words in (rule.term, *rule.also)
        ]
        by_first: dict[str, tuple[tuple[int, tuple[str, ...], LikelihoodRule], ...]] = {}
        for order, (words, term) in enumerate(sorted(terms, key=lambda held: -len(held[0]))):
            by_first[words[0]] = (*by_first.get(words[0], ()), (order, words, term))
        inflected = inflect.of({word for _, word in index}) if inflect else {}
        return CertaintyRules(file, index, by_first, Forms(inflected))

    def cues(self, kind: str, *words: str) -> list[tuple[str, CueRule]]:
        """Return the cue classes of any of `words` as `kind`, each once."""
        names = dict.fromkeys(n for word in words for n in self.index.get((kind, word), ()))
        return [(name, self.file.cues[name]) for name in names]

    def terms_from(self, text: str) -> Sequence[tuple[int, tuple[str, ...], LikelihoodRule]]:
        """Return the terms of likelihood that begin with a word, each with its rank."""
        return self.by_first.get(text.lower(), ())

    def has(self, name: str, *words: str) -> bool:
        """Say whether the word list `name` holds any of `words`."""
        listed = self.file.words.get(name, ())
        return any(word in listed for word in words)

    def group(self, name: str, type_: str) -> bool:
        """Say whether the event type belongs to the group `name`."""
        return type_ in self.file.types.get(name, ())


def certainty_rules(language: str) -> CertaintyRules:
    """Return the certainty rules of a language from its file."""
    file = load(language, "certainty.toml", CertaintyFile)
    return CertaintyRules.of(file, inflections(language))
