"""A new store on each database, under a clock that moves an hour with every look."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tocsin.keep.store import Store


class Clock:
    def __init__(self):
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "desk.db"
    Store.open(path, clock=Clock()).close()
    return path


@pytest.fixture
def place(empty, tmp_path):
    # Making the tables takes long; a copy of a new desk is a new desk.
    return shutil.copy(empty, tmp_path / "desk.db")


@pytest.fixture
def anywhere(database, request):
    """Return the address of an empty desk: a file, then a server where there is one."""
    return request.getfixturevalue("place" if database == "sqlite" else "server_desk")


@pytest.fixture
def store(anywhere, clock):
    with Store.open(anywhere, clock=clock) as opened:
        yield opened
