"""Bylines on a line of their own."""

import re
from dataclasses import dataclass
from functools import cache

from tocsin.collect.wording import wordings
from tocsin.rules import Rule

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Rule):
    """A form of byline: the group `byline` holds the names. Case matters."""

    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bylines:
    """How one language writes a byline."""

    forms: tuple[Form, ...]


def byline_in(line: str) -> str | None:
    """Return the names in `line` if it is a byline and nothing else."""
    line = line.strip()
    if len(line) > _LONGEST:
        return None
    found = next((m for form in _bylines() if (m := form.fullmatch(line))), None)
    return found["byline"].strip() if found else None


@cache
def _bylines() -> tuple[re.Pattern[str], ...]:
    rules = wordings("bylines.toml", Bylines).values()
    return tuple(re.compile(form.pattern) for found in rules for form in found.forms)
