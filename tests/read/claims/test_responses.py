"""Claims of one report answer each other where the report says so."""

import pytest

import tocsin
from tocsin.read.certainty import CertaintyFile
from tocsin.rules import load

RESPONSES = load("en", "certainty.toml", CertaintyFile).responses
EXAMPLES = [(how, text) for how, rule in RESPONSES.items() for text in rule.example]
COUNTERS = [(how, text) for how, rule in RESPONSES.items() for text in rule.counter]


def answers(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    known = {claim.id: claim for claim in claims}
    return [
        (claim, reply.how, known[reply.claim]) for claim in claims for reply in claim.responds_to
    ]


@pytest.mark.parametrize(("how", "text"), EXAMPLES)
def test_an_example_holds_such_an_answer(how, text):
    assert how in {found for _, found, _ in answers(text)}


@pytest.mark.parametrize(("how", "text"), COUNTERS)
def test_a_counter_example_holds_none(how, text):
    assert how not in {found for _, found, _ in answers(text)}


def test_a_figure_is_consistent_with_the_one_behind_it():
    [(first, how, second)] = answers(RESPONSES["consistent_with"].example[0])
    assert (first.quantity.best, how, second.quantity.best) == (1100, "consistent_with", 1000)


def test_the_new_figure_corrects_the_one_that_is_taken_back():
    [(new, _, old)] = answers(RESPONSES["corrects"].example[0])
    assert (new.quantity.best, old.quantity.best) == (12, 20)


def test_a_confirmation_of_another_place_affirms_nothing():
    text = (
        "Kyiv said Russia attacked the port in Odesa. "
        "The mayor confirmed that Russia had attacked the port in Kherson."
    )
    assert answers(text) == []


def test_nobody_answers_himself():
    text = "Iran said that it attacked the ship. Iran denied that it attacked the ship."
    assert answers(text) == []
