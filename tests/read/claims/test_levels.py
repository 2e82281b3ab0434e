"""A count is the figure that is reached; the one that is left is a claim where it is dated."""

import pytest

import tocsin
from tocsin.read.claims import BindingRules
from tocsin.rules import load

RULE = load("en", "binding.toml", BindingRules).levels


def figures(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [(claim.quantity.best, claim.time and claim.time.text) for claim in claims]


@pytest.mark.parametrize(("text", "count"), list(zip(RULE.example, (31, 65, 57, 200), strict=True)))
def test_the_figure_that_is_reached_is_the_count(text, count):
    assert figures(text) == [(count, None)]


@pytest.mark.parametrize("text", RULE.counter)
def test_where_something_goes_is_no_count(text):
    assert len(figures(text)) == 1


def test_the_figure_that_is_left_is_a_claim_where_it_is_dated():
    text = "The death toll rose to 34 on Thursday from 19 a day earlier."
    assert figures(text) == [(34, "Thursday"), (19, "a day earlier")]
    text = "Cholera cases rose to 611 from 356 a week earlier."
    assert figures(text) == [(611, None), (356, "a week earlier")]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Hundreds of thousands of Sudanese refugees are in Chad.", 200_000),
        ("Dozens of arrests were made.", 24),
    ],
)
def test_a_number_that_heads_the_phrase_counts_the_event(text, low):
    [claim] = tocsin.read(text, published="2024-12-23", language="en").claims
    assert claim.quantity.low == low


@pytest.mark.parametrize("verb", ["surpassed", "has exceeded", "topped"])
def test_a_count_that_is_passed_is_at_least_that(verb):
    text = f"The death toll from the fighting {verb} 34 on Thursday."
    (claim,) = tocsin.read(text, published="2024-12-23", language="en").claims
    assert (claim.quantity.low, claim.quantity.bound) == (34, "at_least")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The police arrested 31 men this week, against 19 the week before.",
            [(31, "this week"), (19, "the week before")],
        ),
        (
            "Cholera deaths reached 112, compared with 90 a week earlier.",
            [(112, None), (90, "a week earlier")],
        ),
        (
            "About 4,000 soldiers are deployed on the border, up from 2,500 in the summer.",
            [(4000, None), (2500, "the summer")],
        ),
    ],
)
def test_the_time_of_an_earlier_figure_is_that_figure_s_alone(text, found):
    assert figures(text) == found


def test_what_is_so_today_is_no_background_for_what_was_before():
    text = "About 4,000 soldiers are deployed on the border, up from 2,500 in May."
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert not claims[0].historical


def test_those_whom_a_deed_is_against_are_no_earlier_figure():
    text = "The army sent 12 tanks against 40 rebels on Monday."
    assert len(figures(text)) == 1
