"""A PostgreSQL server of the tests' own: made in a folder, spoken to through a socket, removed.

The program is looked for where Debian, Homebrew and PATH have it. It never runs as root.
"""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg

from tocsin.keep.store import Store
from tocsin.keep.tables import metadata

PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# Losing all is fine, waiting for a disk is not.
QUICK = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "", "max_connections": 40}
OWNER, STRANGER = "tocsin", "stranger"
ANN, PASSWORD = "ann", "open sesame"
WORDS = ("page_words", "quote_words")


def find_programs():
    """Return the folder of `initdb` and `postgres`, the newest where there are several, or None."""
    on_path = shutil.which("initdb")
    folders = [folder for place in PLACES for folder in sorted(glob.glob(place), reverse=True)]
    folders += [os.path.dirname(os.path.realpath(on_path))] if on_path else []
    whole = (f for f in folders if all(Path(f, p).exists() for p in ("initdb", "postgres")))
    return next(whole, None)


class Server:
    """A running server; `address` names its databases, and `desk` is an empty desk in one."""

    def __init__(self, programs):
        self._programs, self._numbers = programs, count()
        self.folder = Path(mkdtemp(prefix="tocsin-"))
        self._as = _somebody_else(self.folder)
        self._run("initdb", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        hosts = self.folder / "data" / "pg_hba.conf"
        hosts.write_text(
            f"local all {ANN} scram-sha-256\nlocal all {STRANGER} reject\n" + hosts.read_text()
        )
        self.start()
        self.sql(f"CREATE ROLE {ANN} LOGIN PASSWORD '{PASSWORD}'", "CREATE DATABASE desk")
        Store.open(self.address("desk"), clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)).close()

    def address(self, database, who=OWNER):
        return f"postgresql://{who}@/{database}?host={self.folder}"

    def sql(self, *statements, database="postgres"):
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            for statement in statements:
                last = connection.execute(statement)
            return last.fetchall() if last.description else []

    def desk(self):
        """Return the address of a desk with nothing in it: always the same, made empty."""
        # The triggers that refuse just this are put aside for the connection. The tables are
        # small: to delete their rows is much quicker than to make them anew, as TRUNCATE does.
        empty = (f"DELETE FROM {table}" for table in (*metadata.tables, *WORDS))
        self.sql("SET session_replication_role = replica", *empty, database="desk")
        return self.address("desk")

    @contextmanager
    def database(self, options=""):
        """Yield the name of a new database, which is dropped afterwards."""
        name = f"new_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} {options}")
        try:
            yield name
        finally:
            self.sql(f"DROP DATABASE {name} WITH (FORCE)")

    def start(self):
        settings = [part for name, value in QUICK.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("a") as log:
            self._process = self._popen("postgres", "-k", self.folder, *settings, stdout=log)
        for _ in range(300):
            try:
                return psycopg.connect(self.address("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text())

    def stop(self):
        """Stop at once, as in a power cut: connections are lost."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(timeout=60)

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)

    def _run(self, program, *options):
        process = self._popen(program, *options, stdout=subprocess.PIPE)
        said, _ = process.communicate(timeout=120)
        if process.returncode:
            shutil.rmtree(self.folder)
            raise OSError(said.decode())

    def _popen(self, program, *options, stdout):
        return subprocess.Popen(
            [f"{self._programs}/{program}", "-D", self.folder / "data", *map(str, options)],
            stdout=stdout,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
            # A signal to the tests is not one to the server.
            start_new_session=True,
            **self._as,
        )


def _somebody_else(folder):
    """Return what runs a program as another than root, who then owns `folder`."""
    if os.geteuid() != 0:
        return {}
    users = {user.pw_name: user for user in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
