"""How a language says where a text comes from, as typed rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.read.outlets import outlets
from tocsin.rules import Rule, load

Where = Literal["opening", "byline", "line", "ending"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Rule):
    """A form of credit; `{agency}` stands for the name, `where` says which words are looked at."""

    pattern: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Rule):
    """A wire agency and the ways it is written in a credit."""

    name: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wires:
    """The file `wires.toml`."""

    forms: tuple[Form, ...]
    agencies: tuple[Agency, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Rule):
    """A form of words or of names."""

    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Rule):
    """Words that cite an outlet; `unlisted` where they also cite one that no list holds."""

    pattern: str
    unlisted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Called(Rule):
    """A description by which everybody knows a body."""

    pattern: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The file `lineage.toml` of a language."""

    newsroom: Pattern
    datelines: tuple[Pattern, ...]
    citations: tuple[Citation, ...]
    bodies: tuple[Pattern, ...]
    called: tuple[Called, ...]
    unnamed: Pattern
    article: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Rule):
    """Addresses of an agency's own pages; of official bodies where `agency` is None."""

    pattern: str
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The file `lineage.toml` of the world."""

    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRules:
    """All that `mentions` is handed, compiled."""

    agencies: Mapping[str, str]
    named: re.Pattern[str]
    agency: re.Pattern[str]
    credits: tuple[tuple[Where, re.Pattern[str]], ...]
    citations: tuple[re.Pattern[str], ...]
    datelines: tuple[re.Pattern[str], ...]
    unlisted: tuple[re.Pattern[str], ...]
    bodies: tuple[re.Pattern[str], ...]
    called: tuple[tuple[re.Pattern[str], str], ...]
    unnamed: re.Pattern[str]
    article: re.Pattern[str]
    addresses: tuple[tuple[re.Pattern[str], str | None], ...]


def lineage_rules(language: str) -> LineageRules:
    """Return the rules of a language by which a text tells where it comes from.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    wires = load(language, "wires.toml", Wires)
    lineage = load(language, "lineage.toml", Lineage)
    world = load("world", "lineage.toml", Addresses)
    agencies = {written: one.name for one in wires.agencies for written in one.written}
    named = _outlets(language, agencies)
    return LineageRules(
        agencies=named,
        named=re.compile(rf"(?<![\w.]){_any(named)}(?!\w)"),
        agency=re.compile(rf"(?:The )?{_any(agencies)}(?: News(?: Agency)?)?(?: ?\([^()]*\))?"),
        credits=tuple((f.where, _filled(f.pattern, agencies)) for f in wires.forms),
        citations=tuple(_filled(c.pattern, named) for c in lineage.citations),
        datelines=tuple(_with(one.pattern, lineage.newsroom) for one in lineage.datelines),
        unlisted=tuple(_with(c.pattern, lineage.newsroom) for c in lineage.citations if c.unlisted),
        bodies=tuple(re.compile(body.pattern) for body in lineage.bodies),
        called=tuple((re.compile(one.pattern), one.name) for one in lineage.called),
        unnamed=re.compile(lineage.unnamed.pattern),
        article=re.compile(lineage.article.pattern),
        addresses=tuple((re.compile(one.pattern), one.agency) for one in world.addresses),
    )


def _outlets(language: str, agencies: Mapping[str, str]) -> dict[str, str]:
    # Agencies keep the short names that credits use; other outlets their own.
    found: dict[str, str] = {}
    for one in outlets(language):
        forms = (one.name, *one.names)
        known = next((agencies[form] for form in forms if form in agencies), one.name)
        found |= dict.fromkeys(forms, known)
    return {**found, **agencies}


def _filled(pattern: str, names: Mapping[str, str]) -> re.Pattern[str]:
    one = rf"(?P<agency>{_any(names)})(?!\w)"
    return re.compile(pattern.replace("{agency}", one).replace("{name}", one))


def _with(pattern: str, newsroom: Pattern) -> re.Pattern[str]:
    name = rf"(?P<agency>{newsroom.pattern})(?!\w)"
    return re.compile(pattern.replace("{newsroom}", newsroom.pattern).replace("{name}", name))


def _any(names: Mapping[str, str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")"
