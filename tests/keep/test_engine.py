"""Which addresses are a place for a desk, and how the database is spoken to."""

import pytest
import sqlalchemy as sa

from tocsin.errors import StoreError
from tocsin.keep.engine import open_engine


def pragma(opened, name):
    with opened.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.fixture
def opened(tmp_path):
    found = open_engine(tmp_path / "desk.db", wait=1.5)
    yield found
    found.dispose()


def test_an_acknowledged_row_outlives_a_power_cut(opened):
    assert pragma(opened, "journal_mode") == "wal"
    assert pragma(opened, "synchronous") == 2


def test_a_locked_database_is_waited_for(opened):
    assert pragma(opened, "busy_timeout") == 1500


def test_rows_point_at_rows_that_are_there(opened):
    assert pragma(opened, "foreign_keys") == 1


@pytest.mark.parametrize(
    "address", ["{}/desk.db", "sqlite:///{}/desk.db", "sqlite+pysqlite:///{}/desk.db"]
)
def test_a_path_and_its_address_are_one_place(address, tmp_path):
    found = open_engine(address.format(tmp_path), wait=1)
    assert found.url.database == f"{tmp_path}/desk.db"
    found.dispose()


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_engine("~/desk.db", wait=1).url.database == f"{tmp_path}/desk.db"


@pytest.mark.parametrize("address", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_desk_in_memory_is_one_for_all_connections(address):
    found = open_engine(address, wait=1)
    with found.begin() as connection:
        connection.execute(sa.text("CREATE TABLE t (a)"))
    with found.begin() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM t")).scalar() == 0
    found.dispose()


@pytest.mark.parametrize(
    ("address", "mend"),
    [
        ("{}", r"is a folder: name a file in it, such as .*tocsin\.db"),
        ("{}/none/desk.db", r"there is no folder .*none: make it"),
        ("mysql://host/desk", "give a path or sqlite:///PATH"),
    ],
)
def test_an_address_that_is_no_place_for_a_desk_names_the_mend(address, mend, tmp_path):
    with pytest.raises(StoreError, match=mend):
        open_engine(address.format(tmp_path), wait=1)


def test_a_database_that_is_not_known_is_refused_in_words_that_show_no_password():
    with pytest.raises(StoreError, match=r"ann:\*\*\*@host/desk: .*a PostgreSQL server") as raised:
        open_engine("mysql://ann:secret@host/desk", wait=1)
    assert "secret" not in str(raised.value)
