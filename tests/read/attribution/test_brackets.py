"""A body named in brackets behind a clause says what the clause tells."""

import pytest

import tocsin


def named(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [[source.text for source in claim.sources] for claim in claims]


def test_a_body_in_brackets_is_the_source_of_the_clause_before_it():
    text = "At least 300 people were killed (Reuters), and 40 were wounded."
    assert named(text) == [["Reuters"], []]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed (Kherson).",
        "Two soldiers were killed (both from Kherson).",
        "Two soldiers were killed (OCHA",
        "Two soldiers were killed ().",
    ],
)
def test_a_place_a_remark_and_an_open_bracket_are_no_source(text):
    assert named(text) == [[]]


def test_the_short_form_of_a_name_is_no_second_source():
    text = "The International Organization for Migration (IOM) said 12,000 people were displaced."
    assert len(named(text)[0]) == 1
