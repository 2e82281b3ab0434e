"""Values of a claim are said in its own words or in the contract's terms."""

from datetime import date

import pytest
from show.samples import TEXT, a_claim, a_quantity, a_reading, a_report, likely

from tocsin.records import Time
from tocsin.show import phrases


@pytest.mark.parametrize(
    ("low", "high", "bound", "said"),
    [
        (1100, None, "at_least", "≥ 1,100"),
        (None, 10000, "at_most", "≤ 10,000"),
        (10000, 12000, "range", "10,000–12,000"),
        (12000, 12000, "about", "≈ 12,000"),
        (3, 3, "exact", "3"),
        (2.5, 2.5, "exact", "2.5"),
        (0, 0, "exact", "0"),
    ],
)
def test_bounds_are_signs_that_say_which_end_is_open(low, high, bound, said):
    quantity = a_quantity(TEXT, "about 12,000", low=low, high=high, bound=bound)
    assert phrases.bounds(quantity) == said


def test_a_figure_without_numbers_keeps_its_words():
    assert phrases.bounds(a_quantity(TEXT, "any", bound="vague")) == "any"


def a_time(start, end):
    return Time(span=(0, 1), text="then", type="DATE", start=start, end=end)


def test_days_are_one_day_an_interval_or_open():
    first, last = date(2024, 10, 8), date(2024, 10, 13)
    assert phrases.days(a_time(first, first)) == "8 Oct 2024"
    assert phrases.days(a_time(first, last)) == "8–13 Oct 2024"
    assert phrases.days(a_time(first, date(2024, 12, 1))) == "8 Oct – 1 Dec 2024"
    assert phrases.days(a_time(first, date(2025, 1, 1))) == "8 Oct 2024 – 1 Jan 2025"
    assert phrases.days(a_time(None, last)) == "until 13 Oct 2024"
    assert phrases.days(a_time(first, None)) == "from 8 Oct 2024"
    assert phrases.days(a_time(None, None)) == "then"
    assert phrases.days(None) == ""


def test_a_likelihood_takes_the_place_of_the_certainty_and_shows_its_number():
    claim = a_claim(TEXT, "entered the Kursk region", "entered", likelihood=likely())
    assert phrases.sureness(claim) == "likely (55–80%, ICD 203)"


def test_a_claim_without_sources_is_the_publishers_own_voice():
    assert phrases.chain(a_claim(TEXT, "entered", "entered")) == phrases.OWN_VOICE


def test_a_denial_is_named_before_the_status():
    assert phrases.status(a_reading().claims[2]) == "denied: happened"


def test_a_report_without_publisher_is_called_by_what_is_known():
    assert phrases.outlet(a_report(publisher=None)) == "https://example.org/demo-wire/1"
    assert phrases.outlet(a_report(publisher=None, url=None, file="a.txt")) == "a.txt"
    assert phrases.outlet(a_report(publisher=None, url=None)) == "unknown publisher"


def test_long_text_is_cut_to_one_line():
    assert phrases.one_line("one\n two   three", 9) == "one two…"
