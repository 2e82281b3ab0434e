"""Claims are listed for people and for programs, and the filters narrow them."""

import csv
import json

import pytest
from show.samples import a_claim, a_reading

from tocsin.run.desk import Desk


def test_people_see_the_words_who_says_so_and_the_id(tocsin, desk):
    ran = tocsin("claims", "--db", desk)
    assert ran.code == 0
    assert "“about 12,000 North Korean troops were in Russia”" in ran.out
    assert "South Korean military · ≈ 12,000 troops" in ran.out
    assert a_reading().claims[0].id in ran.out
    assert "3 claims" in ran.out


def test_json_lines_hold_a_claim_each_with_its_report(tocsin, desk):
    lines = [
        json.loads(line) for line in tocsin("claims", "--db", desk, "-f", "jsonl").out.splitlines()
    ]
    assert [line["id"] for line in lines] == [claim.id for claim in a_reading().claims]
    assert lines[0]["report"]["publisher"] == "Demo Wire"
    assert "text" not in lines[0]["report"]


def test_json_is_one_list(tocsin, desk):
    assert len(json.loads(tocsin("claims", "--db", desk, "-f", "json").out)) == 3


def test_csv_has_a_header_and_a_row_each(tocsin, desk):
    rows = list(csv.DictReader(tocsin("claims", "--db", desk, "-f", "csv").out.splitlines()))
    assert [row["low"] for row in rows] == ["12000", "", ""]
    assert rows[1]["deadline"] == "2024-12-31"


def test_csv_of_a_hostile_quote_is_no_formula(tocsin, tmp_path):
    text = "=cmd|' /C calc'!A0 attacked"
    with Desk.open(tmp_path / "x.db") as desk:
        desk.add(a_reading(text, (a_claim(text, text, "attacked", "attack"),)))
    [row] = csv.DictReader(
        tocsin("claims", "--db", tmp_path / "x.db", "-f", "csv").out.splitlines()
    )
    assert row["quote"] == f"'{text}"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--type", "weapons-test"), 1),
        (("--status", "predicted"), 1),
        (("--status", "Forecast"), 1),
        (("--source", "russia"), 1),
        (("--place", "kursk"), 1),
        (("--country", "ru"), 1),
        (("--text", "missile"), 1),
        (("--since", "2024-12-23", "--until", "2024-12-23"), 3),
        (("--since", "2024-12-24"), 0),
        (("--until", "2024-12-22"), 0),
        (("--limit", "2"), 2),
        (("--report", a_reading().report.id[:12]), 3),
    ],
)
def test_filters_narrow_the_list(tocsin, desk, filters, count):
    ran = tocsin("claims", "--db", desk, "-f", "jsonl", *filters)
    assert (ran.code, len(ran.out.splitlines())) == (0, count)


def test_an_empty_list_says_so_on_standard_error_only(tocsin, desk):
    ran = tocsin("claims", "--db", desk, "--type", "coup")
    assert (ran.code, ran.out) == (0, "")
    assert "No claim is kept that fits" in ran.err


def test_a_desk_that_is_not_there_is_not_made(tocsin, tmp_path):
    ran = tocsin("claims", "--db", tmp_path / "none.db")
    assert ran.code == 1
    assert "there is no desk at" in ran.err
    assert "tocsin add" in ran.err
    assert not (tmp_path / "none.db").exists()


def test_the_default_desk_lies_in_the_data_folder(tocsin, tmp_path):
    assert str(tmp_path / "data" / "tocsin" / "tocsin.db") in tocsin("claims").err


def test_the_environment_names_a_desk(tocsin, desk, monkeypatch):
    monkeypatch.setenv("TOCSIN_DB", str(desk))
    assert tocsin("claims").code == 0
