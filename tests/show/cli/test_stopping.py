"""Ctrl-C ends a program that starts with one line, and is nowhere lost."""

import importlib
import signal
import subprocess
import sys
import time

import pytest

from tocsin.show.cli import main, stopping

# Longer than any machine takes to raise again what was put off.
LONG = 30


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def ctrl_c():
    signal.raise_signal(signal.SIGINT)


def waiting(act):
    act()
    time.sleep(LONG)


def test_ctrl_c_while_the_program_starts_is_one_line():
    code = "import signal; from tocsin.show.cli import stopping as s; s.end_at_once(); "
    code += "signal.raise_signal(signal.SIGINT); print('still here')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (130, "")
    assert ran.stderr == "tocsin: stopped; what was acknowledged is kept\n"


def test_a_start_that_is_stopped_ends_though_nobody_can_be_told(monkeypatch):
    def ended(code):
        raise SystemExit(code)

    def closed(*_):
        raise OSError

    monkeypatch.setattr("os._exit", ended)
    monkeypatch.setattr("os.write", closed)
    stopping.end_at_once()
    with pytest.raises(SystemExit, match="130"):
        ctrl_c()


def test_until_it_is_answered_nothing_slow_is_loaded():
    code = "import sys, tocsin.show.cli; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"typer", "typing", "dataclasses", "re"} & set(ran.stdout.split())


def test_ctrl_c_in_a_command_is_raised_at_once():
    stopping.interrupt()
    with pytest.raises(KeyboardInterrupt):
        ctrl_c()


def test_ctrl_c_in_an_import_is_raised_after_it(tmp_path, monkeypatch):
    source = "import signal\nsignal.raise_signal(signal.SIGINT)\nWHOLE = True\n"
    (tmp_path / "imported_while_stopped.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    stopping.interrupt()
    with pytest.raises(KeyboardInterrupt):
        waiting(lambda: importlib.import_module("imported_while_stopped"))
    assert sys.modules.pop("imported_while_stopped").WHOLE


class Dropping:
    """Drops whatever is raised when it goes, as callbacks of the interpreter do."""

    def __init__(self, act):
        self._act = act

    def __del__(self):
        self._act()


def test_ctrl_c_that_a_callback_drops_is_raised_again(capsys):
    stopping.interrupt()
    with pytest.raises(KeyboardInterrupt):
        waiting(lambda: Dropping(ctrl_c))
    assert capsys.readouterr().err == ""


def test_another_error_that_a_callback_drops_is_told(capsys):
    stopping.interrupt()
    Dropping(lambda: 1 / 0)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_program_that_was_started_deaf_to_ctrl_c_stays_so():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stopping.interrupt()
    ctrl_c()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.parametrize(("end", "code"), [(lambda: 2, 2), (ctrl_c, 130)])
def test_at_the_end_ctrl_c_is_the_systems(monkeypatch, end, code):
    monkeypatch.setattr("tocsin.show.cli.program.run", end)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL


def test_a_thread_of_another_program_changes_no_answer():
    import threading

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=stopping.interrupt)
    thread.start()
    thread.join()
    assert signal.getsignal(signal.SIGINT) is before
