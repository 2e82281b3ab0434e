"""The words of a language that name nobody and nothing: reports on anything hold them."""

from dataclasses import dataclass
from functools import cache

from tocsin.rules import Rule, load, written


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words(Rule):
    words: tuple[str, ...]


@cache
def hollow(language: str | None) -> frozenset[str]:
    """Return the words, in lower case, that tell no story from another; none without rules.

    "At least 124 people" and "40 people" share a word, and name nobody in common.
    """
    if language is None or not written(language, "hollow.toml"):
        return frozenset()
    kinds = load(language, "hollow.toml", dict[str, _Words])
    return frozenset(word for kind in kinds.values() for word in kind.words)
