"""Targets become readings; every problem is remembered, and told at the end."""

import pytest
from show.samples import a_reading

from tocsin.run.collecting import Outcome
from tocsin.show.cli.targets import MANY, TOLD, Intake, jobs_for


@pytest.fixture
def intake(monkeypatch):
    def made(*outcomes):
        monkeypatch.setattr("tocsin.run.collecting.read_targets", lambda *_, **__: iter(outcomes))
        return Intake(["x"])

    return made


def test_what_could_be_read_is_yielded_and_what_not_is_named(intake, capsys):
    found = intake(
        Outcome(where="a.txt", reading=a_reading(), problems=("odd date",)),
        Outcome(where="b.txt", problems=("empty",)),
    )
    assert list(found.readings()) == [a_reading()]
    assert found.passed_over == [("b.txt", "empty")]
    assert found.code == 0
    found.tell()
    assert capsys.readouterr().err.splitlines() == ["! b.txt: empty", "! a.txt: odd date"]


def test_no_report_at_all_is_a_failure(intake, capsys):
    found = intake()
    assert list(found.readings()) == []
    assert found.code == 1
    found.tell()
    assert "no report was found there" in capsys.readouterr().err


def test_many_problems_are_counted(intake, capsys):
    found = intake(
        *[Outcome(where=f"{n}.txt", problems=(f"line {n} is cut",)) for n in range(TOLD + 5)]
    )
    list(found.readings())
    found.tell()
    assert "… and 5 more problems" in capsys.readouterr().err


def test_what_gave_no_report_is_told_before_what_was_noted_of_the_others(intake, capsys):
    undated = [
        Outcome(where=f"{n}.txt", reading=a_reading(), problems=("undated",)) for n in range(5)
    ]
    found = intake(*undated, Outcome(where="z.txt", problems=("empty",)))
    list(found.readings())
    found.tell()
    assert capsys.readouterr().err.splitlines() == [
        "! z.txt: empty",
        "! 0.txt, 1.txt, 2.txt and 2 more: undated",
    ]


def test_a_report_that_is_kept_already_is_no_failure(intake, capsys):
    found = intake(Outcome(where="a.txt", known=True))
    assert list(found.readings()) == []
    found.tell()
    assert (found.known, found.code, capsys.readouterr().err) == (1, 0, "")


def test_little_text_is_read_in_one_process_and_much_on_every_core(tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    small, large = tmp_path / "small.txt", tmp_path / "more" / "large.txt"
    small.write_text("few words")
    large.parent.mkdir()
    large.write_bytes(b" " * (MANY + 1))
    assert jobs_for([str(small), "https://example.org/", "-"]) == 1
    assert jobs_for([str(large)]) == 8
    assert jobs_for([str(large.parent)]) == 8


def test_a_number_of_processes_that_is_given_is_kept():
    assert Intake(["x"], jobs=3)._jobs == 3
