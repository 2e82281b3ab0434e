"""The form of the rule files `quantities.toml` and `quantities_units.toml`."""

from dataclasses import dataclass, field
from typing import Literal

from tocsin.records.layers import Change
from tocsin.rules import Rule

Number = int | float
Values = dict[str, Number]
Forms = dict[str, tuple[str, ...]]

# What the last part of a number in words was: "ones" close it, the others may go on.
Part = Literal["hundred", "big", "tens"]
BoundKind = Literal["at_least", "at_most", "about"]
DesignatorKind = Literal[
    "word before", "word after", "title before", "year", "day of month", "clock", "fixed", "item"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers(Rule):
    """Words and signs of which a single number is made.

    `group` are the marks between groups of three digits, `decimal` those before a fraction; a mark
    may be both, and then parts off a fraction unless just three digits follow. `pairs` may part two
    digits before the last three ("1,10,000", in India). `bare` are scales
    that need no figure before them; `tail` are shares of a scale that stand behind it.
    """

    group: tuple[str, ...]
    decimal: tuple[str, ...]
    pairs: tuple[str, ...] = ()
    word: Values
    scale: Values
    suffix: Values
    doubtful: tuple[str, ...]
    lead: Values
    plus: Values
    and_: tuple[str, ...] = ()
    and_after: tuple[Part, ...]
    bare: tuple[str, ...] = ()
    tail: Values = field(default_factory=dict)
    shy: tuple[str, ...]
    shy_followers: tuple[str, ...]
    minus: tuple[str, ...]
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague(Rule):
    """An amount without a figure, with its interval and, where a survey has one, its median."""

    text: tuple[str, ...]
    low: Number
    high: Number
    best: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Rule):
    """A part of a whole in words, in percent; `bound_only` needs a bound before it."""

    text: tuple[str, ...]
    part: Number
    bound_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounding(Rule):
    """Words before or behind a figure that make it a bound or an estimate."""

    kind: BoundKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler(Rule):
    """Words between a bound and its figure that change nothing."""

    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint(Rule):
    """What stands between two figures that are the ends of one range, and what must open it.

    `near` admits only two whole numbers that follow each other, such as "three or four". A `tight`
    joint may be a score or a telephone number as well. One of `change` is none after a verb of
    change and an opener: "fell from 10 to 5" tells of two figures.
    """

    opener: tuple[str, ...] = ()
    between: tuple[str, ...]
    near: bool = False
    tight: bool = False
    change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance(Rule):
    """What stands before the size of an error: "20 kg *plus or minus* 2 kg" is 18 to 22 kg."""

    between: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(Rule):
    """Verbs after which "from A to B" tells of two figures, not of one range."""

    verb: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Rule):
    """Words that change a level by themselves: to `times` of it, or by `part` percent."""

    way: Change
    text: tuple[str, ...]
    times: Number | None = None
    part: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Rule):
    """Words that make a figure the size of a rise or a fall.

    `before` stand right before the figure, `after` right behind it with no more than one word
    between, and behind an `apart` something may stand up to the "by" before the figure. `family`
    are the families of units of which the figure must be, or `thing` what it must count; neither
    given, and it may count anything. `noun` tells that the words are nouns: "a rise of 5 percent".
    No figure is meant before one of `not_after`: "the shell fell 5 km north of it".
    """

    way: Change
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    thing: tuple[str, ...] = ()
    noun: bool = False
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Rule):
    """What may stand between a word of change and its figure, and what `by` leads back to it."""

    between: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Designator(Rule):
    """Where a figure counts nothing: a name, a date, a clock, an address, a set phrase, an item.

    The number of an item stands at the head of its line, or between brackets, and counts items up
    to the end of `between`.
    """

    kind: DesignatorKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    between: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """The whole of `quantities.toml`."""

    numbers: Numbers
    vague: tuple[Vague, ...]
    share: tuple[Share, ...]
    bound: tuple[Bounding, ...]
    filler: Filler
    joint: tuple[Joint, ...]
    tolerance: Tolerance | None = None
    change: Moving
    multiple: tuple[Multiple, ...] = ()
    shift: tuple[Shift, ...] = ()
    step: Step | None = None
    designator: tuple[Designator, ...]
    counted: "Counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Rule):
    """Words by which a figure at a distance finds what it counts.

    A figure behind one of `compared` counts what the figure before it counts. A `state` behind a
    figure is that of those counted; `state_link` joins two of them, `damage` is the state of things
    and of no `people` (the nouns of those that an age is told of, and more). `empty` words before a
    noun say nothing of it. Between a noun and a figure, a `bare_verb` is one however it is tagged.
    """

    number_noun: tuple[str, ...]
    compared: tuple[str, ...] = ()
    partitive: tuple[str, ...]
    number_verb: tuple[str, ...]
    weak: tuple[str, ...]
    bare_verb: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    state_link: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Rule):
    """Units of one kind: words in any case, signs as they are, money signs before the figure."""

    name: str
    word: Forms = field(default_factory=dict)
    sign: Forms = field(default_factory=dict)
    before: Forms = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Rule):
    """What stands between a unit and the unit it is taken per; none behind which `never` stands.

    `also` are words that are no units but that money is taken per: "$6 per share".
    """

    link: tuple[str, ...]
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Rule):
    """What makes an age: a `tail` behind a span of time, a `head` before it or before a number.

    The unit gets the `suffix`. A number without a unit is of `unit`, and needs a `head` or, if it
    is `between` these ages, a name or a `person` before it and a comma or bracket on either side, a
    `person` that a `link` ties to it (who `bears` has so many children), or a person as the
    `subject` that is so many.
    """

    tail: tuple[str, ...]
    suffix: str = ""
    head: tuple[str, ...] = ()
    unit: str | None = None
    between: tuple[int, int] | None = None
    subject: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    bears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metres(Rule):
    """Words behind a doubtful letter that show it to be the sign of a unit."""

    word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The whole of `quantities_units.toml`."""

    family: tuple[Family, ...]
    rate: Rate
    age: Age
    metres: Metres | None = None
