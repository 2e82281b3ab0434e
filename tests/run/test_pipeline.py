"""The same code reads one report and many: processes change nothing."""

import tocsin
from tocsin.records import Report
from tocsin.run.pipeline import read_all, read_report

TEXTS = [f"The army said {n} soldiers were killed in Kursk on Monday." for n in (5, 12, 300, 4000)]


def test_several_processes_give_what_one_gives_in_the_same_order():
    reports = [Report(text=text, language="en") for text in TEXTS]
    assert list(read_all(reports, jobs=2)) == list(read_all(reports, jobs=1))


def test_a_language_without_a_reader_is_kept_and_named():
    reading = read_report(Report(text="Viisi ihmistä kuoli.", language="fi"))
    assert reading.report.language == "fi"
    assert reading.claims == ()
    assert reading.problems == ("no reader for the language 'fi': kept unread",)


def test_a_reading_made_alone_equals_one_made_in_a_batch():
    report = Report(text=TEXTS[0], language="en")
    assert tocsin.read(TEXTS[0], language="en") == next(read_all([report]))
