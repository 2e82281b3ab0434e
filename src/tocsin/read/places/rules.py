"""The form of the rule files `places.toml`, `places_names.toml` and `world/places.toml`."""

from dataclasses import dataclass

from tocsin.read.entities.lists import States
from tocsin.records.layers import Precision
from tocsin.rules import Rule, load

Names = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A place that the gazetteer's sources lack; `by` and `reach` are to check its point by."""

    at: tuple[float, float]
    precision: Precision
    country: str | None = None
    geonames: int | None = None
    by: tuple[str, ...] = ()
    reach: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBook:
    """Names of known places, countries and divisions by key, and by-spellings of towns."""

    proof: Rule
    names: Names
    short: Names
    spelling: Names
    people: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Rule):
    """Words that say what sort of place a name is: behind it, behind several, or before it."""

    division: tuple[str, ...]
    divisions: tuple[str, ...]
    district: tuple[str, ...]
    districts: tuple[str, ...]
    town: tuple[str, ...]
    of: tuple[str, ...]
    joining: tuple[str, ...]
    water: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near(Rule):
    """Phrases before a place by which something lies around it and not in it."""

    phrase: tuple[str, ...]
    article: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Rule):
    """A plain list of words."""

    word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviated(Listed):
    """First words of names that are cut short, and each in full."""

    full: tuple[str, ...]


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
    near: Near
    part: Listed
    site: Listed
    border: Border
    government: Government
    locative: Listed
    joined: Listed
    abbreviated: Abbreviated
    article: Listed
    person: Person
    common: Common


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceRules:
    """All rules of places in one language; one object is like no other, so that it can be a key."""

    usage: Usage
    book: NameBook
    known: dict[str, Known]
    peoples: dict[str, str]


def place_rules(language: str) -> PlaceRules:
    """Return the rules of places in `language`.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    book = load(language, "places_names.toml", NameBook)
    return PlaceRules(
        usage=load(language, "places.toml", Usage),
        book=book,
        known=load("world", "places.toml", dict[str, Known]),
        peoples=_peoples(language, book),
    )


def _peoples(language: str, book: NameBook) -> dict[str, str]:
    """Return whose each people's name or adjective is: "Syrians" and "Syrian" are of SY."""
    states = load(language, "entities_states.toml", States).state
    found = {word: s.code for s in states for word in (*s.adjectives, *s.people)}
    return found | {word: key for key, words in book.people.items() for word in words}
