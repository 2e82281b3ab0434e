"""Odd text is never an exception, and what comes out is always whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.times.conftest import ENGLISH, Times, document

from tocsin.read.times import find_times

ODD = ["0", "0000", "9999", "1.5", "99999999999", "31", "June", "’00", "0s", "25:61", "\n\n", "XX"]
WORDS = sorted({word for words in ENGLISH.words.values() for word in words} | {*ODD, "of", "the"})
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60)
DAYS = st.none() | st.dates().map(str)


@given(TEXTS, DAYS)
@settings(deadline=None, max_examples=400)
def test_any_text_is_read(text, published):
    at = 0
    for time in find_times(document(text, published), ENGLISH):
        assert document(text, published).text[slice(*time.span)] == time.text
        assert time.span[0] >= at
        assert time.start is None or time.end is None or time.start <= time.end
        at = time.span[1]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text", ["on Tuesday", "yesterday", "tomorrow", "next week", "by the end of last month"]
)
def test_the_ends_of_the_calendar_are_no_failure(text, published):
    for time in find_times(document(text, published), ENGLISH):
        assert time.text in text


def test_a_text_that_puts_the_day_first_does_so_throughout(times_of: Times) -> None:
    text = "They met on 03/04/2024 and again on 25/04/2024."
    assert [time.value for time in times_of(text)] == ["2024-04-03", "2024-04-25"]


def test_a_text_that_puts_the_month_first_does_so_throughout(times_of: Times) -> None:
    text = "They met on 04/13/2024 and again on 05/06/2024."
    assert [time.value for time in times_of(text)] == ["2024-04-13", "2024-05-06"]


@pytest.mark.parametrize("year", ["2567 BE", "Juche 113", "Heisei 31"])
def test_years_of_other_calendars_stay_text(times_of: Times, year: str) -> None:
    (time,) = times_of(f"In {year} it fell.")
    assert (time.text, time.value, time.start) == (year, "XXXX", None)


def test_no_leap_day_is_made_up(times_of: Times) -> None:
    assert times_of("It fell on 29 February 2023.") == []


def test_no_clock_goes_past_midnight(times_of: Times) -> None:
    assert times_of("It fell at 24:30.") == []


def test_a_year_far_before_christ_keeps_its_figures(times_of: Times) -> None:
    assert times_of("In 10,000 BC it was cold.")[0].value == "BC10000"


def test_what_is_past_goes_on_from_the_last_date_however_far(times_of: Times) -> None:
    far = "He was shot on 3 May. " + "The town was shocked. " * 20
    assert times_of(far + "The next day, police came.")[-1].value == "2024-05-04"


def test_what_is_past_does_not_go_on_from_the_publication(times_of: Times) -> None:
    assert times_of("The next day, police came.")[-1].value is None


def test_half_a_century_is_fifty_years(times_of: Times) -> None:
    text = "It fell in 1950. Half a century later it rose."
    assert times_of(text)[-1].value == "2000"
