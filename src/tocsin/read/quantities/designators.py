"""Figures that count nothing: parts of names, dates, clocks, addresses, set phrases."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import Designator, DesignatorKind

_LAST_WORD = re.compile(r"([^\s,;:()\"“”]+)\s+$")
_NEXT_WORD = re.compile(r"\s*([^\s,;:()\"“”]+)")
# Marks of notes hang on a word or its stop: "said.[3]", "said[3, 4]".
_NOTE_OPENS = re.compile(r"\S\[(?:\d+\s?[,–-]\s?)*$")
_NOTE_CLOSES = re.compile(r"(?:\s?[,–-]\s?\d+)*\]")
_AND = re.compile(r"([^\s,;:()\"“”]+)\s+[\d.-]+,?\s+(?:[^\W\d_]+\s+)?$")
# The number of an item: at the head of its line, "2." or "2)", or anywhere in brackets, "(2) the".
_HEADS = re.compile(r"(?:\A|[\n\r])[^\w\n(]{0,4}\(?\Z")
_BRACKETS = re.compile(r"(?:\A|[\s;:,])\(\Z")
_ITEM = re.compile(r"[.)]\s+[\"“'‘]?\w")
_IN_BRACKETS = re.compile(r"\)\s+\w")
_WINDOW = 32


class _Near(NamedTuple):
    """A figure with the words before and behind it; `opens` when the word before opens a sentence.

    `counts` is true where the parse shows what the figure counts; `is_plain` where the figure is
    bare digits, such as a name or a date may hold, and `is_ungrouped` where no mark parts them.
    """

    text: str
    figure: Figure
    before: str
    after: str
    opens: bool
    counts: bool
    is_plain: bool
    is_ungrouped: bool

    def is_before_plural(self, endings: tuple[str, ...]) -> bool:
        """Whether the word behind looks like the things that the figure counts."""
        word = self.after.rstrip(".!?")
        return word.islower() and word.endswith(endings)


def is_designator(text: str, figure: Figure, lexicon: Lexicon, *, counts: bool = False) -> bool:
    """Say whether the figure counts nothing; `counts` is what the parse says to the contrary."""
    near = _near(text, figure, lexicon, counts=counts)
    if _is_fixed(near, lexicon) or _is_footnote(text, figure):
        return True
    if _is_numbered(near, lexicon):
        return False
    return any(_TESTS[rule.kind](rule, near) for rule in lexicon.designators)


def _near(text: str, figure: Figure, lexicon: Lexicon, *, counts: bool) -> _Near:
    window = text[max(0, figure.start - _WINDOW) : figure.start]
    last = _LAST_WORD.search(window)
    following = _NEXT_WORD.match(text, figure.end)
    before = last[1] if last else ""
    opens = not last or before.lower() in lexicon.before or _ends(window[: last.start()])
    plain = _is_plain(text, figure, lexicon)
    loose = not lexicon.grouped(text[figure.start : figure.end])
    return _Near(
        text, figure, before, following[1] if following else "", opens, counts, plain, loose
    )


def _is_plain(text: str, figure: Figure, lexicon: Lexicon) -> bool:
    written = text[figure.start : figure.end]
    return figure.kind == "digits" and figure.unit is None and not lexicon.grouped(written)


def _ends(text: str) -> bool:
    """Whether a sentence ends here, so that a capital behind says nothing."""
    left = text.rstrip()
    return not left or left[-1] in '.!?:"”“'


def _is_footnote(text: str, figure: Figure) -> bool:
    """Whether the figure is a note's mark, in brackets hung on a word: "the ministry.[3]"."""
    opened = _NOTE_OPENS.search(text[max(0, figure.start - _WINDOW) : figure.start])
    return opened is not None and _NOTE_CLOSES.match(text, figure.end) is not None


def _is_fixed(near: _Near, lexicon: Lexicon) -> bool:
    if near.figure.kind not in ("words", "digits", "multiple"):
        return False
    start = max(0, near.figure.start - _WINDOW)
    found = lexicon.fixed.finditer(near.text, start, near.figure.end + _WINDOW)
    return any(m.start() < near.figure.end and m.end() > near.figure.start for m in found)


def _is_numbered(near: _Near, lexicon: Lexicon) -> bool:
    """Whether a verb counts those in a state: "the dead *number* 29" names no 29th one."""
    counted = lexicon.rules.counted
    words = near.text[max(0, near.figure.start - _WINDOW) : near.figure.start].lower().split()[-2:]
    return len(words) == 2 and words[0] in counted.state and words[1] in counted.bare_verb


def _word_before(rule: Designator, near: _Near) -> bool:
    """An identifier: what names it stands before the figure, or before the one joined to it."""
    if near.figure.unit is not None or not near.is_ungrouped:
        return False
    start = near.figure.start
    first = _AND.search(near.text[max(0, start - _WINDOW) : start])
    joined = first is not None and not near.counts and first[1].lower() in rule.before
    return joined or near.before.lower() in rule.before


def _word_after(rule: Designator, near: _Near) -> bool:
    """A street's number: words in capitals up to the word for street."""
    if not near.is_plain or not near.after[:1].isupper():
        return False
    words = near.text[near.figure.end : near.figure.end + _WINDOW].split()[1:3]
    return any(word.lower().rstrip(".,") in rule.after for word in words)


def _title_before(rule: Designator, near: _Near) -> bool:
    if near.opens or near.counts or not near.is_plain or not near.before[:1].isupper():
        return False
    return not near.is_before_plural(rule.after)


def _year(rule: Designator, near: _Near) -> bool:
    low, high = rule.between or (0, 0)
    figure = near.figure
    if near.counts or not near.is_plain or not low <= figure.low <= figure.high <= high:
        return False
    in_time = near.before.lower() in rule.before
    return in_time or not near.is_before_plural(rule.after)


def _day(rule: Designator, near: _Near) -> bool:
    low, high = rule.between or (0, 0)
    if not near.is_plain or not low <= near.figure.low <= near.figure.high <= high:
        return False
    words = [word for word in (near.before, near.after) if word[:1].isupper()]
    return any(word.lower() in rule.before for word in words)


def _clock(rule: Designator, near: _Near) -> bool:
    after = near.after.lower().rstrip("?!")
    # A stop may be of the word ("p.m.") or behind it ("GMT.").
    return near.figure.unit is None and (after in rule.after or after.rstrip(".") in rule.after)


def _item(rule: Designator, near: _Near) -> bool:
    low, high = rule.between or (0, 0)
    text, figure = near.text, near.figure
    if not near.is_plain or not low <= figure.low == figure.high <= high:
        return False
    before = text[max(0, figure.start - _WINDOW) : figure.start]
    if figure.start <= _WINDOW or "\n" in before:
        before = before[before.rfind("\n") :] if "\n" in before else before
        if _HEADS.search(before) and _ITEM.match(text, figure.end):
            return True
    if not (_BRACKETS.search(before) and _IN_BRACKETS.match(text, figure.end)):
        return False
    # "The dead (19) and the rescued (96)": right behind a word only the items of a list are none.
    first = figure.low == 1 or f"({figure.low - 1})" in text[: figure.start]
    return first or not before[:-1].rstrip()[-1:].isalnum()


_TESTS: dict[DesignatorKind, Callable[[Designator, _Near], bool]] = {
    "word before": _word_before,
    "word after": _word_after,
    "title before": _title_before,
    "year": _year,
    "day of month": _day,
    "clock": _clock,
    "item": _item,
}
