"""What a figure has from the one beside it: a bound for its conversion, a unit for its part."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tocsin.read.quantities.lexicon import Lexicon
from tocsin.records import Quantity

_OPENS = re.compile(r"\s*[(\[]\s*")
_CLOSES = re.compile(r"\s*[)\]]")
_GOES_ON = re.compile(r"\s*[/;,]\s*")
_WIDEST_GAP = 16
_MOST_WORDS = 2


def paired(text: str, found: Iterable[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """Return the quantities with what each has from its neighbour.

    "More than 100 kilometres (62 miles)" bounds both figures; "280 million of the 1.5 billion
    shekels" are shekels both, and "from 5 percent to 7" is percent twice.
    """
    done: list[Quantity] = []
    opened = False
    for quantity in found:
        if not done or quantity.span[0] - done[-1].span[1] > _WIDEST_GAP:
            done.append(quantity)
            opened = False
            continue
        gap = text[done[-1].span[1] : quantity.span[0]]
        opened = bool(_OPENS.fullmatch(gap)) or (opened and bool(_GOES_ON.fullmatch(gap)))
        done[-1:] = _pair(text, (done[-1], quantity), lexicon, gap="" if opened else gap)
    return done


def _pair(
    text: str, pair: tuple[Quantity, Quantity], lexicon: Lexicon, *, gap: str
) -> tuple[Quantity, Quantity]:
    """Return both figures; no `gap` tells that the second stands in brackets behind the first."""
    first, second = pair
    if gap:
        if _is_compared(gap, first, second, lexicon):
            return first, replace(second, unit=first.unit)
        is_part = _is_part(gap, first, second, lexicon)
        return (replace(first, unit=second.unit, of=None), second) if is_part else pair
    if not _converts(first, second, lexicon):
        return pair
    per = _rate_behind(text, second, lexicon)
    second = replace(_bounded_alike(first, second), unit=f"{second.unit}{per}")
    return replace(first, unit=f"{first.unit}{per}"), second


def _converts(first: Quantity, second: Quantity, lexicon: Lexicon) -> bool:
    """Whether the two give one thing in two units of the same family."""
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return False
    families = [lexicon.family_of.get(q.unit.split(" per ")[0]) for q in (first, second) if q.unit]
    return families[0] is not None and families[0] == families[1] and second.bound == "exact"


def _bounded_alike(first: Quantity, second: Quantity) -> Quantity:
    if first.bound not in ("about", "at_least", "at_most"):
        return replace(second, change=first.change)
    return replace(
        second,
        low=None if first.bound == "at_most" else second.low,
        high=None if first.bound == "at_least" else second.high,
        bound=first.bound,
        change=first.change,
    )


def _rate_behind(text: str, quantity: Quantity, lexicon: Lexicon) -> str:
    """Return what both figures are taken per: "$6 (€5) per share"."""
    closed = _CLOSES.match(text, quantity.span[1])
    rate = lexicon.rate.match(text, closed.end()) if closed else None
    if not rate:
        return ""
    per = " ".join(rate["unit"].lower().split())
    return f" per {lexicon.unit_of.get(per, per)}"


def _is_compared(gap: str, first: Quantity, second: Quantity, lexicon: Lexicon) -> bool:
    """Whether "5 percent to 7" stands there: a bare figure set against one with a unit."""
    words = gap.lower().split()
    if first.change is not None:
        return False  # "it fell 5 percent to 70"
    bare = second.unit is None and second.of is None and first.unit is not None
    compared = lexicon.rules.counted.compared
    return bare and 1 <= len(words) <= _MOST_WORDS and words[-1] in compared


def _is_part(gap: str, part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether "5 of the 8 tonnes" stands there: a bare figure, then one with a unit."""
    words = gap.lower().split()
    if (
        part.unit is not None
        or whole.unit in (None, "percent")
        or not 1 <= len(words) <= _MOST_WORDS
    ):
        return False
    return words[0] in lexicon.rules.counted.partitive
