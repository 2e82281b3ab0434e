"""Bounds and estimates before and behind a figure: "at least", "or so", "-plus"."""

from typing import NamedTuple

from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import BoundKind

_WINDOW = 48
_OPENING = "([\"'“‘—–"


class Bounded(NamedTuple):
    """The characters of a figure with the words that bound it, and the bound."""

    start: int
    end: int
    kind: BoundKind | None


def bounded(text: str, figure: Figure, lexicon: Lexicon) -> Bounded:
    """Return the figure's span widened over its bounds; a true bound outranks an estimate."""
    start, kind = _before(text, figure.start, lexicon)
    after = lexicon.after.match(text, figure.end)
    if not after:
        return Bounded(start, figure.end, kind)
    behind = lexicon.after_kind(" ".join(after["form"].lower().split()))
    return Bounded(start, after.end(), _stronger(kind, behind))


def _before(text: str, start: int, lexicon: Lexicon) -> tuple[int, BoundKind | None]:
    """Walk left over bounds and fillers; only a bound moves the start."""
    kind: BoundKind | None = None
    at = found = start
    while (form := _form_before(text, at, lexicon)) is not None:
        at = form[0]
        if form[1] is not None:
            found, kind = at, _stronger(form[1], kind)
    return found, kind


def _form_before(text: str, at: int, lexicon: Lexicon) -> tuple[int, BoundKind | None] | None:
    for sign in lexicon.signs_before:
        if text.endswith(sign, 0, at):
            return at - len(sign), lexicon.before[sign]
    window = text[max(0, at - _WINDOW) : at]
    if not window[-1:].isspace():
        return None
    words = window.split()
    for count in range(min(lexicon.longest_before, len(words)), 0, -1):
        form = " ".join(words[-count:]).lower().lstrip(_OPENING)
        if form in lexicon.before:
            return _start_of(text, at, words[-count:]), lexicon.before[form]
    return None


def _start_of(text: str, at: int, words: list[str]) -> int:
    """Return where `words`, the last before `at`, begin, without an opening mark."""
    for word in reversed(words):
        at = text.rindex(word, 0, at)
    return at + len(words[0]) - len(words[0].lstrip(_OPENING))


def _stronger(first: BoundKind | None, second: BoundKind | None) -> BoundKind | None:
    if first is None or (first == "about" and second is not None):
        return second
    return first
