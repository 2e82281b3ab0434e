"""The same code reads one report and many: processes change nothing."""

from dataclasses import replace

import tocsin
from tocsin.records import Layers, Report
from tocsin.run import pipeline
from tocsin.run.pipeline import Manner, read_all, read_report

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


class Failing:
    """A reader with a mistake in it, as a stranger's may be."""

    stamp = "failing"

    def read(self, report):
        return [][len(report.text)]


def test_a_reader_that_fails_on_a_text_does_not_stop_the_rest(monkeypatch):
    readers = {"xx": Failing(), "en": pipeline.reader_for("en")}
    monkeypatch.setattr(pipeline, "_reader", readers.get)
    reports = [Report(text="?", language="xx"), Report(text=TEXTS[0], language="en")]
    failed, fine = read_all(reports)
    assert failed.report == reports[0]
    assert failed.problems[0].startswith("the reader failed (IndexError in read, line ")
    assert len(fine.claims) == 1


class Stranger:
    """A reader that knows nothing of single layers."""

    stamp = "stranger-1"

    def read(self, report):
        return replace(pipeline.reader_for("en").read(report), reader=self.stamp)


def test_one_layer_of_a_reader_that_reads_them_all_is_that_layer_and_no_claims(monkeypatch):
    monkeypatch.setattr(pipeline, "reader_named", {"stranger": Stranger()}.get)
    report = Report(text=TEXTS[0], language="en")
    reading = read_report(report, Manner(reader="stranger", layer="quantities"))
    assert reading.reader == "stranger-1"
    assert reading.layers == Layers(quantities=tocsin.quantities(TEXTS[0], language="en"))
    assert reading.claims == ()


def test_the_reader_that_is_asked_for_reads_whatever_the_language(monkeypatch):
    monkeypatch.setattr(pipeline, "reader_named", {"stranger": Stranger()}.get)
    report = Report(text=TEXTS[0], language="fi")
    assert read_report(report, Manner(reader="stranger")).reader == "stranger-1"


def test_one_layer_comes_from_several_processes_as_from_one():
    reports = [Report(text=text, language="en") for text in TEXTS[:2]]
    manner = Manner(layer="times")
    assert list(read_all(reports, jobs=2, manner=manner)) == list(read_all(reports, manner=manner))
