import pytest

from tocsin.read.times import time_rules
from tocsin.read.times.grammar import grammar_of
from tocsin.read.times.lexicon import OTHER, TOKEN, figure
from tocsin.read.times.rules import Marks

ENGLISH, SPANISH = Marks(group=",", decimal="."), Marks(group=".", decimal=",")
WORDS = grammar_of(time_rules("en")).lexicon


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("at 3 p.m. on Dec. 5", ["at", "3", "p.m.", "on", "Dec", ".", "5"]),
        ("the 1990s, ’22 and 10:30", ["the", "1990s", ",", "’22", "and", "10:30"]),
        ("2024-05-06 KN23 F-16", ["2024-05-06", "KN23", "F", "-", "16"]),
        ("1,100 of 5th", ["1,100", "of", "5th"]),
        ("a\n\nb", ["a", "\n\n", "b"]),
    ],
)
def test_text_is_cut_into_tokens(text, tokens):
    assert TOKEN.findall(text) == tokens


def test_a_word_with_a_capital_is_known_only_so():
    assert WORDS.has(WORDS["May"], "MONTH")
    assert WORDS.has(WORDS["MAY"], "MONTH")
    assert not WORDS.has(WORDS["may"], "MONTH")
    assert WORDS.has(WORDS["Last"], "LASTNEXT")


def test_a_figure_has_the_classes_of_its_shape():
    assert WORDS.has(WORDS["1945"], "YEAR")
    assert WORDS.has(WORDS["12"], "DAY")
    assert not WORDS.has(WORDS["45"], "DAY")


def test_an_unknown_word_has_the_common_code():
    assert WORDS["Kursk"] == OTHER


def test_a_token_says_what_its_class_reads_in_it():
    assert WORDS.fields("CLOCKM", "clockm", "10:45pm") == {"hour": 10, "minute": 45, "ampm": "pm"}
    assert WORDS.fields("MONTH", "month", "MAY") == {"month": 5}


@pytest.mark.parametrize(
    ("marks", "texts"),
    [
        (ENGLISH, ("1,100", "2.5", "5th", "few")),
        (SPANISH, ("1.100", "2,5", "5.º", "few")),
    ],
)
def test_a_figure_is_read_by_the_marks_of_its_language(marks, texts):
    assert [figure(text, marks) for text in texts] == [1100, 2.5, 5, "few"]


def test_a_figure_without_known_marks_ends_at_the_first():
    assert [figure(text, None) for text in ("1,100", "12", "few")] == [1, 12, "few"]


def test_a_run_of_digits_without_end_is_no_figure():
    assert WORDS["9" * 5_000] == OTHER
