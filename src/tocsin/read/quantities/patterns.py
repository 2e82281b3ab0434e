"""Words of rules as patterns."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tocsin.read.quantities.rules import Shift


class Sides(NamedTuple):
    """A rule of change with patterns for what stands apart from a figure, and behind it."""

    rule: Shift
    apart: re.Pattern[str]
    after: re.Pattern[str]


def sides(rule: Shift) -> Sides:
    """Return a rule of change with its patterns."""
    apart = rf"(?<!\w)(?i:{any_of(rule.apart)})(?!\w)"
    after = rf"[\s-]+(?:[a-z-]+\s+)?(?:{any_of(rule.after)})(?!\w)"
    return Sides(rule, re.compile(apart), re.compile(after))


def any_of(texts: Iterable[str]) -> str:
    """Return a pattern that matches any of `texts`, longest first; a space is any white space."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace("\\ ", "\\s+") for text in ordered) or "(?!)"
