"""The rules of a language made ready: text in, matches with their captured fields out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tocsin.read.times.automaton import Automaton
from tocsin.read.times.lexicon import OTHER, TOKEN, Lexicon
from tocsin.read.times.patterns import Capture, Compiler, Node, parse, symbols
from tocsin.read.times.rules import TimeRule, TimeRules, Value

_GUARD_REACH = 4
_MEMORY = 100_000

Fields = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as codes, with the offsets of each token."""

    text: str
    codes: str
    spans: list[tuple[int, int]]

    def word(self, i: int) -> str:
        """Return the text of token `i`."""
        start, end = self.spans[i]
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Member:
    """One time of a match: token range and captured fields. Most matches have one."""

    first: int
    last: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the tokens from `first` up to, not including, `last`."""

    name: str
    rule: TimeRule
    first: int
    last: int
    members: tuple[Member, ...]


@dataclass(slots=True)
class _Compiled:
    name: str
    rule: TimeRule
    tree: Node
    guards: dict[str, re.Pattern[str]] = field(default_factory=dict)
    regex: re.Pattern[str] | None = None
    captures: list[Capture] = field(default_factory=list)


class Grammar:
    """All rules of a language, compiled once and used for every text."""

    def __init__(self, rules: TimeRules) -> None:
        """Compile `rules`; a capture expression is made when its rule first fits."""
        self.rules = rules
        self._backs: dict[tuple[int, str], int] = {}
        self._numbers = frozenset(n for n, p in rules.phrases.items() if p.number)
        self._rules = [
            _Compiled(name, rule, parse(rule.pattern, rules.phrases))
            for name, rule in rules.rules.items()
        ]
        self.lexicon = Lexicon(rules, self._literals())
        self._automaton = Automaton([c.tree for c in self._rules], self.lexicon.has)
        begins = "".join(c for c in self.lexicon.codes.values() if self._automaton.begins(c))
        self._begin = re.compile(f"[{begins}]")
        for compiled in self._rules:
            for name in ("before", "after", "not_before", "not_after"):
                pattern = getattr(compiled.rule, name)
                if pattern:
                    compiled.guards[name] = self.plain(pattern)
        self._doubt = self.plain(rules.doubt.before) if rules.doubt.before else None

    def plain(self, pattern: str) -> re.Pattern[str]:
        """Return `pattern` as an expression over codes that captures nothing."""
        compiler = Compiler(self.lexicon.charset, self._numbers)
        return re.compile(compiler.plain(parse(pattern, self.rules.phrases)))

    def tokens(self, text: str) -> Tokens:
        """Return `text` as tokens and their codes."""
        spans = [found.span() for found in TOKEN.finditer(text)]
        code = self.lexicon.__getitem__
        return Tokens(text, "".join([code(text[a:b]) for a, b in spans]), spans)

    def matches(self, tokens: Tokens) -> Iterator[Match]:
        """Yield the longest match at each place, left to right, none overlapping."""
        done = 0
        for found in self._begin.finditer(tokens.codes):
            at = found.start()
            if at < done or _inside_name(tokens, at):
                continue
            match = self._best(tokens, at)
            if match:
                done = match.last
                yield match

    def stands_before(self, regex: re.Pattern[str], codes: str, at: int) -> int | None:
        """Return where a stretch that fits `regex` and ends at `at` begins, or None."""
        low = max(0, at - _GUARD_REACH)
        key = id(regex), codes[low:at]
        back = self._backs.get(key, -1)
        if back < 0:
            # A few words stand before most times: what fits them is kept.
            back = next((at - k for k in range(low, at) if regex.fullmatch(codes, k, at)), 0)
            if len(self._backs) > _MEMORY:
                self._backs.clear()
            self._backs[key] = back
        return at - back if back else None

    def undoubted(self, tokens: Tokens, at: int) -> bool:
        """Tell whether the words before a doubtful word make it a time."""
        doubt = self._doubt
        return doubt is not None and self.stands_before(doubt, tokens.codes, at) is not None

    def _literals(self) -> set[str]:
        rules = self.rules
        found = set().union(*(symbols(c.tree) for c in self._rules))
        more = [g for r in rules.rules.values() for g in _guards(r)]
        more += [f.pattern for f in rules.frames.values()]
        more += [p for link in rules.links.values() for p in (link.between, link.lead) if p]
        more += [rules.doubt.before] if rules.doubt.before else []
        for pattern in more:
            found |= symbols(parse(pattern, rules.phrases))
        return {s for s in found if not s.isupper()}

    def _best(self, tokens: Tokens, at: int) -> Match | None:
        for end, numbers in self._automaton.walk(tokens.codes, at):
            for number in numbers:
                compiled = self._rules[number]
                if self._stands(compiled, tokens.codes, at, end):
                    return self._match(compiled, tokens, at, end)
        return None

    def _stands(self, compiled: _Compiled, codes: str, at: int, end: int) -> bool:
        for name, regex in compiled.guards.items():
            if name.endswith("before"):
                fits = self.stands_before(regex, codes, at) is not None
            else:
                fits = regex.match(codes, end) is not None
            if fits == name.startswith("not_"):
                return False
        return True

    def _match(self, compiled: _Compiled, tokens: Tokens, at: int, end: int) -> Match:
        if compiled.regex is None:
            compiler = Compiler(self.lexicon.charset, self._numbers)
            compiled.regex = re.compile(compiler.write(compiled.tree))
            compiled.captures = compiler.captures
        found = compiled.regex.fullmatch(tokens.codes, at, end)
        if found is None:
            raise AssertionError(f"automaton and expression differ on rule {compiled.name}")
        members = self._members(compiled, tokens, found)
        return Match(compiled.name, compiled.rule, at, end, members)

    def _members(
        self, compiled: _Compiled, tokens: Tokens, found: re.Match[str]
    ) -> tuple[Member, ...]:
        fields: dict[str, Fields] = {"": dict(compiled.rule.fields), "1": {}, "2": {}}
        ranges: dict[str, tuple[int, int]] = {}
        for capture in compiled.captures:
            first, last = found.span(capture.group)
            if first < 0:
                continue
            if capture.symbol in ("1", "2"):
                ranges[capture.symbol] = (first, last)
            fields[capture.part].update(self._read(capture, tokens, first, last))
        for found_fields in fields.values():
            _add_half(found_fields)
        if not ranges:
            return (Member(found.start(), found.end(), fields[""]),)
        # What one member of a range leaves unsaid, the other says: "2 to 5 May", "May 2 to 5".
        one = {**fields[""], **fields["2"], **fields["1"]}
        lent = {} if compiled.rule.second_lends else fields["1"]
        two = {**fields[""], **lent, **fields["2"]}
        return Member(*ranges["1"], one), Member(*ranges["2"], two)

    def _read(self, capture: Capture, tokens: Tokens, first: int, last: int) -> Fields:
        if not capture.phrase:
            word = tokens.word(first)
            return self.lexicon.fields(capture.symbol, capture.alias or "", word)
        phrase = self.rules.phrases.get(capture.symbol)
        if phrase is None:
            return {}
        if phrase.number:
            values = [self._number(tokens.word(i)) for i in range(first, last)]
            return {capture.alias or "number": count([v for v in values if v is not None])}
        return dict(phrase.fields)

    def _number(self, word: str) -> float | int | None:
        value = self.lexicon.fields("NUMWORD", "n", word)["n"]
        return None if isinstance(value, str) else value


@lru_cache(maxsize=8)
def grammar_of(rules: TimeRules) -> Grammar:
    """Return the compiled grammar of `rules`, made once for each."""
    return Grammar(rules)


def count(values: list[int | float]) -> int | float:
    """Return the number that a row of number words makes.

    >>> count([2, 100, 20, 5]), count([20]), count([3, 1000])
    (225, 20, 3000)
    """
    total: int | float = 0
    group: int | float = 0
    for value in values:
        if value >= 100 and group:
            group *= value
            if value >= 1000:
                total, group = total + group, 0
        else:
            group += value
    return total + group


def _add_half(fields: Fields) -> None:
    # "two and a half": the half stands apart from the number.
    if "plus" in fields and not isinstance(fields.get("number", 1), str):
        fields["number"] = fields.get("number", 1) + fields.pop("plus")  # type: ignore[operator]


def _guards(rule: TimeRule) -> list[str]:
    return [g for g in (rule.before, rule.after, rule.not_before, rule.not_after) if g]


def _inside_name(tokens: Tokens, at: int) -> bool:
    # "F-16", "KN-23": a figure hung on a name by a hyphen is part of the name.
    start = tokens.spans[at][0]
    text = tokens.text
    return start > 1 and text[start].isdigit() and text[start - 1] in "-–" and _names(tokens, at)


def _names(tokens: Tokens, at: int) -> bool:
    if at < 2 or tokens.spans[at - 2][1] != tokens.spans[at - 1][0]:
        return False
    return tokens.codes[at - 2] == OTHER and tokens.word(at - 2)[-1].isalpha()
