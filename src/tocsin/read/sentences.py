"""Text → sentences of words.

A blank line always ends a sentence. A single line break does not inside a paragraph that was
wrapped by hand; it does after a headline, an item of a list, or any line that had room for more.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocsin.read.datelines import dateline_end
from tocsin.read.syntax import Word
from tocsin.read.words import Cutter, WordRules

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*•·‣▪–—>]\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s)")
_FIRST = re.compile(r"\S+")
_NARROWEST, _WIDEST = 40, 130  # columns of text that a person or a mail program wraps

MOST_WORDS = 300  # the longest of 22,477 sentences in the training treebanks has 159
_LONGEST_CREDIT, _DASHES = 6, "-–—"
_LONGEST_NOTE = 60
_SHORTEST_NOTE = 4  # words in a bracket; fewer credit an agency or name a place
PAUSES = frozenset(";:,–—")

STOPS = ".!?…"
SIGN_STOPS = "。！？"
CLOSERS = frozenset("\"'”’»)]}")
OPENERS = frozenset("\"'“‘«([{-–—*•")


class Splitter:
    """Splits text into sentences of words by the rules of a language."""

    def __init__(self, rules: WordRules) -> None:
        self._cutter = Cutter(rules)
        self._starters = frozenset(w for rule in rules.starter for w in rule.words)
        self._never = frozenset(
            w for rule in rules.abbreviation if rule.ends == "never" for w in rule.words
        )

    def split(self, text: str) -> Iterator[list[Word]]:
        """Yield the sentences of `text` in order; none is empty, none overlaps another."""
        for n, (start, end) in enumerate(_passages(text)):
            body = dateline_end(text, start, end, top=n == 0)
            if body is not None:
                yield self._cutter.words(text, start, body)
            words = self._cutter.words(text, body or start, end)
            first = 0
            for cut in (*self._cuts(words), len(words)):
                if cut > first:
                    yield from _parts(words[first:cut])
                first = cut

    def _cuts(self, words: Sequence[Word]) -> Iterator[int]:
        """Yield the index of each word that begins a further sentence."""
        first = done = 0
        for i, word in enumerate(words):
            if i >= done and _ends_a_note(words, first, i):
                yield i + 1
                first = done = i + 1
            if i < done or word.text[-1] not in STOPS + SIGN_STOPS:
                continue
            done = _behind_closers(words, i + 1)
            numbered = i == first + 1 and _numbers_an_item(words, i)
            if done < len(words) and not numbered and self._ends(words, i, done):
                yield done
                first = done

    def _ends(self, words: Sequence[Word], stop: int, after: int) -> bool:
        """Say whether the sentence ends at `stop`, the next one beginning with `after`."""
        word = words[stop].text
        if word[-1] in SIGN_STOPS:
            return True
        begin = _behind_openers(words, after)
        first = words[begin].text if begin < len(words) else ""
        if not first or first[0].islower():
            return bool(first) and _ends_before_lower(words, stop, after)
        if words[after].start == words[after - 1].end:
            return after == stop + 1 and word == "." and first[0].isupper()
        if len(word) > 1 and word[0].isalnum():
            return self._ends_at_abbreviation(word, first)
        return True

    def _ends_at_abbreviation(self, word: str, first: str) -> bool:
        return word[:-1].lower() not in self._never and first.lower() in self._starters


def _parts(words: list[Word]) -> Iterator[list[Word]]:
    """Yield a sentence whole, or a run that is longer than any sentence in parts.

    Lists, tables and bombs come as one sentence; what looks at pairs of words would not end.
    """
    while len(words) > MOST_WORDS:
        pauses = (i for i in range(MOST_WORDS, MOST_WORDS // 2, -1) if words[i - 1].text in PAUSES)
        cut = next(pauses, MOST_WORDS)
        yield words[:cut]
        words = words[cut:]
    yield words


def _passages(text: str) -> Iterator[Span]:
    """Yield stretches of text that no sentence crosses."""
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        if lines and not _adjoins(text, lines[-1][1], match.start()):
            yield from _of_block(text, lines)
            lines = []
        if match[0].strip():
            lines.append(match.span())
        elif lines:
            yield from _of_block(text, lines)
            lines = []
    if lines:
        yield from _of_block(text, lines)


def _adjoins(text: str, end: int, start: int) -> bool:
    """Say whether one line break, and no blank line, stands between two lines."""
    return text[end:start] in {"\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"}


def _of_block(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the passages of lines between blank lines."""
    width = max(end - start for start, end in lines)
    wrapped = len(lines) > 2 and _NARROWEST <= width <= _WIDEST
    first = lines[0][0]
    for (start, end), (next_start, next_end) in pairwise(lines):
        word = _FIRST.search(text, next_start, next_end)
        full = word is not None and end - start + 1 + len(word[0]) > width
        if not _goes_on(text, word, full=wrapped and full, at=next_start):
            yield first, end
            first = next_start
    yield first, lines[-1][1]


def _goes_on(text: str, word: re.Match[str] | None, *, full: bool, at: int) -> bool:
    """Say whether a line that begins with `word` continues the sentence of the line before."""
    if word is None or _ITEM.match(text, at):
        return False
    return full or word[0][0].islower()


def _behind_closers(words: Sequence[Word], at: int) -> int:
    """Return the first word behind closing marks and a footnote's number."""
    while at < len(words) and words[at].text in CLOSERS and _adjacent(words, at):
        # A straight quote closes only where nothing follows it at once.
        opens = words[at].text in OPENERS and _adjacent(words, at + 1)
        if opens and words[at + 1].text not in CLOSERS:
            break
        at += 1
    while [word.text for word in words[at : at + 3 : 2]] == ["[", "]"] and _is_number(
        words, at + 1
    ):
        at += 3
    return at


def _adjacent(words: Sequence[Word], at: int) -> bool:
    """Say whether no space stands between a word and the one before."""
    return at < len(words) and words[at].start == words[at - 1].end


def _is_number(words: Sequence[Word], at: int) -> bool:
    return words[at].text.isdecimal()


def _behind_openers(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].text[0] in OPENERS:
        at += 1
    return at


def _ends_before_lower(words: Sequence[Word], stop: int, after: int) -> bool:
    """Say whether a sentence ends though a small letter follows, as in hasty writing.

    Not behind a quotation ("Why?" he asked), a name with a mark (Yahoo! said) or a short word,
    which may be an abbreviation.
    """
    before, mark = words[stop - 1].text if stop else "", words[stop].text
    plain = before.isalpha() and before.islower() and len(before) > 2
    ellipsis = mark[0] == "…" or mark.startswith("..")
    return plain and after == stop + 1 and not ellipsis and not mark[0].isalnum()


def _ends_a_note(words: Sequence[Word], first: int, at: int) -> bool:
    """Say whether a bracket closes that opened the text: "(Corrects the toll to 7) A blast".

    An agency may stand before it: "(Reuters) - (Corrects …) A blast".
    """
    if words[at].text != ")":
        return False
    near = range(at, max(first, at - _LONGEST_NOTE) - 1, -1)
    opened = next((i for i in near if words[i].text == "("), at)
    before = words[first:opened]
    credit = not before or (len(before) <= _LONGEST_CREDIT and before[-1].text in _DASHES)
    behind = words[_behind_openers(words, at + 1) :][:1]
    capital = any(word.text[0].isupper() for word in behind)
    return credit and capital and at - opened > _SHORTEST_NOTE


def _numbers_an_item(words: Sequence[Word], stop: int) -> bool:
    """Say whether the stop stands behind the number of an item: "1. Desk research"."""
    return words[stop].text == "." and words[stop - 1].text.isdecimal()
