"""The media among the organisations that the rules know, by all the names that texts give them."""

from dataclasses import dataclass

from tocsin.rules import Rule, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, a broadcaster or an agency: its name, and others that it goes by."""

    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sort:
    sort: str
    state: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names(Rule):
    organisations: dict[str, Outlet]


def outlets(language: str) -> tuple[Outlet, ...]:
    """Return the media outlets that the rules of a language name, in the order of the file."""
    facts = load("world", "organisations.toml", dict[str, _Sort])
    names = load(language, "entities_organisations.toml", _Names).organisations
    return tuple(one for key, one in names.items() if facts[key].sort == "media")
