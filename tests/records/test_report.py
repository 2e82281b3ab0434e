"""A report and a reading hold their own laws."""

from datetime import UTC, datetime

import pytest
from builders import a_claim, a_reading, a_report

from tocsin.records import Report


def test_the_same_text_has_the_same_id_wherever_it_stands():
    assert a_report(publisher="A", url="https://a.example").id == a_report(publisher="B").id
    assert a_report("Another text.").id != a_report().id


def test_a_naive_time_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Report(text="x", published=datetime(2024, 1, 1))


def test_an_aware_time_is_kept():
    when = datetime(2024, 1, 1, tzinfo=UTC)
    assert Report(text="x", published=when).published == when


def test_a_lone_surrogate_is_mended_one_for_one():
    report = Report(text="a\ud800b", title="\udfff")
    assert report.text == "a\ufffdb"
    assert report.title == "\ufffd"


def test_a_quote_that_is_not_the_text_is_refused():
    claim = a_claim()
    with pytest.raises(ValueError, match="the quote is not the text"):
        a_reading(a_claim(span=(claim.span[0] + 1, claim.span[1])))
