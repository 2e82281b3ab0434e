"""Places without a name of their own: borders called after states, fronts, "the region"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tocsin.read.places.rules import Border, Common, Usage
from tocsin.records import Place

_NAME = r"(?P<name>[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:[-–/][^\W\d_]+)*)"


def unnamed_places(text: str, usage: Usage) -> Iterator[Place]:
    """Yield borders and common places in the text; they have no point, so that none is made up."""
    for match in _borders(usage.border).finditer(text):
        if match["name"].lower() not in usage.border.no_name:
            span = match.span()
            yield Place(span=span, text=match[0], name=match[0], precision="region")
    for match in _commons(usage.common).finditer(text):
        yield Place(span=match.span("place"), text=match["place"])


@lru_cache(maxsize=4)
def _borders(rules: Border) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_NAME} (?:{_any(rules.word)})(?!\w)")


@lru_cache(maxsize=4)
def _commons(rules: Common) -> re.Pattern[str]:
    cases, phrases = _any(rules.case), _any(rules.phrase)
    return re.compile(rf"(?<!\w)(?:{cases}) (?P<place>{phrases})(?![\w-])")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
