"""Lemmas as edit scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.lemmas import Lemmas, case_of, lemma_of, script_of

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


@pytest.mark.parametrize(
    ("word", "scripts", "case", "lemma"),
    [
        ("supplied", ["1+", "3+y"], "lower", "supply"),
        ("alleged", ["1+", "3+y"], "lower", "allege"),
        ("was", ["=be", "0+"], "lower", "be"),
        ("hit", ["2+", "0+"], "lower", "hit"),
        ("howitzers", ["1+", "0+"], "lower", "howitzer"),
        ("1,100", ["=1000", "0+"], "lower", "1,100"),
        ("SEOUL", ["0+"], "title", "Seoul"),
        ("JCS", ["0+"], "title", "JCS"),
        ("Reuters", ["0+", "1+"], "title", "Reuters"),
    ],
)
def test_of_the_likeliest_lemmas_the_first_that_is_a_word_is_taken(word, scripts, case, lemma):
    known = {"supply", "allege", "alley", "be", "seoul", "reuter"}
    assert Lemmas(known).of(word, scripts, case) == lemma


def test_a_script_longer_than_the_word_leaves_it():
    assert lemma_of("ab", "7+y", "lower") == "ab"
