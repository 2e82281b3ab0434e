"""In a shell: pipes that close early, standard input, colours, and a process that is killed."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tocsin.run.demo import corpus
from tocsin.run.desk import Desk

PROGRAM = [sys.executable, "-m", "tocsin"]


def run(*args, **options):
    options = {"capture_output": True, "text": True, "check": False} | options
    return subprocess.run([*PROGRAM, *(str(arg) for arg in args)], **options)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    assert run("add", corpus(), "--db", path).returncode == 0
    return path


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_reader_that_leaves_is_no_failure(desk, form):
    command = [*PROGRAM, "claims", "--db", str(desk), "--limit", "500", "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_standard_input_is_a_target(desk):
    ran = run("read", "-", "--format", "csv", input="Rebels seized the town of Goma on Monday.")
    assert ran.returncode == 0
    assert ran.stdout.startswith("claim,report,")


def test_a_pipe_gets_no_colour(desk):
    assert "\x1b" not in run("claims", "--db", desk).stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_one_line(jobs):
    command = [*PROGRAM, "read", str(corpus()), "--format", "jsonl", "--jobs", jobs]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, start_new_session=True, **options) as process:
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err == "tocsin: stopped; what was acknowledged is kept\n"


def test_a_killed_add_loses_nothing_that_it_acknowledged(tmp_path):
    path = tmp_path / "desk.db"
    reports = tmp_path / "many.jsonl"
    lines = corpus().read_text(encoding="utf-8").splitlines()
    again = [line.replace("soldiers", f"soldiers ({n})") for n in range(3) for line in lines]
    reports.write_text("\n".join(again), encoding="utf-8")
    command = [*PROGRAM, "add", str(reports), "--db", str(path), "--jobs", "1"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and kept(path) < 5:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    before = kept(path)
    assert before >= 5
    assert run("add", reports, "--db", path, "--jobs", "1").returncode == 0
    assert kept(path) > before


def kept(path):
    if not path.exists():
        return 0
    with Desk.open(path) as desk:
        return desk.summary().reports
