"""The form of the rule files `places.toml`, `places_names.toml` and `world/places.toml`."""

from dataclasses import dataclass

from tocsin.records.layers import Precision
from tocsin.rules import Rule, load

Names = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A place that the gazetteer's sources lack."""

    at: tuple[float, float]
    precision: Precision
    country: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBook:
    """Names of known places, countries and divisions by key, and by-spellings of towns."""

    proof: Rule
    names: Names
    short: Names
    spelling: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Rule):
    """Words that say what sort of place a name is."""

    division: tuple[str, ...]
    district: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Rule):
    """A plain list of words."""

    word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Government(Rule):
    """When a state or a capital stands for its government: relations of the parse, with words."""

    subject: tuple[str, ...]
    place_verb: tuple[str, ...]
    possession: tuple[str, ...]
    dealing: tuple[str, ...]
    dealing_head: tuple[str, ...]
    object_verb: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Rule):
    """Words before a name that make it a person's."""

    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common(Rule):
    """Phrases for places without a name, and the prepositions that show them to be places."""

    phrase: tuple[str, ...]
    case: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border(Rule):
    """Words for a border, and words in capitals before them that name no state."""

    word: tuple[str, ...]
    no_name: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The whole of `places.toml`."""

    head: Head
    border: Border
    government: Government
    locative: Listed
    joined: Listed
    abbreviated: Listed
    person: Person
    common: Common


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceRules:
    """All rules of places in one language; one object is like no other, so that it can be a key."""

    usage: Usage
    book: NameBook
    known: dict[str, Known]


def place_rules(language: str) -> PlaceRules:
    """Return the rules of places in `language`.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    return PlaceRules(
        usage=load(language, "places.toml", Usage),
        book=load(language, "places_names.toml", NameBook),
        known=load("world", "places.toml", dict[str, Known]),
    )
