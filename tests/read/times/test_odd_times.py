"""Odd text is never an exception, and what comes out is always whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.times.conftest import ENGLISH, document

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
