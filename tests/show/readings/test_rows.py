"""A report falls into rows that hold all of its words, once each and in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tocsin.show.readings.rows import LONG, LONGEST, row_of, windows


@given(
    st.text(alphabet="ab \n\r\t.\u2028é", max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_the_rows_hold_every_word_once_whatever_the_sentences(text, sentences):
    rows = windows(text, sentences)
    assert "".join("".join(text[a:b].split()) for a, b in rows) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(rows))


def test_each_paragraph_is_a_row():
    text = "One. Two.\n\nThree."
    assert [text[a:b] for a, b in windows(text, [(0, 4), (5, 9), (11, 17)])] == [
        "One. Two.",
        "Three.",
    ]


def test_a_line_end_within_a_sentence_ends_no_row():
    text = "The army said\nthat it left.\nIt is gone."
    assert windows(text, [(0, 27), (28, 39)]) == [(0, 27), (28, 39)]


def test_a_long_paragraph_goes_on_in_a_new_row_at_a_sentence():
    sentence = "x" * (LONG // 2 - 1) + "."
    text = " ".join([sentence] * 4)
    starts = [n * (len(sentence) + 1) for n in range(4)]
    rows = windows(text, [(start, start + len(sentence)) for start in starts])
    assert len(rows) > 1
    assert {start for start, _ in rows} <= set(starts)


def test_a_text_without_sentences_is_cut_all_the_same():
    for text in ("x" * (3 * LONGEST), "word " * LONGEST):
        rows = windows(text, [])
        assert max(b - a for a, b in rows) <= LONGEST
        assert "".join(text[a:b] for a, b in rows) == text


def test_no_text_has_no_rows():
    assert windows("", []) == windows(" \n ", []) == []


def test_what_stands_between_rows_belongs_to_the_one_before():
    assert [row_of(at, [(0, 4), (6, 9)]) for at in (0, 5, 6, 20)] == [0, 0, 1, 1]
    assert row_of(3, []) == 0
