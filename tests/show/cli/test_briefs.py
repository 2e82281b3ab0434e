"""`tocsin brief` writes what the desk holds, as Markdown or as a page."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from show.samples import a_reading

from tocsin.run.desk import Desk


def test_markdown_goes_to_standard_output(tocsin, desk):
    ran = tocsin("brief", "--db", desk)
    assert ran.code == 0
    assert ran.out.startswith("# What 1 report says")
    assert "## Forecasts" in ran.out


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("b.html", (), "<!doctype html>"),
        ("b.md", (), "# "),
        ("b.txt", ("--format", "html"), "<!doctype html>"),
    ],
)
def test_the_files_name_chooses_the_form_unless_told(tocsin, desk, tmp_path, name, options, begins):
    ran = tocsin("brief", "--db", desk, "--out", tmp_path / name, *options)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / name).read_text().lower().lstrip().startswith(begins)


def test_filters_narrow_the_lines_but_not_the_coverage(tocsin, desk):
    said = tocsin("brief", "--db", desk, "--status", "predicted").out
    assert "status: predicted" in said
    assert "1 report," in said
    assert "1 line from" in said


def test_a_period_without_reports_says_that_nothing_is_known(tocsin, desk):
    assert "Nothing to report" in tocsin("brief", "--db", desk, "--since", "2025-01-01").out


def test_copies_are_named_and_counted_once(tocsin, desk):
    copy = a_reading(publisher="Harbour Post", url="https://example.org/h")
    with Desk.open(desk) as opened:
        opened.add(copy)
    said = tocsin("brief", "--db", desk).out
    assert "2 reports, 1 different text, 2 publishers, 3 lines from 3 claims" in said
    assert "and 1 more with the same words" in said


def test_what_was_passed_over_is_named(tocsin, desk):
    with Desk.open(desk) as opened:
        opened.pass_over("scan.pdf", "no text in it")
    assert "scan.pdf: no text in it" in tocsin("brief", "--db", desk).out


def test_reports_without_claims_are_counted_too(tocsin, desk):
    with Desk.open(desk) as opened:
        later = datetime(2024, 12, 24, tzinfo=UTC)
        opened.add(
            a_reading("Nothing of note.", (), publisher="Quiet Post", url=None, published=later)
        )
    assert "2 reports, 2 different texts, 2 publishers" in tocsin("brief", "--db", desk).out


def test_a_place_that_cannot_be_written_is_named(tocsin, desk, tmp_path):
    ran = tocsin("brief", "--db", desk, "--out", tmp_path / "no" / "b.md")
    assert ran.code == 1
    assert "choose another place with --out" in ran.err


def test_what_a_reader_could_not_read_in_a_report_is_named_with_it(tocsin, desk):
    odd = replace(a_reading("Odd.", (), url=None, title="Odd text"), problems=("a long sentence",))
    with Desk.open(desk) as opened:
        opened.add(odd)
    assert "Demo Wire · Odd text: a long sentence" in tocsin("brief", "--db", desk).out


def test_a_name_that_promises_another_form_is_refused(tocsin, desk, tmp_path):
    out = tmp_path / "brief.pdf"
    done = tocsin("brief", "--db", desk, "--out", out)
    assert done.code == 2
    assert "written as .html or .md" in done.err
    assert not out.exists()
