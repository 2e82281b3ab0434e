"""The language of a text, or None where the text is too short to tell."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.collect.wording import wordings
from tocsin.rules import Rule

_SAMPLE = 3000
_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d\W_]+")
_SURE = 0.8
_FEWEST_LETTERS = 12
# Labels of spoken varieties, by the language that reports in them are written in; and labels that
# stand for no language, or for one that placeholder text is in.
_WRITTEN_AS = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar", "nn": "no"}
_NO_LANGUAGE = frozenset({"zxx", "und", "la"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords(Rule):
    """The words that every text of a language is full of, and the least share of them."""

    words: frozenset[str]
    least: float
    fewest: int


@cache
def _known() -> dict[str, FunctionWords]:
    return wordings("language.toml", FunctionWords)


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639 code of the language of `text`, or None when unsure.

    A language with rules is known by its function words, without loading anything; the identifier
    is asked for the others. A declared language counts only where the text is too short to tell.
    """
    words = _NOISE.sub(" ", _sample(text)).lower().split()
    for code, rule in _known().items():
        if _speaks(words, rule):
            return code
    return _identified(" ".join(words)) or _code(declared)


def _sample(text: str) -> str:
    # The middle of a long text is freer of site furniture than its top.
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]


def _speaks(words: list[str], rule: FunctionWords) -> bool:
    hits = [word for word in words if word in rule.words]
    return len(set(hits)) >= rule.fewest and len(hits) >= rule.least * len(words)


def _identified(text: str) -> str | None:
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS and text.isascii():
        return None
    if not text:
        return None
    shares: Counter[str] = Counter()
    for code, share in _identifier().rank(text)[:8]:
        shares[_WRITTEN_AS.get(code, code)] += share
    code, share = shares.most_common(1)[0]
    return code if share >= _SURE and code not in _NO_LANGUAGE else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    # Half a second to load, needed for few texts.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _code(declared: str | None) -> str | None:
    found = re.match(r"[a-z]{2,3}(?![a-z])", (declared or "").strip().lower())
    return found[0] if found else None
