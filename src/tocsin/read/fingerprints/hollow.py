"""The words of a language that tell no story from another, as hashes."""

from dataclasses import dataclass

from tocsin.read.fingerprints.fold import words
from tocsin.rules import Rule, load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words(Rule):
    words: tuple[str, ...]


def hollow_words(language: str) -> frozenset[int]:
    """Return the hashes of the words that reports on anything hold, as `fingerprint` makes them.

    Raises:
        RuleError: when the rule file is missing, broken or lacks the proof of a rule.
    """
    kinds = load(language, "hollow.toml", dict[str, _Words])
    listed = " ".join(word for kind in kinds.values() for word in kind.words)
    return frozenset(words(listed).hashes.view("int64").tolist())
