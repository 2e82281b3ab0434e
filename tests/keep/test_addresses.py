"""The address of a desk: a file or a server, shown without its password."""

import pytest

from tocsin.keep.addresses import conninfo, is_server, shown


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://host/desk", True),
        ("postgres://host/desk", True),
        ("postgresql+psycopg://host/desk", True),
        ("sqlite:///desk.db", False),
        ("mysql://host/desk", False),
        ("postgresql", False),
        ("desk.db", False),
        (":memory:", False),
    ],
)
def test_a_server_is_told_from_a_file(address, expected):
    assert is_server(address) is expected


PASSWORDS = ["secret", "p@ss", "a/b", "a:b", "what?", "#1", "100%", "p@ss/w:o?r#d", "päss wört"]


@pytest.mark.parametrize("password", PASSWORDS)
def test_a_password_is_never_shown_whatever_signs_it_holds(password):
    seen = shown(f"postgresql://ann:{password}@host:5433/desk?sslmode=require")
    assert seen == "postgresql://ann:***@host:5433/desk?sslmode=require"


@pytest.mark.parametrize("password", PASSWORDS)
def test_a_password_is_read_whatever_signs_it_holds(password):
    driver = pytest.importorskip("psycopg.conninfo")
    found = driver.conninfo_to_dict(conninfo(f"postgresql://ann:{password}@host:5433/desk"))
    assert found == {
        "user": "ann",
        "password": password,
        "host": "host",
        "port": "5433",
        "dbname": "desk",
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgres://host/desk", "postgresql://host/desk"),
        ("postgresql://ann@host/desk", "postgresql://ann@host/desk"),
        ("postgresql+psycopg:///desk?host=/run/pg", "postgresql:///desk?host=/run/pg"),
        ("postgresql://ann:p%40ss@host/desk", "postgresql://ann:p%40ss@host/desk"),
        ("postgresql://[::1]:5432/desk", "postgresql://[::1]:5432/desk"),
        ("postgresql://a:1,b:2/desk", "postgresql://a:1,b:2/desk"),
    ],
)
def test_an_address_is_handed_on_as_it_is_meant(address, expected):
    assert conninfo(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("desk.db", "desk.db"),
        ("odd@name:x.db", "odd@name:x.db"),
        ("sqlite:///desk.db", "sqlite:///desk.db"),
        ("postgresql://host/desk", "postgresql://host/desk"),
        ("postgresql://ann@host/desk", "postgresql://ann@host/desk"),
        ("postgresql:///desk?user=ann&password=secret", "postgresql:///desk?user=ann&password=***"),
        ("postgresql://host/desk?sslpassword=x&a=b", "postgresql://host/desk?sslpassword=***&a=b"),
    ],
)
def test_what_holds_no_password_is_shown_as_it_is(address, expected):
    assert shown(address) == expected
