"""The wire agency that a text credits: its root outlet, whoever carries it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.collect.wording import wordings
from tocsin.rules import Rule

Where = Literal["opening", "byline", "line", "ending"]
_TOP, _END = 8, 6
_LONGEST_LINE = 300
_OPENING = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Rule):
    """A wire agency and the ways it is written in a credit."""

    name: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Rule):
    """A form of credit: `{agency}` stands for the name; `where` says which words are looked at."""

    pattern: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Wires:
    """The agencies of the world and how one language credits them."""

    agencies: tuple[Agency, ...]
    forms: tuple[Form, ...]


@cache
def _forms() -> tuple[tuple[Where, re.Pattern[str]], ...]:
    found = []
    for wires in wordings("wires.toml", Wires).values():
        names = sorted((w for a in wires.agencies for w in a.written), key=len, reverse=True)
        agency = "(?P<agency>" + "|".join(map(re.escape, names)) + ")"
        found += [
            (form.where, re.compile(form.pattern.replace("{agency}", agency)))
            for form in wires.forms
        ]
    return tuple(found)


@cache
def _names() -> dict[str, str]:
    wires = wordings("wires.toml", Wires).values()
    return {w: agency.name for rules in wires for agency in rules.agencies for w in agency.written}


def wire_of(text: str, byline: str | None = None) -> str | None:
    """Return the agency that `text` or its `byline` credits, or None.

    Naming an agency is no credit: "Reuters reported" leaves the text the publisher's own.
    """
    lines = [line.strip() for line in _edges(text)]
    looked_at: dict[Where, list[str]] = {
        "opening": [line[:_OPENING] for line in lines[:_TOP]],
        "byline": [byline] if byline else [],
        "line": [line for line in lines if len(line) <= _LONGEST_LINE],
        "ending": [line[-_OPENING:] for line in lines[-_END:]],
    }
    for where, pattern in _forms():
        for words in looked_at[where]:
            if found := pattern.search(words):
                return _names()[found["agency"]]
    return None


def _edges(text: str) -> list[str]:
    # Credits stand at the edges of a report; a middle of megabytes need not be split.
    if len(text) > 20_000:
        text = text[:10_000] + "\n" + text[-10_000:]
    return [line for line in text.split("\n") if line.strip()]
