"""Quiet is not blind: what was not seen is counted and said."""

from dataclasses import replace

from show.samples import Page, a_reading, a_report

from tocsin.show.brief import compose, markdown, page
from tocsin.show.brief.page import gaps


def test_the_very_same_text_elsewhere_is_counted_as_a_report_but_not_as_a_text():
    reading = a_reading()
    other = a_report(publisher="Harbour Post")
    brief = compose([reading], copies={reading.report.id: [other]})
    assert (brief.coverage.reports, brief.coverage.texts) == (2, 1)
    assert brief.lines[0].outlets == ["Demo Wire", "Harbour Post"]


def test_what_was_not_seen_is_said_first():
    foreign = replace(a_reading(claims=(), text="Neizvestno"), reader="none")
    foreign = replace(foreign, report=replace(foreign.report, language="ru"))
    undated = a_reading("No date.", (), published=None)
    brief = compose([foreign, undated], problems=["a.pdf: no text in it"])
    assert gaps(brief) == [
        "1 report in a language without a reader (ru)",
        "1 report without a known date",
        "a.pdf: no text in it",
    ]
    assert "Not seen here" in Page(page(brief)).text
    assert "no text in it" in markdown(brief)


def test_a_report_whose_reader_failed_is_named_with_the_reason():
    failed = replace(a_reading("Text.", ()), reader="none", problems=("the model is away",))
    assert gaps(compose([failed]))[0].endswith(": the model is away")


def test_equal_problems_are_one_line_and_nobody_is_no_publisher():
    texts = [a_reading(f"Text {n}.", (), publisher=None, title=f"T{n}") for n in range(2)]
    brief = compose([replace(one, problems=("cut",)) for one in texts])
    assert brief.coverage.publishers == ()
    assert gaps(brief) == [
        "2 reports without a known publisher",
        "https://example.org/demo-wire/1 · T0, https://example.org/demo-wire/1 · T1: cut",
    ]
