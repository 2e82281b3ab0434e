"""Tokens to codes: each token becomes one character that stands for the classes it belongs to."""

import re
from collections.abc import Iterable
from functools import cache

from tocsin.read.times.rules import Marks, TimeRules, Value

OTHER = "\ue000"
_MEMORY = 200_000
# No figure of a time is longer; such a run of digits is a key, a code or a bomb.
_LONGEST = 40

TOKEN = re.compile(
    r"\n[^\S\n]*\n\s*"  # an empty line: nothing reads across it
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|['’‘]\d\ds?(?!\w)"
    r"|\d+(?:[.,:/]\d+)*(?:[^\W\d_]\.[^\W\d_]\.?(?!\w)|[^\W\d_]+|(?<=0)['’]s)?"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)"
    r"|[^\W\d_]+\d\w*"
    r"|[^\W\d_]+"
    r"|[^\w\s]"
)


class Lexicon(dict[str, str]):
    """Maps a token's text to its code, learning texts as they come.

    A word written in lower case in the rules is known in any case; one with a capital only so, or
    all in capitals: "May" is a month, "may" is not.
    """

    def __init__(self, rules: TimeRules, literals: Iterable[str]) -> None:
        """Take word classes and shapes of `rules`, and the literal words of all patterns."""
        super().__init__()
        self._words = rules.words
        self._shapes = [(re.compile(s.regex), frozenset(s.classes)) for s in rules.shapes.values()]
        self._marks = rules.marks
        self._parse = {name: re.compile(regex) for name, regex in rules.parse.items()}
        known: dict[str, set[str]] = {}
        for name, words in rules.words.items():
            for word in words:
                known.setdefault(word, set()).add(name)
        for word in literals:
            known.setdefault(word, set()).add(word)
        for word in [w for w in known if w.lower() in known and w != w.lower()]:
            known[word] |= known[word.lower()]
        self._known = {word: frozenset(classes) for word, classes in known.items()}
        self._capitals = {w.upper(): w for w in self._known if w != w.lower()}
        shaped = {classes for _, classes in self._shapes}
        digits = {w for w in self._known if any(c.isdigit() for c in w[:3])}
        sets = {*self._known.values(), *shaped}
        sets |= {c for w in digits if (c := self._classes_of(w))}
        ordered = sorted(sets, key=sorted)
        self.codes = {classes: chr(0xE001 + n) for n, classes in enumerate(ordered)}
        self._classes = {code: classes for classes, code in self.codes.items()}

    def __missing__(self, text: str) -> str:
        """Learn a token; the memory is emptied when it grows beyond bounds."""
        if len(self) > _MEMORY:
            self.clear()
        code = self.codes.get(self._classes_of(text), OTHER)
        self[text] = code
        return code

    def has(self, code: str, symbol: str) -> bool:
        """Tell whether `code` belongs to the class or is the literal word `symbol`."""
        return symbol in self._classes.get(code, ())

    def charset(self, symbol: str) -> str:
        """Return the codes of `symbol` as the inside of a regular expression's bracket.

        Raises:
            ValueError: when no word and no shape belongs to the class.
        """
        found = "".join(code for code, classes in self._classes.items() if symbol in classes)
        if not found:
            raise ValueError(f"no word or shape belongs to the class {symbol}")
        return found

    def fields(self, symbol: str, alias: str, text: str) -> dict[str, Value]:
        """Return what `text` says as a member of the class `symbol`."""
        found = self._parse[symbol].match(text) if symbol in self._parse else None
        if found:
            return {k: self._value(k, v) for k, v in found.groupdict().items() if v}
        return {alias: self._value(symbol, text)}

    def _value(self, symbol: str, text: str) -> Value:
        words = self._words.get(symbol.upper(), {})
        for key in (text, text.lower(), self._capitals.get(text, "")):
            if key in words:
                return words[key]
        return figure(text, self._marks)

    def _classes_of(self, text: str) -> frozenset[str]:
        if len(text) > _LONGEST:
            return frozenset()
        found = self._known_as(text)
        if any(c.isdigit() for c in text[:3]):
            shape = next((c for regex, c in self._shapes if regex.fullmatch(text)), frozenset())
            return found | shape
        return found

    def _known_as(self, text: str) -> frozenset[str]:
        known = self._known
        for form in (text, text.lower(), self._capitals.get(text, "")):
            if form in known:
                return known[form]
        return frozenset()


def figure(text: str, marks: Marks | None) -> Value:
    """Return the number that `text` begins with, its marks taken for what they are; else the text.

    >>> figure("1.100 men", Marks(group=".", decimal=",")), figure("few", None)
    (1100, 'few')
    """
    found = _figures(marks).match(text)
    if not found:
        return text
    whole = re.sub(r"\D", "", found["whole"])
    return float(f"{whole}.{found['part']}") if found["part"] else int(whole)


@cache
def _figures(marks: Marks | None) -> re.Pattern[str]:
    if marks is None:
        return re.compile(r"(?P<whole>\d+)(?P<part>(?!))?")
    group, decimal = re.escape(marks.group), re.escape(marks.decimal)
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)|\d+)(?:[{decimal}](?P<part>\d+))?"
    )
