"""Inflected forms of the words that rule files list: a second way to a word beside its lemma."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tocsin.read.syntax import Token
from tocsin.rules import Rule, load

_MOST_KNOWN = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Rule):
    """Cut `cut` off a word and add each of `add`; `doubled` repeats the last letter first."""

    cut: str
    add: tuple[str, ...]
    doubled: bool = False

    def forms(self, word: str) -> Iterator[str]:
        """Yield the forms of `word` that end so."""
        if not word.endswith(self.cut) or len(word) < 3:
            return
        stem = word.removesuffix(self.cut) if self.cut else word
        stem += word[-1] if self.doubled else ""
        yield from (stem + ending for ending in self.add)


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular(Rule):
    """Forms that no ending makes, with their words."""

    forms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflections:
    """The rule file of a language."""

    endings: tuple[Ending, ...]
    irregular: Irregular

    def of(self, words: Iterable[str]) -> dict[str, str]:
        """Return the inflected forms of `words`, each with its word."""
        listed = set(words)
        found: dict[str, str] = {}
        for word in sorted(listed):
            for ending in self.endings:
                for form in ending.forms(word):
                    found.setdefault(form, word)
        found |= {form: word for form, word in self.irregular.forms.items() if word in listed}
        return found


def inflections(language: str) -> Inflections:
    """Return the inflections of a language from its file."""
    return load(language, "inflections.toml", Inflections)


class Forms:
    """The forms under which word lists may hold a word: lemma, text, and its base form."""

    def __init__(self, inflected: Mapping[str, str]) -> None:
        self._inflected = inflected
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def __call__(self, token: Token) -> tuple[str, ...]:
        """Return the forms of a word, each once."""
        key = (token.lemma, token.text)
        found = self._known.get(key)
        if found is None:
            lemma, text = token.lemma.lower(), token.text.lower()
            found = tuple(dict.fromkeys((lemma, text, self._inflected.get(text, lemma))))
            # A long run over an archive meets ever new names: keep what is common.
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[key] = found
        return found
