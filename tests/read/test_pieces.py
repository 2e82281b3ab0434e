"""Pieces: each word has some, none has too many, and its shape is kept."""

import pytest

from tocsin.read.pieces import MOST_PIECES_OF_A_WORD, SHAPES, Piecer, shape_of


class LetterTokenizer:
    """A tokenizer that makes a piece of every letter, and none of blanks and marks."""

    def __init__(self):
        self.asked = 0

    def encode_batch(self, input, *, add_special_tokens=True):
        self.asked += len(input)
        for word in input:
            word.encode()  # as the real one does: lone surrogates would raise
        return [Pieces([ord(c) for c in word if c.isalnum()]) for word in input]

    def token_to_id(self, token):
        return {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3}.get(token)


class Pieces:
    def __init__(self, ids):
        self.ids = ids


def cut(*words):
    return Piecer(LetterTokenizer()).cut([words])[0]


@pytest.mark.parametrize("word", ["a", "\u200b", "\ud800", "x" * 100_000, "…"])
def test_every_word_has_at_least_one_piece_and_not_too_many(word):
    [pieces] = cut(word)
    assert 1 <= len(pieces.ids) <= MOST_PIECES_OF_A_WORD


def test_a_word_is_cut_once_however_often_it_comes():
    tokenizer = LetterTokenizer()
    piecer = Piecer(tokenizer)
    piecer.cut([["Kim", "said", "Kim"], ["said"]])
    piecer.cut([["Kim"]])
    assert tokenizer.asked == 2


def test_a_tokenizer_without_the_pieces_that_are_needed_is_refused():
    tokenizer = LetterTokenizer()
    tokenizer.token_to_id = lambda token: None
    with pytest.raises(ValueError, match="CLS"):
        Piecer(tokenizer)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("SEOUL", "caps"),
        ("McDonald", "mixed"),
        ("K.", "letter"),
        ("الجيش", "lower"),
        ("F16", "digits"),
    ],
)
def test_the_shape_says_how_a_word_is_written(word, shape):
    assert SHAPES[shape_of(word)] == shape
