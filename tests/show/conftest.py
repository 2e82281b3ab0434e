"""A desk with one reading, and a way to run a command as a user does."""

from dataclasses import dataclass

import pytest
from show.samples import a_reading

from tocsin.run.desk import Desk
from tocsin.show.cli import build
from tocsin.show.cli.guard import guarded


@dataclass
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def tocsin(capsys, monkeypatch, tmp_path):
    monkeypatch.delenv("TOCSIN_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*args):
        code = guarded(lambda: build()([str(arg) for arg in args]))
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.db"
    with Desk.open(path) as opened:
        opened.add(a_reading())
    return path
