"""Runs a command in this process as a user's shell would."""

from dataclasses import dataclass

from tocsin.show.cli.guard import guarded
from tocsin.show.cli.program import build


@dataclass
class Ran:
    code: int
    out: str
    err: str


def runner(capsys, monkeypatch, home):
    """Return a function that runs `tocsin` with its arguments, with a data folder of its own."""
    monkeypatch.delenv("TOCSIN_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.setattr("sys.platform", "linux")

    def run(*args):
        code = guarded(lambda: build()([str(arg) for arg in args]))
        return Ran(code, *capsys.readouterr())

    return run
