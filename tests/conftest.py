"""What tests of several rooms share: a PostgreSQL server, where one can be started."""

from subprocess import SubprocessError

import pytest


@pytest.fixture(scope="session")
def server():
    """Return a running server, or skip in a plain word where there can be none."""
    pytest.importorskip(
        "psycopg", reason="psycopg is not installed: pip install 'tocsin[postgres]'"
    )
    from server import Server, find_programs

    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL is installed here: apt-get install postgresql")
    try:
        running = Server(programs)
    except (OSError, SubprocessError) as error:
        pytest.skip(f"no PostgreSQL starts here: {error}")
    yield running
    running.remove()


@pytest.fixture
def server_desk(server):
    """Return the address of an empty desk on the server."""
    return server.desk()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    """Return the name of each kind of database in turn; a test that takes it runs on both."""
    return request.param
