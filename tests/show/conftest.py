"""A desk with one reading, and a way to run a command as a user does."""

import pytest
from show.running import runner
from show.samples import a_reading

from tocsin.run.desk import Desk


@pytest.fixture
def tocsin(capsys, monkeypatch, tmp_path):
    return runner(capsys, monkeypatch, tmp_path / "data")


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.db"
    with Desk.open(path) as opened:
        opened.add(a_reading())
    return path
