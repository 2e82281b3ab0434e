"""Words that name one kind of deed, finer than a type and across parts of speech."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.rules import Rule, load, written
from tocsin.weigh.events.hollow import hollow

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Rule):
    """Words and phrases of one kind, a star for any ending, and kinds that name another event."""

    words: tuple[str, ...]
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings(Rule):
    """What words may end in and be forms of one word all the same, if so many letters are left."""

    words: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular(Rule):
    """Forms of one word that no ending makes, in one string, the bare form first."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KinRules:
    """The file `kin.toml` of a language: kinds of deeds, and the forms that one word takes."""

    kinds: Mapping[str, Kind]
    endings: Endings | None = None
    irregular: Irregular | None = None


class Kin:
    """Tells the kind of a trigger and its stem, and which kinds are apart.

    `light` are words that name no deed beside others.
    """

    def __init__(self, rules: KinRules | None, light: frozenset[str] = frozenset()) -> None:
        self._light = light
        self._whole: dict[str, str] = {}
        self._begun: dict[str, str] = {}
        self._apart: dict[str, tuple[str, ...]] = {}
        self._phrases: list[tuple[re.Pattern[str], str]] = []
        endings = rules.endings if rules else None
        self._endings = sorted(endings.words, key=len, reverse=True) if endings else ()
        self._left = endings.left if endings else 0
        self._bare = _bare(rules.irregular) if rules and rules.irregular else {}
        for name, kind in (rules.kinds if rules else {}).items():
            for word in kind.words:
                if " " in word:
                    self._phrases.append((_phrase(word), name))
                else:
                    (self._begun if word.endswith("*") else self._whole)[word.rstrip("*")] = name
            self._apart[name] = kind.apart

    def of(self, text: str) -> str | None:
        """Return the kind of a trigger's words, None for none and for several."""
        folded = text.casefold()
        for phrase, kind in self._phrases if " " in folded else ():
            if phrase.search(folded):
                return kind
        found = {self._kind(word) for word in _WORD.findall(folded)} - {None}
        return found.pop() if len(found) == 1 else None

    def stem(self, text: str) -> str:
        """Return the words of a trigger without endings: "displaced" as in "displacement".

        Words that name no deed are left out where others do: "took control" is "control".
        """
        words = _WORD.findall(text.casefold())
        telling = [word for word in words if word not in self._light] or words
        return " ".join(map(self._stem, telling)) or text.casefold()

    def _stem(self, word: str) -> str:
        word = self._bare.get(word, word)
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= self._left:
                word = word.removesuffix(ending)
                break
        # "Stopped" doubles the letter that "stop" ends in.
        double = self._endings and word[-1:].isalpha() and word[-2:-1] == word[-1:]
        return word[:-1] if double else word

    def apart(self, kind: str | None) -> frozenset[str | None]:
        """Return the kinds that name another event than `kind` even where the type is the same."""
        return frozenset(self._apart.get(kind or "", ()))

    def _kind(self, word: str) -> str | None:
        if word in self._whole:
            return self._whole[word]
        begun = (self._begun.get(word[:end]) for end in range(len(word), 2, -1))
        return next((kind for kind in begun if kind), None)


def _bare(irregular: Irregular) -> dict[str, str]:
    each = (line.split() for line in irregular.words)
    return {form: forms[0] for forms in each for form in forms[1:]}


def _phrase(words: str) -> re.Pattern[str]:
    each = (re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return re.compile(r"\b" + r"\s+".join(each) + r"\b")


@cache
def kin(language: str | None) -> Kin:
    """Return the kinds of a language's words; a language without such rules has none."""
    if language is None or not written(language, "kin.toml"):
        return Kin(None)
    return Kin(load(language, "kin.toml", KinRules), hollow(language))
