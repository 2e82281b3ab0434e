"""Words are hashed as they sound, not as they are printed."""

import pytest

from tocsin.read.fingerprints.fold import words


def hashes(text):
    return words(text).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The TROOPS left", "the troops left"),
        ("Seoul’s “spy agency”", "Seoul's 'spy' agency"),
        ("the U.S. and the U.N.", "the US and the UN"),
        ("1,100 soldiers", "1100 soldiers"),
        ("Erdoğan é e\u0301", "Erdogan e e"),
        ("a — b … c", "a b c"),
        ("re\u00adport", "report"),
        ("STRASSE-strasse", "strasse strasse"),
    ],
)
def test_print_makes_no_difference(one, other):
    assert hashes(one) == hashes(other)


@pytest.mark.parametrize(
    ("one", "other"), [("north", "south"), ("ab", "ba"), ("a b", "ab"), ("1,100", "1,101")]
)
def test_other_words_have_other_hashes(one, other):
    assert hashes(one) != hashes(other)


def test_a_word_knows_its_characters():
    text = "  He left the U.S. on “Monday”."
    found = words(text)
    spans = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    assert [text[start:end] for start, end in spans] == ["He", "left", "the", "U.S", "on", "Monday"]


def test_signs_of_a_script_without_spaces_are_words():
    assert len(hashes("北朝鮮 は")) == 4


@pytest.mark.parametrize("text", ["", "   ", "…—…", "\ud800", "\U0001f600"])
def test_a_text_without_words_has_none(text):
    assert hashes(text) == []


def test_the_longest_word_is_hashed_too():
    assert len(hashes("x" * 100_000)) == 1
