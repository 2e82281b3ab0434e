"""Who is let in to a desk on a server, and what is said to who is not."""

import sys

import pytest
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.errors import SetupError, StoreError
from tocsin.keep.found import ReportQuery
from tocsin.keep.store import Store


def refused(address, clock):
    with pytest.raises(StoreError) as raised:
        Store.open(address, clock=clock, wait=0.5)
    return str(raised.value)


def test_a_wrong_password_names_the_mend_and_shows_none(server, clock):
    from server import ANN

    words = refused(server.address("desk", f"{ANN}:wrong-one"), clock)
    assert "the password is wrong: mend it in the address, in PGPASSWORD or" in words
    assert "wrong-one" not in words


def test_a_missing_password_names_the_mend(server, clock):
    from server import ANN

    assert "asks for a password: give it in PGPASSWORD" in refused(
        server.address("desk", ANN), clock
    )


def test_a_right_password_with_odd_signs_opens_the_desk(server, clock):
    from server import ANN, PASSWORD

    server.sql(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {ANN}", database="desk")
    with Store.open(server.address("desk", f"{ANN}:{PASSWORD}"), clock=clock) as store:
        assert store._place.startswith(f"postgresql://{ANN}:***@")


def test_to_read_and_to_insert_is_right_enough_to_add(server, server_desk, clock):
    from server import ANN, PASSWORD

    server.sql(
        f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {ANN}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ANN}",
        database="desk",
    )
    with Store.open(server.address("desk", f"{ANN}:{PASSWORD}"), clock=clock) as store:
        assert store.add(a_reading(problems=("odd",))).state == "added"
        assert len(store.search("ministry")) == 1


def test_a_missing_right_names_the_mend(server, clock):
    from server import ANN, PASSWORD

    with server.database() as name:
        words = refused(server.address(name, f"{ANN}:{PASSWORD}"), clock)
    assert "your role lacks a right there: ask the owner for GRANT CREATE ON SCHEMA" in words


def test_a_database_that_is_not_there_names_the_mend(server, clock):
    words = refused(server.address("nowhere"), clock)
    assert "there is no such database there: make it with `createdb`" in words


def test_a_user_that_is_not_there_names_the_mend(server, clock):
    assert "there is no such user there" in refused(server.address("desk", "nobody"), clock)


def test_a_server_that_is_full_names_the_mend(server, clock):
    from server import ANN, PASSWORD

    with server.database("CONNECTION LIMIT 0") as name:
        words = refused(server.address(name, f"{ANN}:{PASSWORD}"), clock)
    assert "takes no more connections: close some" in words


def test_a_user_whom_the_server_lets_in_from_nowhere_is_told(server, clock):
    assert "a line in pg_hba.conf" in refused(server.address("desk", "stranger"), clock)


def test_the_language_of_a_server_changes_nothing(server, clock):
    german = "LOCALE_PROVIDER icu ICU_LOCALE 'de-AT' TEMPLATE template0"
    with server.database(german) as name, Store.open(server.address(name), clock=clock) as store:
        texts = [f"{TEXT} {n}" for n in range(20)]
        readings = [a_reading(a_claim(text=t), report=a_report(t)) for t in texts]
        added = [one.report for one in store.add_many(readings)]
        assert [store.why(report[:14]).id for report in added] == added
        assert [report.id for report in store.reports(ReportQuery())] == sorted(added)
        assert len(store.search("TROOPS -zebra")) == 20


def test_a_schema_that_is_not_there_names_the_mend(server, clock):
    address = f"{server.address('desk')}&options=-csearch_path%3Dnowhere"
    assert "make it with CREATE SCHEMA" in refused(address, clock)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql:///desk?host=/nowhere", "no server answers there: start it, or mend"),
        ("postgresql://127.0.0.1:1/desk", "no server answers there: start it, or mend"),
        ("postgresql://host/desk?odd=1", "cannot be read: write postgresql://USER@HOST:PORT"),
        ("postgresql://127.0.0.1:port/desk", "cannot be read: write postgresql://USER@HOST:PORT"),
        ("postgresql+psycopg2://ann:x@host/desk", "write the address as postgresql://ann:"),
    ],
)
def test_an_address_where_no_server_is_names_the_mend(address, words, clock):
    pytest.importorskip("psycopg")
    assert words in refused(address, clock)


def test_without_the_driver_the_package_to_install_is_named(clock, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "tocsin.keep.driver", raising=False)
    with pytest.raises(
        SetupError, match=r"ann:\*\*\*@host/desk: .*pip install 'tocsin\[postgres\]'"
    ):
        Store.open("postgresql://ann:secret@host/desk", clock=clock)


def test_a_database_in_another_encoding_is_refused(server, clock):
    with server.database("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0") as name:
        words = refused(server.address(name), clock)
    assert "holds its texts in LATIN1" in words
    assert "ENCODING 'UTF8'" in words
