"""The form of the rule file `populations.toml`: what figures count, and how they run on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from tocsin.records.claim import Status
from tocsin.records.layers import Precision
from tocsin.records.weighed import FigureKind
from tocsin.rules import Rule, load
from tocsin.weigh.estimate.phrases import Phrases, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun(Rule):
    """Words that count the same kind of thing; `deed` marks those that count the event itself.

    `wide` names the noun that is said for these as well: ballistic missiles are missiles; `among`
    one that is said for them where nobody else is counted: dead workers are dead people; `some`
    marks those who are told of as a part of all, the children among the dead. `daily`
    marks what is found day by day, so that new ones are no whole. `anybody` marks
    people of no special kind, `flies` what is destroyed by shooting it down, `counts` the type of
    event that is counted under this name whatever the word ("attacked 27 times").
    """

    name: str
    word: tuple[str, ...]
    person: bool = False
    deed: bool = False
    wide: str = ""
    among: str = ""
    some: bool = False
    anybody: bool = False
    flies: bool = False
    counts: str = ""
    daily: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Rule):
    """A list of words with its proof."""

    word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Words):
    """Words between a part and its whole, and how those whom more befell are called (`said`).

    Behind a figure words of `amid` say that it is of a part of them: "two nurses are among the
    dead"; `mark` keeps it apart.
    """

    said: str
    amid: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Rule):
    """Words before (`word`) or behind (`more`) a figure by which it comes on top of another.

    `up` and `down` mark a figure by which another rose or fell; by `fresh` words what is found day
    by day is of that day: "52 new cases".
    """

    word: tuple[str, ...]
    fresh: tuple[str, ...]
    more: tuple[str, ...]
    mark: str
    up: str
    down: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm(Rule):
    """What befell whom, by words of the event or by a counted word that says it; `of` if unsaid.

    `parts` are the harms that come to it together; `person` says whether it befalls people or only
    things, None where both; `of_flying` is the harm that it is of what flies,
    `grows` marks harm of which more is found in the days after, `falls` what
    becomes less (the missing are found), `type` are events that are of it
    where no word tells, `among` the harm that it is told for as well: who was found dead is dead.
    `living` marks what befalls none of the things that are known: cases are recorded, not killed.
    `adds` marks harm of which "seven more" are no whole, `ends` names what is over for those whom
    it befalls: the girls who were freed are not all who were captured.
    """

    name: str
    word: tuple[str, ...]
    noun: tuple[str, ...]
    of: str | None = None
    parts: tuple[str, ...] = ()
    person: bool | None = None
    of_flying: str = ""
    grows: bool = False
    falls: bool = False
    type: tuple[str, ...] = ()
    among: str = ""
    living: bool = False
    adds: bool = False
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmful(Rule):
    """Types of event of which a word behind the figure may say what befell whom."""

    type: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Rule):
    """What was done with people (`person`) or things, by type of event and words of the clause.

    `own` says that who acts does it with his own: he sends troops, but hits ships of others.
    """

    name: str
    type: tuple[str, ...]
    kind: FigureKind
    word: tuple[str, ...]
    person: bool | None = None
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Rule):
    """Words of the clause by which a figure is a stock, a flow or a total; `but` are none of it.

    By words of `once` it is of one time and not of one among many: "overnight".
    """

    kind: FigureKind
    word: tuple[str, ...]
    but: tuple[str, ...] = ()
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Rule):
    """Words between places that are meant together (`join`, `lead`), before one (`in_`).

    By a word of `where` behind it a clause is about a place. `local` are words of a source that
    speaks for a part of a country. `there` are words that stand for a place that cannot be told,
    `spot` for that of who says it, `land` for its country; words of `admin` and `city` behind `to`
    and `whose` for the last province or town that was told of.
    """

    join: tuple[str, ...]
    where: tuple[str, ...]
    lead: tuple[str, ...]
    local: tuple[str, ...]
    there: tuple[str, ...]
    land: tuple[str, ...]
    spot: tuple[str, ...]
    to: tuple[str, ...]
    whose: tuple[str, ...]
    admin: tuple[str, ...]
    city: tuple[str, ...]
    from_: tuple[str, ...]
    in_: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed(Rule):
    """By what a person without a name is known: the `first` word, or the `last` one of many.

    Who `speaks` for a body has its name.
    """

    first: tuple[str, ...]
    last: tuple[str, ...]
    speaks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike(Rule):
    """Statuses in which figures count alike, and how the measure is marked."""

    name: Literal["actual", "planned", "predicted"]
    is_: tuple[Status, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationRules:
    """The file `populations.toml`."""

    noun: tuple[Noun, ...]
    idle: Words
    plain: Words
    added: Added
    own: Words
    number: Words
    toll: Words
    part: Part
    harmful: Harmful
    harm: tuple[Harm, ...]
    deed: tuple[Deed, ...]
    run: tuple[Run, ...]
    scope: Scope
    unnamed: Unnamed
    status: tuple[Alike, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The names of a state that the figures of a population may carry."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Of the file `entities_states.toml` what populations need."""

    state: tuple[State, ...]


class Lexicon:
    """The rules of a language with the words indexed."""

    def __init__(self, rules: PopulationRules, states: States) -> None:
        self.rules = rules
        self.noun = {noun.name: noun for noun in rules.noun}
        self.harm = {harm.name: harm for harm in rules.harm}
        self.nouns = Phrases((word, noun) for noun in rules.noun for word in noun.word)
        self.harms = Phrases((word, harm) for harm in rules.harm for word in harm.word)
        self.harmed = Phrases((word, harm) for harm in rules.harm for word in harm.noun)
        self.deeds = {deed: Phrases((word, deed) for word in deed.word) for deed in rules.deed}
        self.runs = {run.kind: _run(run) for run in rules.run}
        self.once = Phrases((word, True) for run in rules.run for word in run.once)
        self.local = Phrases((word, True) for word in rules.scope.local)
        self.amid = Phrases((word, True) for word in rules.part.amid)
        self.part = dict(_parts(rules.scope))
        pointed = (*rules.scope.there, *rules.scope.land, *rules.scope.spot, *self.part)
        self.there = Phrases((word, word) for word in pointed)
        self.own = frozenset(rules.own.word)
        self.parts = frozenset(rules.part.word)
        self.tolls = Phrases((word, word) for word in rules.toll.word)
        self.anybody = next((noun for noun in rules.noun if noun.anybody), None)
        self.counting = {noun.counts: noun.name for noun in rules.noun if noun.counts}
        self.number = Phrases((word, True) for word in rules.number.word)
        self.idle = frozenset(rules.idle.word)
        self.plain = frozenset(rules.plain.word)
        self.joins = frozenset((*rules.scope.join, *rules.scope.lead))
        self.mark = {status: alike.mark for alike in rules.status for status in alike.is_}
        self.states = Phrases((word, s) for s in states.state for word in _names(s))
        self.seats = Phrases((seat, s) for s in states.state for seat in s.seats)
        self.state = {s.code: s for s in states.state}


def _parts(scope: Scope) -> Iterator[tuple[str, Precision]]:
    """Yield words that point to a part of a country, with how finely they tell it."""
    kinds: tuple[tuple[Precision, tuple[str, ...]], ...] = (
        ("admin", scope.admin),
        ("city", scope.city),
    )
    for precision, nouns in kinds:
        for to, whose, noun in product(scope.to, scope.whose, nouns):
            yield f"{to} {whose} {noun}", precision


def _run(run: Run) -> Phrases[Run | None]:
    but: list[tuple[str, Run | None]] = [(word, None) for word in run.but]
    return Phrases([*but, *((word, run) for word in run.word)])


def _names(state: State) -> tuple[str, ...]:
    return (state.name, *state.names, *state.adjectives, *state.people)


def plain_name(name: str, language: str = "en") -> str:
    """Return a name without articles and the like before it, in lower case.

    >>> plain_name("The health ministry")
    'health ministry'
    """
    return " ".join(w.text for w in words(name) if w.text not in lexicon(language).plain)


def state_name(code: str, language: str = "en") -> str:
    """Return the name of the state of a code, or the code where it is not known."""
    known = lexicon(language).state.get(code)
    return known.name if known is not None else code


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the rules by which the figures of a language are told apart."""
    rules = load(language, "populations.toml", PopulationRules)
    return Lexicon(rules, load(language, "entities_states.toml", States))
