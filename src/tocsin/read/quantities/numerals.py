"""Numbers in a text, in digits or words, each with its characters and its value."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tocsin.read.quantities.lexicon import Kind, Lexicon
from tocsin.read.quantities.rules import Number, Numbers
from tocsin.read.quantities.sums import Sum, exact
from tocsin.records import Span

# Nothing is counted so far; such a run of digits is a key, a code or a bomb.
MOST_DIGITS = 40

_WORD_WINDOW = 12
# "1.5e6", "6.02 × 10^23", "3×10⁵".
_POWER = re.compile(
    r"(?:[eE](?P<e>[+-]?\d{1,2})"
    r"|\s?[×x·*]\s?10(?:\^\s?(?P<hat>[-−+]?\d{1,2})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,2})))(?!\w)"
)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_START = re.compile(r"\.?\d+|[^\W\d_]+")


class Numeral(NamedTuple):
    """A number: `scale` is what its last scale word or letter multiplied by, 1 if there is none.

    `doubtful` tells that the scale is one letter which may be a unit's sign instead.
    """

    start: int
    end: int
    low: Number
    high: Number
    best: Number | None
    kind: Kind
    scale: Number = 1
    doubtful: bool = False


def numerals(text: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """Yield the numbers of `text` in order; none overlap."""
    done, starters = 0, lexicon.starters
    for match in _START.finditer(text):
        word = match[0]
        # Most words open no number: they are passed by before anything else is asked.
        if word[0].isalpha() and word.lower() not in starters:
            continue
        start = match.start()
        if start < done or not _stands_free(text, start, lexicon):
            continue
        found = _numeral(text, start, lexicon)
        if found:
            done = found.end
            yield found


def _stands_free(text: str, start: int, lexicon: Lexicon) -> bool:
    """Say whether no name or longer figure runs into the number from the left."""
    before = text[max(0, start - 2) : start]
    if not before or before[-1].isspace():
        return True
    if before[-1].isalnum() or before[-1] == "_":
        return _money_runs_in(text, start, lexicon)
    if before[-1] in ".,:/⁄" and len(before) == 2 and before[0].isalnum():
        return before[-1] in "," and not before[0].isdigit()
    if before[-1] in "-‑" and len(before) == 2 and before[0].isalpha():
        return _word_before(text, start - 1).lower() in lexicon.rules.numbers.joined
    return before[-1] not in "#@"


def _money_runs_in(text: str, start: int, lexicon: Lexicon) -> bool:
    letters = _word_before(text, start)
    return letters in lexicon.money


def _word_before(text: str, end: int) -> str:
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _numeral(text: str, start: int, lexicon: Lexicon) -> Numeral | None:
    if not text[start].isalpha():
        return _in_digits(text, start, lexicon)
    phrase = None if lexicon.lead.match(text, start) else lexicon.phrases.match(text, start)
    if not phrase:
        return _in_words(text, start, lexicon)
    low, high, best, kind = lexicon.phrase(phrase[0])
    words, _, last = phrase[0].rpartition(" ")
    linked = words and last.lower() in lexicon.rules.counted.partitive
    return Numeral(start, start + len(words) if linked else phrase.end(), low, high, best, kind)


def _in_digits(text: str, start: int, lexicon: Lexicon) -> Numeral | None:
    match = lexicon.figure.match(text, start)
    if not match:
        return _fraction(text, start, lexicon)
    if len(match[0]) > MOST_DIGITS:
        return None
    power = _POWER.match(text, match.end())
    if power:
        value = _raised(_plain(match), power)
        return Numeral(start, power.end(), value, value, value, "digits")
    value = exact(float(_plain(match)))
    part = _part_sign(text, match.end())
    if part:
        return _numbered(text, (start, match.end() + 1), exact(value + part), lexicon)
    letter = lexicon.suffix.match(text, match.end())
    if letter:
        scale = lexicon.rules.numbers.suffix[letter[0]]
        doubtful = letter[0] in lexicon.rules.numbers.doubtful
        value = exact(value * scale)
        return Numeral(start, letter.end(), value, value, value, "digits", scale, doubtful)
    return _numbered(text, (start, match.end()), value, lexicon)


def _numbered(text: str, span: Span, value: Number, lexicon: Lexicon) -> Numeral:
    """Return the number with the scale words behind it."""
    sum_ = Sum(value, "figure")
    end = _extend(text, span[1], sum_, lexicon)
    return Numeral(span[0], end, sum_.value, sum_.value, sum_.value, "digits", sum_.scale)


def _part_sign(text: str, at: int) -> float:
    """Return the value of a fraction in one sign, 0 where none stands."""
    sign = text[at : at + 1]
    is_part = sign and unicodedata.category(sign) == "No" and "FRACTION" in unicodedata.name(sign)
    return unicodedata.numeric(sign) if is_part else 0


def _fraction(text: str, start: int, lexicon: Lexicon) -> Numeral | None:
    """Return a fraction in one sign: a share of what "of" leads to, else a number."""
    part = _part_sign(text, start)
    if not part:
        return None
    if _leads(text, start + 1, lexicon):
        share = exact(100 * part)
        return Numeral(start, start + 1, share, share, share, "share")
    return _numbered(text, (start, start + 1), exact(part), lexicon)


def _leads(text: str, at: int, lexicon: Lexicon) -> bool:
    word = text[at : at + _WORD_WINDOW].split(maxsplit=1)[:1]
    return bool(word) and word[0].lower() in lexicon.rules.counted.partitive


def _plain(figure: re.Match[str]) -> str:
    """Return the digits of a figure with a point before its fraction.

    "1,10,000" is grouped as in India; "1.234.567" and "1.234,50" as on the Continent, whatever the
    language, since nothing else is written so.
    """
    if figure["turned"]:
        return figure["turned"].replace(".", "").replace(",", ".")
    if figure["pairs"]:
        return re.sub(r"\D", "", figure["pairs"])
    whole = figure["plain"] or re.sub(r"\D", "", figure["groups"] or "0")
    return f"{whole}.{figure['fraction'] or figure['part'] or figure['point'] or '0'}"


def _raised(plain: str, power: re.Match[str]) -> Number:
    """Return a figure times a power of ten, true to its digits."""
    written = (power["e"] or power["hat"] or power["raised"]).translate(_LOWERED)
    value = Decimal(plain) * Decimal(10) ** int(written)
    return int(value) if value == int(value) else float(value)


def _in_words(text: str, start: int, lexicon: Lexicon) -> Numeral | None:
    numbers = lexicon.rules.numbers
    lead = lexicon.lead.match(text, start)
    first = None if lead else lexicon.word.match(text, start)
    if lead:
        sum_ = Sum(numbers.lead[_one_line(lead[1])], "figure")
        end = _extend(text, lead.end(1), sum_, lexicon)
    elif first and (word := _one_line(first[1])) in numbers.word:
        sum_ = Sum()
        sum_.take(numbers.word[word], is_scale=False)
        end = _extend(text, first.end(), sum_, lexicon)
    elif first and word in numbers.bare:
        sum_ = Sum(1, "figure")
        sum_.take(numbers.scale[word], is_scale=True)
        end = _extend(text, first.end(), sum_, lexicon)
    else:
        return None
    return Numeral(start, end, sum_.value, sum_.value, sum_.value, "words", sum_.scale)


def _extend(text: str, end: int, sum_: Sum, lexicon: Lexicon) -> int:
    """Take every further part that fits, and return where the number ends."""
    numbers = lexicon.rules.numbers
    while match := lexicon.more.match(text, end):
        if match["plus"]:
            sum_.add(numbers.plus[_one_line(match["part"])])
        elif match["tail"]:
            if not sum_.add_share(numbers.tail[_one_line(match["tail"])]):
                break
        elif not _goes_on(sum_, match, numbers):
            break
        end = match.end()
    return end


def _goes_on(sum_: Sum, more: re.Match[str], numbers: Numbers) -> bool:
    """Take one more word if the number can go on with it, and say whether it could."""
    word = _one_line(more["word"])
    is_scale = word in numbers.scale
    if more["and"] and (is_scale or sum_.last not in numbers.and_after):
        return False
    value = numbers.scale[word] if is_scale else numbers.word[word]
    return sum_.take(value, is_scale=is_scale)


def _one_line(words: str) -> str:
    return " ".join(words.lower().split())
