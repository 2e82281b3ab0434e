"""Inflected forms lead back to the words that rule files list."""

import pytest

from tocsin.read.events.inflections import Forms, inflections
from tocsin.read.syntax import Token

INFLECT = inflections("en")


def a_token(text, lemma):
    return Token(0, 0, len(text), text, lemma, "VERB", "VBD", -1, "root")


@pytest.mark.parametrize("ending", INFLECT.endings, ids=lambda e: f"{e.cut}+{e.add}")
def test_an_ending_shows_on_its_examples_alone(ending):
    for pair in ending.example:
        word, form = pair.split(" = ")
        assert form in set(ending.forms(word))
    for pair in ending.counter:
        word, form = pair.split(" = ")
        assert form not in set(ending.forms(word))


def test_irregular_forms_are_listed_with_their_words():
    pairs = {f"{form} = {word}" for form, word in INFLECT.irregular.forms.items()}
    assert set(INFLECT.irregular.example) <= pairs
    assert not set(INFLECT.irregular.counter) & pairs


def test_a_form_leads_to_a_listed_word_and_to_no_other():
    inflected = INFLECT.of({"impose", "jam", "withdraw"})
    assert inflected["imposed"] == "impose"
    assert inflected["jamming"] == "jam"
    assert inflected["withdrew"] == "withdraw"
    assert "sent" not in inflected


def test_a_form_that_is_listed_itself_is_met_as_both():
    inflected = INFLECT.of({"supply", "supplied"})
    assert {"supply", "supplied"} <= set(Forms(inflected)(a_token("supplied", "suppli")))


def test_a_wrong_lemma_does_not_hide_a_word():
    inflected = INFLECT.of({"impose"})
    assert "impose" in Forms(inflected)(a_token("imposed", "impos"))
    assert Forms(inflected)(a_token("left", "leave")) == ("leave", "left")
