"""What a newcomer does in the first five minutes works, word for word."""

import json
import os
import re
import shlex
import subprocess
import sys

import pytest
from show.running import runner

from tocsin.records import loads
from tocsin.run.demo import corpus


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def tocsin(capsys, monkeypatch, home):
    return runner(capsys, monkeypatch, home)


@pytest.fixture(scope="module")
def demo(home):
    """The words of the demo, run once; its desk stays in `home`."""
    environment = os.environ | {"XDG_DATA_HOME": str(home)}
    command = [sys.executable, "-m", "tocsin", "demo"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return ran.stdout


def pasted(demo):
    lines = [line.strip() for line in demo.split("Try next")[1].splitlines()]
    commands = [shlex.split(line) for line in lines if line and not line.startswith("#")]
    return [
        command[command.index(next(w for w in command if w in VERBS)) :] for command in commands
    ]


VERBS = ("why", "report", "claims", "search", "brief", "read", "add")


def test_the_demo_shows_figures_forecasts_copies_and_versions(demo):
    for words in ("side by side", "Forecasts", "Denied", "one origin", "takes the place"):
        assert words in demo


def test_what_the_demo_says_to_try_next_works_when_pasted(demo, tocsin, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    commands = [command for command in pasted(demo) if command[0] not in ("read", "add")]
    assert [command[0] for command in commands] == ["why", "report", "claims", "search", "brief"]
    for command in commands:
        ran = tocsin(*command)
        assert ran.code == 0, (command, ran.err)
        assert ran.out or (tmp_path / "brief.html").exists()


def test_the_demos_desk_is_not_the_users(demo, tocsin):
    assert "there is no desk at" in tocsin("claims").err


def test_read_prints_one_reading_a_report_and_nothing_else(tocsin):
    ran = tocsin("read", corpus(), "--format", "jsonl", "--limit", 3)
    readings = [loads(line) for line in ran.out.splitlines()]
    assert (ran.code, len(readings)) == (0, 3)
    for reading in readings:
        for claim in reading.claims:
            assert reading.report.text[slice(*claim.span)] == claim.quote


def test_read_shows_people_the_claims(tocsin):
    ran = tocsin("read", corpus(), "--limit", 1)
    assert "about 1,500 special forces soldiers" in ran.out
    assert "deployment" in ran.out


def test_a_text_of_ones_own_is_read_with_the_date_it_is_given(tocsin, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("The army said on Tuesday that 200 soldiers had been killed last month.")
    ran = tocsin("read", path, "--published", "2024-12-23", "--format", "jsonl")
    [reading] = [loads(line) for line in ran.out.splitlines()]
    assert reading.report.published_from == "given"
    assert {time.start.isoformat() for time in reading.layers.times} == {"2024-12-17", "2024-11-01"}


def test_adding_twice_adds_nothing_and_why_walks_back(tocsin, home):
    first = tocsin("add", corpus())
    again = tocsin("add", corpus())
    assert str(home / "tocsin" / "tocsin.db") in again.err
    assert (first.code, again.code) == (0, 0)
    assert "13 added, 1 new version, 1 known (1 seen at a new place)" in first.err
    assert "0 added, 15 known, 0 passed over: 0 new claims" in again.err
    [claim] = json.loads(tocsin("claims", "--limit", 1, "--format", "json").out)
    said = " ".join(tocsin("why", claim["id"]).out.split())
    assert " ".join(claim["quote"].split()) in re.sub("[»«]", "", said)


def test_the_doctor_finds_nothing_wrong(tocsin):
    ran = tocsin("doctor")
    assert ran.code == 0, ran.out
    assert "problem" not in ran.out
