"""The demo picks what shows the most, and names the program as it was called."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from show.samples import TEXT, a_claim, a_reading, a_report

from tocsin.run.collecting import Outcome
from tocsin.show.brief import compose
from tocsin.show.cli import tour


def test_forecasts_that_fall_due_come_alone():
    [line] = tour.due(compose([a_reading()]))
    assert line.claim.deadline


def test_denials_of_what_was_only_supposed_are_left_out():
    supposed = a_claim(TEXT, "had entered", "entered", status="hypothetical", polarity="denied")
    made = compose([a_reading(TEXT, (*a_reading().claims, supposed))])
    assert [line.claim.status for line in tour.denied(made)] == ["occurred"]


def test_copies_are_told_once_for_each_pair():
    reading = a_reading()
    shortened = replace(
        a_reading(TEXT + " ", publisher="Meridian Daily", url="https://example.org/m"),
    )
    later = replace(shortened.report, published=datetime(2024, 12, 24, tzinfo=UTC))
    made = compose(
        [reading, replace(shortened, report=later)],
        copies={reading.report.id: [a_report(publisher="Harbour Post")]},
    )
    assert tour.copies(made) == [
        "Harbour Post carries the same text as Demo Wire (3 claims): one origin.",
        "Meridian Daily carries the same words as Demo Wire (3 claims): one origin.",
    ]


def december(day):
    return datetime(2024, 12, day, tzinfo=UTC)


@pytest.fixture
def readable(monkeypatch):
    """A demo whose reports are read already: a text, two copies of it, and a later version."""
    first, denial = a_reading(), a_claim(TEXT[:91], "were in Russia", "were in", polarity="denied")
    readings = [
        first,
        replace(first, report=a_report(publisher="Harbour Post", url="https://example.org/h")),
        a_reading(TEXT + " ", publisher="Meridian Daily", url="https://example.org/m"),
        a_reading(TEXT[:91], (denial,), url="https://example.org/m", publisher="Meridian Daily"),
        a_reading(
            TEXT + "\n", first.claims, publisher="Capital Ledger", url="https://example.org/c"
        ),
    ]
    readings = [
        replace(reading, report=replace(reading.report, published=day))
        for reading, day in zip(readings, map(december, range(23, 28)), strict=True)
    ]
    outcomes = [Outcome(where=f"{n}", reading=reading) for n, reading in enumerate(readings)]
    monkeypatch.setattr("tocsin.run.collecting.read_targets", lambda *_, **__: iter(outcomes))


@pytest.mark.usefixtures("readable")
def test_the_demo_shows_each_of_its_points_and_what_to_try_next(tocsin, tmp_path):
    ran = tocsin("demo", "--db", tmp_path / "demo.db")
    assert ran.code == 0, ran.err
    for words in (
        "Figures for deployment, side by side",
        "Forecasts with the day by which they come true or not",
        "Denied",
        "carries the same text as",
        "carries the same words as",
        "takes the place of",
        "Try next",
    ):
        assert words in ran.out, ran.out
    assert f"--db {tmp_path / 'demo.db'}" in ran.out


def test_the_program_is_named_as_it_was_called(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", [".venv/bin/tocsin", "demo"])
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert tour.program() == ".venv/bin/tocsin"
    monkeypatch.setattr(sys, "argv", ["/x/tocsin/__main__.py"])
    assert tour.program() == f"{sys.executable} -m tocsin"
    path = tmp_path / "tocsin"
    monkeypatch.setattr(sys, "argv", [str(path)])
    monkeypatch.setattr("shutil.which", lambda _: str(path))
    assert tour.program() == "tocsin"


def test_the_demos_desk_lies_beside_the_default_one(monkeypatch, tmp_path):
    monkeypatch.setattr("tocsin.show.cli.options.default_db", lambda: str(tmp_path / "tocsin.db"))
    assert Path(tour.demo_db()) == tmp_path / "demo.db"
