"""What a count has reached and what it has left are two claims; the step between is none."""

import pytest

import tocsin
from tocsin.read.claims import BindingRules
from tocsin.rules import load

RULE = load("en", "binding.toml", BindingRules).levels


def figures(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [(claim.quantity.best, claim.time and claim.time.text) for claim in claims]


def test_the_figure_that_is_reached_is_the_count():
    assert figures(RULE.example[0]) == [(31, None)]


@pytest.mark.parametrize(
    ("text", "found"), list(zip(RULE.example[1:], ([65, 40], [57, 45], [200]), strict=True))
)
def test_the_figure_that_is_left_is_a_claim_of_its_own(text, found):
    assert [best for best, _ in figures(text)] == found


@pytest.mark.parametrize("text", RULE.counter)
def test_where_something_goes_is_no_count(text):
    assert len(figures(text)) == 1


def test_each_figure_has_its_own_day():
    text = "The death toll rose to 34 on Thursday from 19 a day earlier."
    assert figures(text) == [(34, "Thursday"), (19, "a day earlier")]
    assert figures("Cholera cases rose to 611 from 356 a week earlier.")[0] == (611, None)
