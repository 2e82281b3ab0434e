"""Every way to fail ends in one line and an exit code."""

import errno
import re
import sys
from pathlib import Path

import pytest

from tocsin.errors import InputError
from tocsin.show.cli.guard import guarded, open_streams
from tocsin.show.cli.screen import emit


def raising(error):
    def command():
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (InputError("a.txt is empty: give a file with text"), 1, "a.txt is empty"),
        (KeyboardInterrupt(), 130, "what was acknowledged is kept"),
        (MemoryError(), 1, "fewer --jobs"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "free some space"),
        (PermissionError(errno.EACCES, "Permission denied", "/x/y"), 1, "/x/y"),
    ],
)
def test_a_failure_is_one_line_with_the_mend(error, code, words, capsys):
    assert guarded(raising(error)) == code
    told = capsys.readouterr().err
    assert told.startswith("tocsin: ")
    assert told.count("\n") == 1
    assert words in told


def test_the_unforeseen_goes_to_a_file_and_says_how_to_report_it(capsys):
    assert guarded(raising(RuntimeError("surprise"))) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "report it" in told
    path = Path(re.search(r"in (\S+\.log)", told)[1])
    assert "surprise" in path.read_text()
    path.unlink()


def test_a_message_cannot_move_the_cursor(capsys):
    guarded(raising(InputError("bad name \x1b[2J\nhere")))
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("code", [0, 1, 2])
def test_an_exit_keeps_its_code(code):
    assert guarded(raising(SystemExit(code))) == code


class Closed:
    """A standard output whose reader has left, or whose disk is full."""

    def __init__(self, error):
        self.error = error

    def write(self, _):
        raise self.error

    def flush(self):
        raise self.error

    def fileno(self):
        raise ValueError("no file")


def test_a_reader_that_left_is_no_failure(monkeypatch):
    monkeypatch.setattr("sys.stdout", Closed(BrokenPipeError()))
    assert guarded(lambda: None) == 0
    assert guarded(lambda: emit("words")) == 0


def test_a_full_disk_is_a_failure_even_at_the_last_moment(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", Closed(OSError(errno.ENOSPC, "No space left on device")))
    assert guarded(lambda: None) == 1
    assert "free some space" in capsys.readouterr().err


def test_the_unforeseen_on_a_full_disk_is_still_one_line(monkeypatch, capsys):
    def full(**_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    assert guarded(raising(RuntimeError("surprise"))) == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_command_that_ends_well_is_zero():
    assert guarded(lambda: None) == 0


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_what_is_said_to_a_closed_stream_is_lost_in_peace(name, monkeypatch):
    monkeypatch.setattr(f"sys.{name}", None)
    open_streams()
    with getattr(sys, name) as stream:
        assert guarded(lambda: print("a", file=stream)) == 0


def test_nothing_comes_from_a_closed_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    open_streams()
    with sys.stdin as stream:
        assert stream.buffer.read() == b""
