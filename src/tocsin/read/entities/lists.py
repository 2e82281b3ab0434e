"""What the rule files of entities hold, as typed records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tocsin.records.layers import EntityKind
from tocsin.rules import Rule

NameForm = Literal["name", "short", "adjective", "people", "seat", "metonym", "shared"]
Sort = Literal["international", "armed", "military", "government", "media", "company"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Rule):
    """Head nouns of one kind; `family` is what "these troops" shares with "North Korean soldiers".

    `number` "many" marks singular nouns that name many people ("the military … they").
    """

    kind: EntityKind
    family: str
    nouns: tuple[str, ...]
    number: Literal["one", "many"] = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Rule):
    """A list of nouns with its proof."""

    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gender:
    """Pronouns by the sort of thing they stand for, and words that tell a person's sex."""

    he: tuple[str, ...]
    she: tuple[str, ...]
    it: tuple[str, ...]
    they: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Rule):
    """First names that tell whether "he" or "she" can stand for a person."""

    he: tuple[str, ...]
    she: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing(Rule):
    """Prepositions behind which a capital is a party, below words of dealing with one another."""

    prepositions: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(Rule):
    """Words of the first person: of one who speaks, and of a body (`plural`)."""

    words: tuple[str, ...]
    plural: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deixis:
    """Words that make a mention point back, or open something new."""

    definite: tuple[str, ...]
    own: tuple[str, ...]
    open: tuple[str, ...]
    lesser: tuple[str, ...]
    stand_for: tuple[str, ...]
    stands_for: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The file `entities.toml`."""

    head: tuple[Head, ...]
    measure: Words
    gender: Gender
    deixis: Deixis
    stands_for_state: Words
    place_words: Words
    dealing: Dealing
    in_capitals: Words
    speech: Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """What a language calls a state, its people and its government."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    def forms(self) -> Iterator[tuple[NameForm, str]]:
        """Yield every form with what kind of form it is, seats last."""
        yield "name", self.name
        yield from (("name", form) for form in self.names)
        yield from (("short", form) for form in self.short)
        yield from (("adjective", form) for form in self.adjectives)
        yield from (("people", form) for form in self.people)
        yield from (("seat", form) for form in self.seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The file `entities_states.toml`: names of states, and a proof for each kind of form."""

    proof: dict[str, Rule]
    state: tuple[StateName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFact:
    """What holds of a state in every language."""

    wikidata: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """What a language calls an organisation; `metonyms` are houses that stand for it."""

    name: str
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Rule):
    """Names that several states use, or common nouns (`called`); `of` says whose is which key.

    A name that the text gives to no state means none of them.
    """

    name: str
    sort: Sort
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    of: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations(Rule):
    """The file `entities_organisations.toml`."""

    organisations: dict[str, OrganisationName]
    shared: dict[str, Shared] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFact:
    """What holds of an organisation in every language."""

    sort: Sort
    state: str | None = None
    wikidata: str | None = None
