"""Text → words with their places, in the manner of the English Web Treebank.

`don't` is two words, `Seoul's` two, `self-propelled` three, `1,100` and `U.S.` one. The engine
knows digits, quotes and brackets; the words of a language come as `WordRules`. Time is linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tocsin.read.syntax import Word
from tocsin.rules import Rule

# Han, Hiragana and Katakana are written without spaces: each sign is a word of its own.
_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Marks inside words that `\w` misses: accents, Indic vowels, joiners, soft hyphen.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0d7f\u00ad\u200c\u200d"
_LETTER = rf"(?:[^\W{_SIGNS}]|[{_MARKS}])"

# A run without spaces is cut at this length, which keeps every search below bounded.
_CHUNK = re.compile(r"[^\s\u200b\u2060\ufeff]{1,400}")
_MOST_CACHED = 100_000

Pieces = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList(Rule):
    """Words that are treated alike."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(WordList):
    """Words that keep their period; `ends` says whether a sentence may end behind them."""

    ends: Literal["never", "seldom"]
    needs: Literal["digit"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound(Rule):
    """Words written as one, each with a bar where it is cut: `can|not`."""

    kind: str
    cuts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRules:
    """The rule file `words.toml` of a language."""

    abbreviation: tuple[Abbreviation, ...] = ()
    clitic: tuple[WordList, ...] = ()
    compound: tuple[Compound, ...] = ()
    prefix: tuple[WordList, ...] = ()
    unit: tuple[WordList, ...] = ()
    starter: tuple[WordList, ...] = ()
    letter: tuple[WordList, ...] = ()


@dataclass(slots=True)
class Cutter:
    """Cuts text into words by the rules of a language; what it learnt of a chunk it keeps."""

    rules: WordRules
    _pattern: re.Pattern[str] = field(init=False)
    _clitic: re.Pattern[str] = field(init=False)
    _kept: frozenset[str] = field(init=False)
    _by_need: frozenset[str] = field(init=False)
    _units: frozenset[str] = field(init=False)
    _cuts: dict[str, tuple[int, ...]] = field(init=False)
    _cache: dict[str, Pieces] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Compile the rules."""
        rules = self.rules
        self._pattern = _pattern(rules)
        self._clitic = re.compile(rf"(?:{_alternatives(rules.clitic)})$", re.IGNORECASE)
        keeps = rules.abbreviation
        self._kept = frozenset(w for a in keeps if a.needs is None for w in a.words)
        self._by_need = frozenset(w for a in keeps if a.needs == "digit" for w in a.words)
        self._units = frozenset(w for u in rules.unit for w in u.words)
        self._cuts = dict(_cut(c) for rule in rules.compound for c in rule.cuts)

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """Return the words of `text[start:end]`; offsets count from the start of `text`."""
        limit = len(text) if end is None else end
        known, found = self._cache, []
        for match in _CHUNK.finditer(text, start, limit):
            at, chunk = match.start(), match[0]
            if chunk[-1] == "." and _number_next(text, match.end(), limit):
                chunk += " "  # marks a chunk before a number; no chunk holds a space
            for first, last, word in known.get(chunk) or self._learn(chunk):
                found.append(Word(at + first, at + last, word))
        return found

    def _learn(self, chunk: str) -> Pieces:
        if len(self._cache) > _MOST_CACHED:
            self._cache.clear()
        cuts = self._searched(chunk.rstrip(" "), chunk.endswith(" "))
        pieces = tuple((a, b, chunk[a:b]) for a, b in cuts if b > a)
        self._cache[chunk] = pieces
        return pieces

    def _searched(self, chunk: str, number_next: bool) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(chunk):
            match = self._pattern.match(chunk, at)
            if match is None:
                at += 1  # a mark that stands alone
                continue
            start, end = match.span()
            if match.lastgroup == "word":
                end = self._with_period(chunk, start, end, number_next)
                yield from self._inside(chunk, start, end)
            elif match.lastgroup == "number":
                yield from self._number(chunk, start, end, match.end("digits"))
            else:
                yield start, end
            at = end

    def _with_period(self, chunk: str, start: int, end: int, number_next: bool) -> int:
        """Return the end of a word, its period included where it is an abbreviation."""
        if chunk[end : end + 1] != "." or chunk[end + 1 : end + 2] == ".":
            return end
        word = chunk[start:end]
        if len(word) == 1 and word.isupper():
            return end if any(word in rule.words for rule in self.rules.letter) else end + 1
        lower = word.lower()
        needed = number_next and end + 1 == len(chunk) and lower in self._by_need
        return end + 1 if needed or lower in self._kept else end

    def _inside(self, chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a word: what a table of compounds or a clitic splits off."""
        word = chunk[start:end]
        at = start
        for cut in self._cuts.get(word.lower(), ()):
            yield at, start + cut
            at = start + cut
        clitic = None if at > start or word[0].isdigit() else self._clitic.search(word)
        if clitic and clitic.start() > 0:
            yield start, start + clitic.start()
            at = start + clitic.start()
        yield at, end

    def _number(self, chunk: str, start: int, end: int, digits: int) -> Iterator[tuple[int, int]]:
        if chunk[digits:end] in self._units:
            yield start, digits
            yield digits, end
        else:
            yield start, end


def _number_next(text: str, at: int, limit: int) -> bool:
    """Say whether a digit or a bracket follows after one space."""
    return at + 1 < limit and text[at + 1] in "0123456789(["


def _cut(compound: str) -> tuple[str, tuple[int, ...]]:
    parts = compound.split("|")
    ends = [sum(map(len, parts[: k + 1])) for k in range(len(parts) - 1)]
    return "".join(parts), tuple(ends)


def _alternatives(lists: tuple[WordList, ...]) -> str:
    """Return the words as a regular expression, longest first, either apostrophe admitted."""
    words = sorted((w for each in lists for w in each.words), key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]") for word in words) or "(?!)"


def _pattern(rules: WordRules) -> re.Pattern[str]:
    letter, prefixes = _LETTER, _alternatives(rules.prefix)
    parts = (
        r"(?P<url>(?:(?:https?|ftp)://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'’])",
        r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
        r"(?P<phone>\d+(?:-\d+){2,})",
        r"(?P<currency>[A-Z]{1,3}\$)",
        r"(?P<year>['’]\d\d(?:s\b|\b))",
        rf"(?P<number>(?P<digits>\.?\d+(?:[.,:/]\d+)*){letter}*(?:['’]s\b)?)",
        r"(?P<dotted>[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?)",
        rf"(?P<clitic>(?<!\w)(?:{_alternatives(rules.clitic)})(?!\w))",
        rf"(?P<sign>[{_SIGNS}])",
        rf"(?P<tag>[@#](?!\d){letter}+)",
        rf"(?P<word>(?i:(?<![\w-])(?:{prefixes})-(?={letter}))?{letter}+"
        # "end.The" is a slip for two sentences, "Compaq.com" is a name.
        rf"(?:['’&@]{letter}+|\.(?![A-Z][a-z]){letter}+)*)",
        r"(?P<marks>([^\w\s])\14+|[!?]+)",
        r"(?P<mark>[^\s])",
    )
    pattern = "|".join(parts)
    groups = re.compile(pattern.replace(r"\14", "")).groupindex["marks"] + 1
    return re.compile(pattern.replace(r"\14", f"\\{groups}"))
