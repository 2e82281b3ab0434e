"""Bad input ends in clear words; the rest of a batch goes on."""

import pytest

from tocsin.records import loads
from tocsin.run.demo import corpus


@pytest.fixture
def bad(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "program.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "good.txt").write_text("The army shelled the town on Monday, killing 12 people.")
    return folder


def test_a_file_that_is_not_there_is_a_failure_in_one_line(tocsin, tmp_path):
    ran = tocsin("read", tmp_path / "none.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "none.txt" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["empty.txt", "program.txt"])
def test_a_file_without_text_says_so(tocsin, bad, name):
    ran = tocsin("read", bad / name)
    assert (ran.code, ran.out) == (1, "")
    assert name in ran.err


def test_the_rest_of_a_batch_goes_on(tocsin, bad):
    ran = tocsin("read", bad, "--format", "jsonl", "--published", "2024-12-23")
    assert ran.code == 0
    assert [loads(line).report.file for line in ran.out.splitlines()] == ["good.txt"]
    assert "empty.txt" in ran.err
    assert "program.txt" in ran.err


def test_what_was_passed_over_is_kept_and_told_in_the_brief(tocsin, bad):
    assert "2 passed over" in tocsin("add", bad).err
    assert "empty.txt" in tocsin("brief").out


def test_a_folder_without_reports_is_a_failure(tocsin, tmp_path):
    (tmp_path / "nothing").mkdir()
    assert tocsin("read", tmp_path / "nothing").code == 1


def test_a_language_without_a_reader_is_kept_and_named(tocsin, tmp_path):
    path = tmp_path / "ru.txt"
    path.write_text("Министерство обороны сообщило, что войска отведены от границы. " * 5)
    ran = tocsin("add", path)
    assert ran.code == 0
    assert "no reader for the language" in ran.err
    assert "in a language without a reader" in tocsin("brief").out


@pytest.mark.parametrize(
    "text", ["‏الجيش قال إن القوات انسحبت", "军方表示部队已经撤离。", "\ud800 army"]
)
def test_text_of_any_script_is_read_or_named_never_a_crash(tocsin, tmp_path, text):
    path = tmp_path / "x.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    ran = tocsin("read", path, "--format", "jsonl")
    assert ran.code in (0, 1)
    assert "unforeseen" not in ran.err


@pytest.mark.parametrize("when", ["1900-01-01", "2100-12-31"])
def test_far_dates_are_only_dates(tocsin, bad, when):
    ran = tocsin("read", bad / "good.txt", "--published", when, "--format", "jsonl")
    assert loads(ran.out).report.published.date().isoformat() == when


def test_a_desk_that_is_no_database_is_named(tocsin, bad):
    ran = tocsin("claims", "--db", bad / "good.txt")
    assert ran.code == 1
    assert "good.txt" in ran.err


def test_a_desk_in_a_place_that_cannot_be_made_is_named(tocsin, bad):
    ran = tocsin("add", corpus(), "--db", bad / "good.txt" / "x.db", "--limit", 1)
    assert ran.code == 1
    assert "--db" in ran.err
