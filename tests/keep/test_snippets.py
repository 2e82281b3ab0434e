"""The passage of a text that shows where a query was found."""

import pytest

from tocsin.keep.snippets import WORDS, snippet
from tocsin.keep.words import asked

LONG = " ".join(f"w{n}" for n in range(100))


def found(query, *texts):
    cut, marks = snippet(texts, asked(query))
    return cut, [cut[slice(*mark)] for mark in marks]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("drones", ["Drones"]),
        ("dro*", ["Drones"]),
        ("over drones", ["Drones", "over"]),
        ('"flew over"', ["flew over"]),
        ("flew-ov*", ["flew over"]),
        ("zebra OR kursk", ["Kursk"]),
        ('"drones flew" "flew over"', ["Drones flew over"]),
        ("zebra", []),
    ],
)
def test_the_found_words_are_marked(query, marked):
    assert found(query, "Drones flew over Kursk.")[1] == marked


def test_a_short_text_is_shown_whole():
    assert found("kursk", "(Drones flew over Kursk.)")[0] == "(Drones flew over Kursk.)"


def test_a_long_text_is_cut_around_what_was_found():
    cut, marked = found("w50 w55", LONG)
    assert marked == ["w50", "w55"]
    assert cut.startswith("…w")
    assert cut.endswith("…")
    assert len(cut.split()) == WORDS
    assert found("w0", LONG)[0].startswith("w0 ")
    assert found("w99", LONG)[0].endswith(" w99")


def test_the_passage_that_holds_most_is_shown():
    assert found("w5 w50 w51", LONG)[1] == ["w50", "w51"]
    assert found("w3 kursk", "To Kursk", f"{LONG} kursk")[0] == "To Kursk"
    assert found("flew kursk", "To Kursk", "Flew to Kursk")[0] == "Flew to Kursk"


def test_words_in_a_row_longer_than_a_snippet_are_marked_as_far_as_they_are_shown():
    [mark] = found(f'"{LONG}"', f"before {LONG}")[1]
    assert mark == " ".join(f"w{n}" for n in range(WORDS))


def test_a_word_that_fills_the_text_is_found_in_a_moment():
    assert len(found("la", "la " * 50_000)[1]) == WORDS
