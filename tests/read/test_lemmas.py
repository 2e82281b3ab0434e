"""Lemmas as edit scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.lemmas import case_of, lemma_of, script_of

LETTERS = st.text(alphabet="abcdexyz", min_size=1, max_size=12)


@given(LETTERS, LETTERS)
def test_a_script_turns_the_word_into_its_lemma(word, lemma):
    assert lemma_of(word, script_of(word, lemma), case_of(word, lemma)) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Troops", "troop"),
        ("was", "be"),
        ("Supplied", "supply"),
        ("Koreans", "Korean"),
        ("JCS", "JCS"),
        ("n't", "not"),
        ("SEOUL", "Seoul"),
    ],
)
def test_case_and_letters_come_back(word, lemma):
    assert lemma_of(word, script_of(word, lemma), case_of(word, lemma)) == lemma


def test_a_script_longer_than_the_word_leaves_it():
    assert lemma_of("ab", "7+y", "lower") == "ab"
