import re

import pytest

from tocsin.read.times.patterns import Compiler, parse, symbols
from tocsin.read.times.rules import TimePhrase

PHRASES = {"WHEN": TimePhrase(pattern="DAY | MONTH DAY")}


def expression(pattern: str) -> re.Pattern[str]:
    letters = {"the": "t", "of": "o", "DAY": "d", "MONTH": "m"}
    return re.compile(Compiler(letters.__getitem__, frozenset()).write(parse(pattern, PHRASES)))


@pytest.mark.parametrize(
    ("pattern", "fits", "fails"),
    [
        ("the? DAY", ["td", "d"], ["t", "dt"]),
        ("the (DAY | MONTH)", ["td", "tm"], ["tdm"]),
        ("DAY+ of*", ["d", "ddoo"], ["o"]),
        ("the WHEN", ["td", "tmd"], ["tm"]),
        ("1(DAY) of 2(MONTH)", ["dom"], ["do"]),
    ],
)
def test_a_pattern_fits_what_it_says(pattern, fits, fails):
    regex = expression(pattern)
    assert [code for code in fits if not regex.fullmatch(code)] == []
    assert [code for code in fails if regex.fullmatch(code)] == []


@pytest.mark.parametrize("pattern", ["(the DAY", "the DAY)", "1(DAY"])
def test_a_pattern_with_a_stray_bracket_is_refused(pattern):
    with pytest.raises(ValueError, match=r"bracket|goes wrong"):
        parse(pattern, PHRASES)


def test_phrases_grow_in_place():
    assert symbols(parse("the WHEN", PHRASES)) == {"the", "DAY", "MONTH"}
