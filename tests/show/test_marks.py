"""Texts are cut at the edges of marks and join to the same text again."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.show.marks import Mark, around, cut


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8)
)
def test_the_pieces_join_to_the_text_whatever_the_marks(text, spans):
    pieces = cut(text, [Mark(span, "claim") for span in spans])
    assert "".join(piece.text for piece in pieces) == text


def test_overlapping_marks_are_both_on_the_piece_they_share():
    pieces = cut("abcdef", [Mark((0, 4), "claim"), Mark((2, 6), "figure")])
    assert [(p.text, [m.kind for m in p.marks]) for p in pieces] == [
        ("ab", ["claim"]),
        ("cd", ["claim", "figure"]),
        ("ef", ["figure"]),
    ]


def test_a_window_shows_only_itself():
    pieces = cut("one two three", [Mark((0, 13), "claim")], (4, 7))
    assert [p.text for p in pieces] == ["two"]


def test_the_words_around_a_span_are_whole_sentences():
    sentences = [(0, 10), (11, 20), (21, 30), (31, 40)]
    assert around((22, 25), sentences, 40) == (21, 30)
    assert around((22, 25), sentences, 40, more=1) == (11, 40)
    assert around((15, 25), sentences, 40) == (11, 30)


def test_a_span_outside_every_sentence_is_shown_with_what_stands_near():
    assert around((500, 510), [], 2000) == (300, 710)
