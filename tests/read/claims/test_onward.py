"""What has happened since something began is dated from then to the report."""

from datetime import date

import pytest

import tocsin


def moments(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return {c.event.text: c.time and (c.time.start, c.time.end) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Since the onset of the crisis in April 2023, 11 million people have fled.",
        "Since the war began in April 2023, 11 million people have fled.",
    ],
)
def test_a_phrase_or_a_clause_says_from_when_on(text):
    assert moments(text)["fled"] == (date(2023, 4, 1), date(2024, 12, 23))


def test_the_event_that_the_phrase_tells_is_on_its_own_day():
    text = "Rebels have killed ten people since the attack on the port on Sunday."
    assert moments(text)["attack"] == (date(2024, 12, 22), date(2024, 12, 22))


def test_a_time_without_such_a_word_stays_as_it_is():
    text = "At the onset of the crisis in April 2023, 11 million people fled."
    assert moments(text)["fled"] == (date(2023, 4, 1), date(2023, 4, 30))
