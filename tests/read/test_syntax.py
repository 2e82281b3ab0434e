"""The ground on which every reader stands."""

from tocsin.read.syntax import Document
from tocsin.records import Report


def test_a_document_is_the_whole_report():
    assert Document(Report(text="Rebels fled."), ()).text == "Rebels fled."


def test_what_is_not_read_is_not_in_the_document_but_in_the_report():
    document = Document(Report(text="Rebels fled. They may return."), (), 12)
    assert document.text == "Rebels fled."
    assert document.report.text.endswith("return.")
