"""`read` and `add` print what was read, and say in one line what was kept."""

import csv
import json

import pytest
from show.samples import TEXT, a_reading

from tocsin.records import loads
from tocsin.run.collecting import Outcome


@pytest.fixture
def readable(monkeypatch):
    outcomes = [Outcome(where="a.txt", reading=a_reading()), Outcome(where="b", problems=("no",))]
    monkeypatch.setattr("tocsin.run.collecting.read_targets", lambda *_, **__: iter(outcomes))


@pytest.mark.usefixtures("readable")
def test_json_lines_are_readings_and_nothing_else(tocsin):
    ran = tocsin("read", "x", "--format", "jsonl")
    assert [loads(line) for line in ran.out.splitlines()] == [a_reading()]
    assert "b: no" in ran.err


@pytest.mark.usefixtures("readable")
def test_json_is_one_list_of_readings(tocsin):
    assert json.loads(tocsin("read", "x", "--format", "json").out)[0]["report"]["text"] == TEXT


@pytest.mark.usefixtures("readable")
def test_csv_is_a_row_for_each_claim(tocsin):
    rows = list(csv.DictReader(tocsin("read", "x", "--format", "csv").out.splitlines()))
    assert [row["type"] for row in rows] == ["deployment", "weapons-test", "troop-movement"]


@pytest.mark.usefixtures("readable")
def test_people_see_title_publisher_and_claims(tocsin):
    said = tocsin("read", "x").out
    assert "Seoul counts 12,000 troops" in said
    assert "Demo Wire, 23 Dec 2024 · en · 3 claims" in said
    assert "by 31 Dec 2024" in said


@pytest.mark.usefixtures("readable")
def test_a_page_shows_the_reports_and_names_what_was_not_read(tocsin):
    ran = tocsin("read", "x", "--format", "html")
    assert ran.code == 0
    assert ran.out.lstrip().startswith("<!doctype html>")
    assert "Seoul counts 12,000 troops" in ran.out
    assert "b: no" in ran.out


@pytest.mark.usefixtures("readable")
@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("r.html", (), "<!doctype html>"),
        ("R.HTM", (), "<!doctype html>"),
        ("r.jsonl", (), '{"schema"'),
        ("r.json", (), "[{"),
        ("r.csv", (), "claim,"),
        ("r.txt", ("--format", "html"), "<!doctype html>"),
    ],
)
def test_the_files_name_chooses_the_form_unless_told(tocsin, tmp_path, name, options, begins):
    ran = tocsin("read", "x", "--out", tmp_path / name, *options)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begins)


@pytest.mark.usefixtures("readable")
@pytest.mark.parametrize(("name", "options"), [("r.pdf", ()), ("r.html", ("--format", "table"))])
def test_a_name_that_promises_another_form_is_refused(tocsin, tmp_path, name, options):
    ran = tocsin("read", "x", "--out", tmp_path / name, *options)
    assert ran.code == 2
    assert "written as .html, .json" in " ".join(ran.err.split())
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("readable")
def test_a_place_that_cannot_be_written_is_named(tocsin, tmp_path):
    ran = tocsin("read", "x", "--out", tmp_path / "no" / "r.html")
    assert ran.code == 1
    assert "choose another place with --out" in ran.err


def test_what_cannot_be_read_leaves_no_empty_file(tocsin, tmp_path):
    ran = tocsin("read", tmp_path / "missing.txt", "--out", tmp_path / "r.html")
    assert ran.code == 1
    assert not (tmp_path / "r.html").exists()


@pytest.mark.usefixtures("readable")
def test_add_says_what_it_did_and_where(tocsin, tmp_path):
    first = " ".join(tocsin("add", "x", "--db", tmp_path / "d.db").err.split())
    assert f"1 added, 0 known, 1 passed over: 3 new claims in {tmp_path / 'd.db'}" in first
    again = " ".join(tocsin("add", "x", "--db", tmp_path / "d.db").err.split())
    assert "0 added, 1 known, 1 passed over: 0 new claims" in again


@pytest.mark.usefixtures("readable")
def test_add_makes_the_folder_of_its_desk(tocsin, tmp_path):
    assert tocsin("add", "x", "--db", tmp_path / "new" / "folder" / "d.db").code == 0


@pytest.mark.usefixtures("readable")
def test_what_is_only_asked_prints_nothing_to_standard_output(tocsin, tmp_path):
    assert tocsin("add", "x", "--db", tmp_path / "d.db").out == ""
