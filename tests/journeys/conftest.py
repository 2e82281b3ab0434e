"""Journeys run the real program, with the real model, on the bundled reports and on bad input."""

import pytest
from show.running import runner


@pytest.fixture
def tocsin(capsys, monkeypatch, tmp_path):
    return runner(capsys, monkeypatch, tmp_path / "data")
