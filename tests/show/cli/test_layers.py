"""`times`, `quantities` and `places` print one layer, for people and for programs."""

import csv
import json

import pytest

TEXT = "Rebels seized Goma last month and about 1,100 soldiers fled to Kenya, the army said."


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": TEXT, "published": "2024-12-23", "language": "en"}))
    return path


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("times", ["last month"]),
        ("quantities", ["about 1,100"]),
        ("places", ["Goma", "Kenya"]),
    ],
)
def test_a_layer_is_one_line_for_each_thing_with_its_file_and_span(tocsin, report, command, words):
    found = lines(tocsin(command, report, "--format", "jsonl"))
    assert [line["text"] for line in found] == words
    assert [TEXT[slice(*line["span"])] for line in found] == words
    assert {line["file"] for line in found} == {"a.json"}


def test_a_time_has_its_value_and_its_days(tocsin, report):
    (found,) = lines(tocsin("times", report, "-f", "jsonl"))
    assert (found["type"], found["value"], found["mod"]) == ("DATE", "2024-11", None)
    assert (found["start"], found["end"]) == ("2024-11-01", "2024-11-30")


def test_a_figure_has_its_bounds_and_what_it_counts(tocsin, report):
    (found,) = lines(tocsin("quantities", report, "-f", "jsonl"))
    assert (found["low"], found["best"], found["bound"]) == (1100, 1100, "about")
    assert (found["of"], found["unit"]) == ("soldiers", None)


def test_a_place_has_its_point_and_its_number(tocsin, report):
    goma, _ = lines(tocsin("places", report, "-f", "jsonl"))
    assert (goma["country"], goma["precision"], goma["geonames"]) == ("CD", "city", 216281)


@pytest.mark.parametrize("command", ["times", "quantities", "places"])
def test_a_layer_looks_as_it_did(tocsin, report, snapshot, command):
    ran = tocsin(command, report)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


def test_a_layer_goes_into_a_spreadsheet(tocsin, report):
    (row,) = csv.DictReader(tocsin("quantities", report, "-f", "csv").out.splitlines())
    assert (row["file"], row["span"], row["low"]) == ("a.json", "34:45", "1100")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_figure_tells_programs_whether_it_is_a_change(tocsin, tmp_path, form):
    path = tmp_path / "a.txt"
    path.write_text("Exports rose 12 percent, and 300 ships sailed.")
    out = tocsin("quantities", path, "-f", form).out
    rows = csv.DictReader(out.splitlines()) if form == "csv" else map(json.loads, out.splitlines())
    assert [row["change"] or None for row in rows] == ["up", None]


def test_a_figure_tells_people_whether_it_is_a_change(tocsin, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Exports fell 12 percent.")
    assert "down" in tocsin("quantities", path).out


def test_a_layer_is_one_list_in_json(tocsin, report):
    assert [place["name"] for place in json.loads(tocsin("places", report, "-f", "json").out)] == [
        "Goma",
        "Kenya",
    ]


def test_only_times_ask_when_a_text_was_published(tocsin, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert "no publication time" in tocsin("times", path).err
    assert tocsin("places", path).err == ""


def test_a_text_without_the_layer_says_so_to_people_and_nothing_to_programs(tocsin, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The army said that the rebels had fled and that it was calm.")
    assert "No places were found." in tocsin("places", path).err
    assert tocsin("places", path, "-f", "jsonl").out == ""


def test_standard_input_is_read(tocsin, monkeypatch):
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TEXT.encode())))
    assert [line["text"] for line in lines(tocsin("places", "-", "-f", "jsonl"))] == [
        "Goma",
        "Kenya",
    ]


def test_a_reader_that_is_not_there_is_named_with_those_that_are(tocsin, report):
    ran = tocsin("read", report, "--reader", "nobody")
    assert ran.code == 1
    assert "no reader called 'nobody': known are en" in ran.err
