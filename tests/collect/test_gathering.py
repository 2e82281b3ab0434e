import itertools
import json
import resource
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from collect.making import NOW, TEXT, gathered, problems_of, the_report

from tocsin.collect import gather
from tocsin.errors import InputError

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    "target",
    ["no/such/file.txt", "ftp://a.example/b", "file:///etc/passwd", "a\x00b", "x" * 5000, ""],
)
def test_a_missing_target_is_an_error_with_its_mend(target, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    if target:
        with pytest.raises(InputError):
            gather(target, now=NOW)
    else:
        assert gathered(target) == []


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(InputError, match="Permission denied"):
        gathered(tmp_path / "a.txt")


def test_reports_come_one_by_one(tmp_path):
    lines = "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(100_000))
    (tmp_path / "a.jsonl").write_text(lines)
    first = list(itertools.islice(gather(str(tmp_path / "a.jsonl"), now=NOW), 2))
    assert [item.where.rpartition(":")[2] for item in first] == ["1", "2"]


def test_the_limit_counts_reports_and_not_problems(tmp_path):
    (tmp_path / "a.json").write_text(
        json.dumps([{"x": 1}, {"text": TEXT}, {"text": TEXT}, {"text": TEXT}])
    )
    assert [item.report is not None for item in gathered(tmp_path / "a.json", limit=2)] == [
        False,
        True,
        True,
    ]
    assert gathered(tmp_path / "a.json", limit=0) == []


def test_one_broken_item_never_stops_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.bin").write_bytes(b"\x7fELF" + bytes(500))
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "e.dat").write_bytes(bytes(range(256)) * 20)
    with zipfile.ZipFile(tmp_path / "f.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    (tmp_path / "g.json").write_text("{broken")
    (tmp_path / "h.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "i.warc").write_bytes(b"WARC/1.0\r\nbroken")
    (tmp_path / "z.txt").write_text(TEXT)
    found = gathered(tmp_path)
    assert [item.report is not None for item in found] == [True, *[False] * 8, True]
    for words, item in zip(
        ["empty", "program", "image", "binary", "docx", "JSON", "PDF", "archive"],
        found[1:-1],
        strict=True,
    ):
        assert words in item.problems[0]
        assert item.where.startswith(str(tmp_path))


def test_what_the_user_gives_holds_for_every_report(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    found = gathered(tmp_path, published=NOW, publisher="Mine")
    assert {
        (r.publisher, r.published, r.published_from) for r in (item.report for item in found)
    } == {("Mine", NOW, "given")}


def test_fifty_megabytes_of_text_pass_in_sane_memory(tmp_path):
    paragraph = f"{TEXT}\n\n"
    (tmp_path / "a.txt").write_text(paragraph * (50_000_000 // len(paragraph)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report = the_report(tmp_path / "a.txt")
    assert len(report.text) > 49_000_000
    assert report.language == "en"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 700_000


def test_one_line_of_megabytes_passes(tmp_path):
    (tmp_path / "a.txt").write_text("word " * 1_000_000)
    assert len(the_report(tmp_path / "a.txt").text) > 4_000_000


def test_a_file_that_is_too_large_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.collect.gatherer.LARGEST", 100)
    (tmp_path / "a.txt").write_text(TEXT)
    assert "split it" in problems_of(gathered(tmp_path / "a.txt"))[0]


def test_gathering_twice_gives_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert gathered(tmp_path) == gathered(tmp_path)


@pytest.mark.skipif(
    not (SHARED / "weigh" / "reports").exists(), reason="the shared data are not here"
)
@pytest.mark.parametrize("folder", ["weigh/reports", "claims/reports"])
def test_real_records_gather_without_a_problem(folder):
    found = list(gather(str(SHARED / folder), now=datetime(2026, 6, 1, tzinfo=UTC)))
    assert found
    assert problems_of(found) == []
    assert all(
        item.report.published and item.report.publisher and item.report.title for item in found
    )
    assert not any(item.report.text.startswith(item.report.title + "\n") for item in found)


@pytest.mark.skipif(
    not (SHARED / "claims" / "example").exists(), reason="the shared data are not here"
)
def test_the_example_loses_its_repeated_title_and_its_notice():
    report = the_report(SHARED / "claims" / "example" / "report-2024-12-23.txt")
    assert report.title.startswith("South Korea reports detecting")
    assert report.text.startswith("Seoul: South Korea's military reported")
    assert report.text.endswith("to any potential threats.")
