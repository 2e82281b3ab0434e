"""What a time rule file holds: words by class, shapes of figures, phrases, patterns, frames."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tocsin.rules import Rule, load_folder

Value = int | float | str
Op = Literal["date", "shift", "duration", "set", "ref", "none"]
FrameMode = Literal[
    "onward",
    "deadline",
    "before",
    "after",
    "from",
    "earliest",
    "lasting",
    "within",
    "in",
    "to_date",
    "none",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A form of tokens with digits; the first shape that fits gives a token its classes."""

    regex: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """A pattern that other patterns use by name.

    `fields` hold wherever the phrase takes part in a match; with `number` set, the words of the
    phrase are counted together into one figure.
    """

    pattern: str
    fields: dict[str, Value] = field(default_factory=dict)
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule(Rule):
    """A pattern over words and word classes, with the operation that gives it a meaning.

    The guards are patterns for what must, or must not, stand directly before and after. `doubtful`
    marks patterns of one word that may be no time at all ("May"): see `Doubt`. `gives` are the
    values that the examples must show, on a report of 23 December 2024. `needs` is the way the
    clause must look. Two members, `1( … )` and `2( … )`, are the ends of a range; with
    `second_lends` they are none, and only the first takes from the second what it leaves unsaid.
    """

    pattern: str
    op: Op = "date"
    fields: dict[str, Value] = field(default_factory=dict)
    mod: str | None = None
    before: str = ""
    after: str = ""
    not_before: str = ""
    not_after: str = ""
    doubtful: bool = False
    needs: Literal["", "ahead", "back"] = ""
    second_lends: bool = False
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRule(Rule):
    """Words before a time that stretch or open its interval: "since", "by", "until".

    `looks` is the way that the words look, whatever the tense: "back in June".
    """

    pattern: str
    mode: FrameMode
    looks: Literal["", "ahead", "back"] = ""
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Rule):
    """Words that join two times into one range, with the words that must lead the first."""

    between: str
    lead: str = ""
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Words that name a time only by their tag, or where no tag is known, by the word before."""

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenses:
    """Tags and words that tell whether a clause looks back or ahead.

    `intent` are verbs and nouns whose complements lie ahead, whatever their own tense, and
    `certain_future` auxiliaries no perfect can outweigh. The present of a verb tells of a plan,
    unless it is one of `telling` (lemmas). A time inside the phrase of a noun of `happened` is
    past; one that a noun is `about` may be either. Past is also a plan under a `past_perfect`:
    "had been scheduled for Monday". `past` and `future`, words and endings of words, tell where
    there is no parse, and so does an intent before `to_words`. What one is `extending` `until` a
    day, or `setting` `for` one, lies ahead whenever that is done. An intent that is `spoken` is of
    the time that stands beside it ("agreed on Saturday").
    """

    past_tags: tuple[str, ...] = ()
    participle_tags: tuple[str, ...] = ()
    present_tags: tuple[str, ...] = ()
    progressive_tags: tuple[str, ...] = ()
    modal_tags: tuple[str, ...] = ()
    to_tags: tuple[str, ...] = ()
    perfect: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    intent: tuple[str, ...] = ()
    certain_future: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    past_perfect: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    extending: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    for_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Signs between groups of three digits, and those before a fraction."""

    group: str
    decimal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One file of time rules; every part is optional."""

    words: dict[str, dict[str, Value]] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)
    parse: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, TimePhrase] = field(default_factory=dict)
    rules: dict[str, TimeRule] = field(default_factory=dict)
    frames: dict[str, FrameRule] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    feasts: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    doubt: Doubt | None = None
    tenses: Tenses | None = None
    marks: Marks | None = None


# Compared and hashed by identity, so that a compiled grammar can be kept for it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeRules:
    """All time rules of one language, joined from its files."""

    words: dict[str, dict[str, Value]]
    shapes: dict[str, Shape]
    parse: dict[str, str]
    phrases: dict[str, TimePhrase]
    rules: dict[str, TimeRule]
    frames: dict[str, FrameRule]
    links: dict[str, Link]
    feasts: dict[str, dict[str, tuple[str, str]]]
    doubt: Doubt
    tenses: Tenses
    marks: Marks | None


def time_rules(language: str) -> TimeRules:
    """Return the time rules of a language from its folder."""
    return join(load_folder(language, "times", RuleFile))


def join(files: Mapping[str, RuleFile]) -> TimeRules:
    """Return the rules of all `files` as one, in the order of the files' names.

    Raises:
        ValueError: when two files define the same name.
    """
    parts = ("words", "shapes", "parse", "phrases", "rules", "frames", "links", "feasts")
    found: dict[str, dict[str, object]] = {part: {} for part in parts}
    for name in sorted(files):
        for part in parts:
            _add(found[part], getattr(files[name], part), f"times/{name}.toml: {part}")
    doubt = next((f.doubt for f in files.values() if f.doubt), Doubt())
    tenses = next((f.tenses for f in files.values() if f.tenses), Tenses())
    marks = next((f.marks for f in files.values() if f.marks), None)
    return TimeRules(doubt=doubt, tenses=tenses, marks=marks, **found)  # type: ignore[arg-type]


def _add(known: dict[str, object], more: Mapping[str, object], where: str) -> None:
    twice = sorted(known.keys() & more.keys())
    if twice:
        raise ValueError(f"{where} defines again: {', '.join(twice)}")
    known.update(more)
