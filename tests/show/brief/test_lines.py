"""The same words are told once, with all who carry them."""

from dataclasses import replace
from datetime import UTC, datetime

from show.samples import TEXT, a_reading

from tocsin.show.brief import compose


def test_equal_words_in_several_reports_are_one_line_that_names_them_all():
    copy = a_reading(TEXT + " ", publisher="Harbour Post", url="https://example.org/h")
    later = replace(copy.report, published=datetime(2024, 12, 24, tzinfo=UTC))
    brief = compose([replace(copy, report=later), a_reading()])
    assert len(brief.lines) == 3
    assert all(line.outlets == ["Demo Wire", "Harbour Post"] for line in brief.lines)
    assert brief.coverage.texts == 2
