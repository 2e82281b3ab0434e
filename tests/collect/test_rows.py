import json

import pytest
from collect.making import TEXT, gathered, problems_of, the_report

RECORD = {
    "text": TEXT,
    "title": "Troops leave",
    "published": "2024-12-23",
    "publisher": "Example News",
    "url": "https://example.org/1",
}


def saved(tmp_path, value, name="a.json"):
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def test_every_field_of_a_record_is_taken(tmp_path):
    record = {**RECORD, "byline": ["Jane Smith", "John Doe"], "language": "de", "licence": {"x": 1}}
    report = the_report(saved(tmp_path, record))
    assert (report.title, report.publisher, report.url) == (
        "Troops leave",
        "Example News",
        "https://example.org/1",
    )
    assert (report.byline, report.file, report.text) == ("Jane Smith, John Doe", "a.json", TEXT)
    assert report.published.isoformat() == "2024-12-23T00:00:00+00:00"
    assert report.published_from == "metadata"


@pytest.mark.parametrize(
    "wrapped", [lambda r: [r, r], lambda r: {"reports": [r, r]}, lambda r: {"items": [r, r]}]
)
def test_a_file_may_hold_a_list(tmp_path, wrapped):
    found = gathered(saved(tmp_path, wrapped(RECORD)))
    assert [item.report.text for item in found] == [TEXT, TEXT]
    assert [item.where.rpartition("#")[2] for item in found] == ["1", "2"]


def test_a_record_without_text_is_said_and_the_rest_goes_on(tmp_path):
    broken = [{"title": "x"}, {"text": 5}, {"text": " "}, "words", RECORD]
    found = gathered(saved(tmp_path, broken))
    assert [item.report is not None for item in found] == [False, False, False, False, True]
    assert "has no `text`" in found[0].problems[0]
    assert "not a string" in found[1].problems[0]
    assert "empty" in found[2].problems[0]
    assert "record 4" in found[3].problems[0]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("[]", "no records"),
        ("[1]", "not an object"),
        ('{"a": 1}', "has no `text`"),
        ("{oops", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('"words"', "not a record"),
        ('{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_record_is_said(tmp_path, value, words):
    found = gathered(saved(tmp_path, value))
    assert all(item.report is None for item in found)
    assert words in problems_of(found)[0]


def test_a_broken_line_is_named_by_its_number(tmp_path):
    lines = [json.dumps(RECORD), '{"text": "cut', "", "[1]", json.dumps(RECORD)]
    found = gathered(saved(tmp_path, "\n".join(lines), "a.jsonl"))
    assert [item.where.rpartition(":")[2] for item in found] == ["1", "2", "4", "5"]
    assert "line 2 is not JSON" in found[1].problems[0]
    assert "line 4 is not a record" in found[2].problems[0]
    assert [item.report is not None for item in found] == [True, False, False, True]


def test_lines_are_read_as_lines_whatever_the_name(tmp_path):
    broken_first = '{"text": oops}\n' + json.dumps(RECORD) + "\n" + json.dumps(RECORD)
    found = gathered(saved(tmp_path, broken_first))
    assert [item.report is not None for item in found] == [False, True, True]


def test_lone_surrogates_become_the_replacement_character(tmp_path):
    report = the_report(
        saved(tmp_path, '{"text": "Troops \\ud800 have left, they said.", "title": "a\\udfff"}')
    )
    assert report.text == "Troops \ufffd have left, they said."
    assert report.title == "a\ufffd"


def test_nul_bytes_are_passed_over(tmp_path):
    report = the_report(saved(tmp_path, '{"text": "Troops\\u0000 have left."}'))
    assert report.text == "Troops have left."


def test_nul_lines_of_a_disk_that_was_full_are_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(RECORD).encode() + b"\n" + b"\x00" * 30 + b"\n")
    assert the_report(path).text == TEXT


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("1900-01-01", "before 1990"),
        ("2100-01-01", "future"),
        ("some day", "could not be read"),
        (0, "could not be read"),
    ],
)
def test_a_date_that_cannot_be_is_left_out_and_said(tmp_path, published, words):
    found = gathered(saved(tmp_path, {**RECORD, "published": published}))
    assert found[0].report.published is None
    assert found[0].report.published_from is None
    assert words in found[0].problems[0]


@pytest.mark.parametrize("published", [None, "", " ", True, {"a": 1}])
def test_no_date_is_no_problem(tmp_path, published):
    found = gathered(saved(tmp_path, {**RECORD, "published": published}))
    assert found[0].report.published is None
    assert found[0].problems == ()


def test_a_record_in_another_encoding_is_read(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({"text": "Москва, 서울"}, ensure_ascii=False).encode("utf-16"))
    assert the_report(path).text == "Москва, 서울"


def test_a_line_of_more_than_64_megabytes_is_said_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.collect.rows.LONGEST_LINE", 1000)
    monkeypatch.setattr("tocsin.collect.gatherer.LONGEST_LINE", 1000)
    long = json.dumps({"text": "a" * 5000})
    found = gathered(saved(tmp_path, f"{long}\n{json.dumps(RECORD)}\n", "a.jsonl"))
    assert "line 1 is longer" in found[0].problems[0]
    assert found[1].report.text == TEXT
    assert len(found) == 2


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_table_holds_a_report_in_each_row(tmp_path, sign):
    rows = [
        ["Title", "text", "published", "publisher"],
        ["Troops leave", f'"{TEXT}"', "2024-12-23", "Example News"],
        ["", "", "", ""],
        ["Later", '"The army said ""no"".\nNobody left."', "", ""],
    ]
    table = "\r\n".join(sign.join(row) for row in rows)
    first, last = gathered(saved(tmp_path, table, "reports.csv"))
    assert (first.report.text, first.report.title) == (TEXT, "Troops leave")
    assert first.report.published.isoformat() == "2024-12-23T00:00:00+00:00"
    assert first.report.publisher == "Example News"
    assert last.report.text == 'The army said "no".\nNobody left.'
    assert last.where.endswith("reports.csv#3")


def test_a_row_without_a_text_and_a_table_that_is_broken_are_problems(tmp_path):
    [problem] = problems_of(gathered(saved(tmp_path, "title,text\nA,\n", "a.csv")))
    assert problem == "the record has no `text`"
    endless = f'title,text\nA,"{"b" * 200_000}'
    [problem] = problems_of(gathered(saved(tmp_path, endless, "b.csv")))
    assert problem.startswith("a cell behind line 1 has no end")


@pytest.mark.parametrize(
    "text",
    ["Text, title and by whom: the army said no.", "text\nalone", "In this text, published today,"],
)
def test_prose_is_no_table(tmp_path, text):
    assert the_report(saved(tmp_path, text, "a.txt")).text.startswith(text[:4])
