"""Whether a figure is the size of a rise or a fall: "rose by 200", "up 5 %", "doubled"."""

import re

from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import Shift
from tocsin.records.layers import Change

_WINDOW = 120
_NEAR = 60
_WORD = re.compile(r"[\s-]+([^\W\d_]+)")
_CLAUSE = re.compile(r"[.;:?!]\s|\n")


def shifted(text: str, figure: Figure, start: int, end: int, lexicon: Lexicon) -> Change | None:
    """Return the way of the change that the figure measures; None for a level.

    `start` and `end` are those of the figure with its bounds. A level that is reached or left is
    no change: of "rose by 5 percent, from 100 to 105" only the first is one.
    """
    written = " ".join(text[figure.number_start : figure.number_end].lower().split())
    if written in lexicon.multiples:
        return lexicon.multiples[written]
    behind = _behind(text, end, figure, lexicon)
    if behind:
        return behind
    words = _CLAUSE.split(text[max(0, start - _WINDOW) : start])[-1]
    steps = lexicon.steps.search(words, max(0, len(words) - _NEAR))
    at = steps.start() if steps else len(words)
    return _before(text, words[:at], figure, lexicon) or _apart(text, words, at, figure, lexicon)


def _before(text: str, words: str, figure: Figure, lexicon: Lexicon) -> Change | None:
    for form in _forms_before(words, lexicon.longest_shift):
        for rule in lexicon.shifts_before.get(form, ()):
            if _measures(rule, figure, text, lexicon):
                return rule.way
    return None


def _forms_before(words: str, longest: int) -> list[str]:
    """Return the last words that may stand before the figure, longest first; else its sign."""
    if not words[-1:].isspace():
        return [words[-1:]] if not words[-2:-1].isalnum() else []
    last = words[-_NEAR:].lower().split()[-longest:]
    return [" ".join(last[i:]) for i in range(len(last))]


def _behind(text: str, end: int, figure: Figure, lexicon: Lexicon) -> Change | None:
    for rule, _, after in lexicon.shifts:
        if rule.after and _measures(rule, figure, text, lexicon) and after.match(text, end):
            return rule.way
    return None


def _apart(text: str, words: str, at: int, figure: Figure, lexicon: Lexicon) -> Change | None:
    """Go back from "by" to the nearest verb of change in the clause."""
    if not lexicon.by.search(words, at):
        return None
    found = [
        (match.start(), rule.way)
        for rule, apart, _ in lexicon.shifts
        if rule.apart and _measures(rule, figure, text, lexicon)
        for match in apart.finditer(words, 0, at)
    ]
    return max(found)[1] if found else None


def _measures(rule: Shift, figure: Figure, text: str, lexicon: Lexicon) -> bool:
    behind = _WORD.match(text, figure.end)
    if behind and behind[1].lower() in rule.not_after:
        return False
    if not rule.family:
        return True
    if figure.unit is None and behind and behind[1].lower() in rule.thing:
        return True
    unit = "percent" if figure.kind in ("share", "bare share") else figure.unit
    return unit is not None and lexicon.family_of.get(unit.split(" per ")[0]) in rule.family
