"""A number with its sign, its money or unit, and what that is taken per."""

import re
from dataclasses import dataclass

from tocsin.read.quantities.lexicon import Kind, Lexicon
from tocsin.read.quantities.numerals import Numeral
from tocsin.read.quantities.rules import Number
from tocsin.read.quantities.sums import exact

_RAISED = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
_LONGEST_MONEY = 5
_LONGEST_ERROR = 24
_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that stands close about it; offsets are into the report's text.

    An `error` is the size of one: "plus or minus 2 kg", from its first word on.
    """

    start: int
    end: int
    low: Number
    high: Number
    best: Number | None
    kind: Kind
    scale: Number = 1
    unit: str | None = None
    number_start: int = 0
    number_end: int = 0
    ends: int = 1
    error: bool = False


def measured(text: str, numeral: Numeral, lexicon: Lexicon) -> Figure | None:
    """Return the number with its money sign, unit, rate and sign, or None for part of a name."""
    start, money, sign = _before(text, numeral.start, lexicon)
    error = _error_at(text, start if sign > 0 else numeral.start, lexicon)
    if error is not None:
        start, sign = error, 1
    end, unit = _unit(text, numeral.end, lexicon) if not money else (numeral.end, money)
    if money:
        end = _past_repeated_money(text, end, lexicon)
    numeral, end, unit = _settled(text, numeral, (end, unit, money), lexicon)
    if _runs_on(text, end):
        return None
    end, unit = _rated(text, end, unit, lexicon)
    return Figure(
        start=start,
        end=end,
        low=numeral.low * sign,
        high=numeral.high * sign,
        best=None if numeral.best is None else numeral.best * sign,
        kind=numeral.kind,
        scale=numeral.scale,
        unit=unit,
        number_start=numeral.start,
        number_end=numeral.end,
        error=error is not None,
    )


def _error_at(text: str, start: int, lexicon: Lexicon) -> int | None:
    """Return where the words begin that make an error of the figure, or None."""
    window = text[max(0, start - _LONGEST_ERROR) : start].rstrip().lower()
    form = next((form for form in lexicon.tolerances if window.endswith(form)), None)
    return None if form is None else max(0, start - _LONGEST_ERROR) + len(window) - len(form)


def _before(text: str, start: int, lexicon: Lexicon) -> tuple[int, str | None, int]:
    money, sign = None, 1
    start, money = _money(text, start, lexicon)
    minus = next((m for m in lexicon.minus if text.endswith(m, 0, start)), None)
    if minus and _is_minus(text, start - len(minus), minus):
        start, sign = start - len(minus), -1
        if money is None:
            start, money = _money(text, start, lexicon)
    return start, money, sign


def _is_minus(text: str, at: int, minus: str) -> bool:
    """A sign is minus where nothing stands before it that it could join to the figure."""
    before = text[max(0, at - 1) : at]
    if len(minus) > 1:
        return not before.isalnum()
    return not before or not before.isalnum()


def _money(text: str, start: int, lexicon: Lexicon) -> tuple[int, str | None]:
    for length in range(min(_LONGEST_MONEY, start), 0, -1):
        sign = text[start - length : start]
        if sign in lexicon.money and not _letters_touch(text, start - length, sign):
            return start - length, lexicon.money[sign]
    return start, None


def _letters_touch(text: str, at: int, sign: str) -> bool:
    return sign[0].isalpha() and at > 0 and text[at - 1].isalnum()


def _unit(text: str, end: int, lexicon: Lexicon) -> tuple[int, str | None]:
    match = lexicon.unit.match(text, end)
    if not match:
        return end, None
    form = match["sign"] or " ".join(match["word"].lower().split())
    if match["sign"] and form.isalpha() and _is_no_sign(text, end, match):
        return end, None
    return match.end(), lexicon.unit_of[form]


def _is_no_sign(text: str, end: int, sign: re.Match[str]) -> bool:
    """Whether letters that could be a unit's sign open something else: "2 p.m.", "5 C Company"."""
    dotted = text[sign.end() : sign.end() + 1] == "." and text[sign.end() + 1 : sign.end() + 2]
    if dotted and dotted.isalpha():
        return True
    spaced = text[end : sign.start("sign")]
    return bool(spaced) and text[sign.end() + 1 : sign.end() + 2].isupper()


def _past_repeated_money(text: str, end: int, lexicon: Lexicon) -> int:
    """Go past the currency's name behind a figure that has its sign: "$5 million US"."""
    match = lexicon.unit.match(text, end)
    form = " ".join(match["word"].lower().split()) if match and match["word"] else ""
    codes = set(lexicon.money.values())
    return match.end() if match and lexicon.unit_of.get(form) in codes else end


def _settled(
    text: str, numeral: Numeral, found: tuple[int, str | None, str | None], lexicon: Lexicon
) -> tuple[Numeral, int, str | None]:
    """Decide whether a doubtful letter multiplies or is the sign of a unit."""
    end, unit, money = found
    if not numeral.doubtful or money or unit:
        return numeral, end, unit
    letter = text[numeral.end - 1 : numeral.end]
    sign = lexicon.unit_of.get(letter)
    if sign is None or _counts(text, numeral.end, lexicon):
        return numeral, end, unit
    value = exact(numeral.low / numeral.scale)
    plain = numeral._replace(low=value, high=value, best=value, scale=1, end=numeral.end - 1)
    return plain, numeral.end, sign


def _counts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word behind is a counted thing and none of the words behind a length."""
    match, metres = _WORD_BEHIND.match(text, end), lexicon.units.metres
    return match is not None and (metres is None or match[1].lower() not in metres.word)


def _runs_on(text: str, end: int) -> bool:
    """Whether letters run on from the figure: "18th", "5G", "4x4" count nothing.

    A raised figure behind several digits is a note's mark: "1,200¹".
    """
    behind = text[end : end + 1]
    is_note = behind in _RAISED and text[max(0, end - 2) : end].isdigit()
    return behind.isalnum() and not is_note


def _rated(text: str, end: int, unit: str | None, lexicon: Lexicon) -> tuple[int, str | None]:
    """Widen a unit over "-old", which makes it an age, and over "per day"."""
    if unit is None:
        return end, None
    tail = lexicon.age.match(text, end) if unit in lexicon.ages else None
    if tail:
        return tail.end(), lexicon.aged(unit)
    rate = lexicon.rate.match(text, end)
    if not rate:
        return end, unit
    per = " ".join(rate["unit"].lower().split())
    return rate.end(), f"{unit} per {lexicon.unit_of.get(per, per)}"
