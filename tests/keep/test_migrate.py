"""A desk is brought to today's form on opening: new, older, newer, or no desk at all."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from io import StringIO

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders import TEXT, a_reading

from tocsin.errors import StoreError
from tocsin.keep import migrate, rows
from tocsin.keep.engine import open_engine
from tocsin.keep.migrate import FOLDER, STEPS, bring_up
from tocsin.keep.store import Store
from tocsin.keep.tables import metadata

MODULES = [
    import_module(f"tocsin.keep.migrations.versions.{file.stem}")
    for file in sorted((FOLDER / "versions").glob("step_*.py"))
]
SCHEMA = "SELECT name, sql FROM sqlite_schema"
# What FTS5 makes for itself.
SHADOWS = ("page_words", "quote_words")


@pytest.fixture
def plain(tmp_path):
    """Return a function that runs SQL on a database of this test outside of tocsin."""
    path = tmp_path / "desk.db"

    def run(*statements):
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return path

    return run


def at_step(path, step, monkeypatch):
    """Make a desk as the program of `step` made it."""
    with monkeypatch.context() as patch:
        upgrades = ScriptDirectory._upgrade_revs
        patch.setattr(
            ScriptDirectory, "_upgrade_revs", lambda self, _, form: upgrades(self, step, form)
        )
        engine = open_engine(path, wait=1)
        bring_up(engine, "desk")
    return engine


def rows_of_the_first_step(*given, made=rows.claim_rows):
    """Return rows of claims without the columns that came later."""
    later = ("quantity_change", "repeats")
    return [{k: v for k, v in row.items() if k not in later} for row in made(*given)]


def test_the_steps_are_those_in_the_folder_in_order():
    found = ScriptDirectory(str(FOLDER)).walk_revisions()
    assert [step.revision for step in found] == list(reversed(STEPS))


def test_a_new_desk_has_the_tables_that_the_program_knows(place):
    engine = open_engine(place, wait=1)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert [change for change in found if not change[1].name.startswith(SHADOWS)] == []


def test_an_older_desk_is_upgraded_with_all_that_is_in_it(tmp_path, clock, monkeypatch):
    path = tmp_path / "desk.db"
    engine = at_step(path, STEPS[0], monkeypatch)
    old = Store(engine, "desk", clock)
    with monkeypatch.context() as patch:
        patch.setattr(rows, "claim_rows", rows_of_the_first_step)
        old.add(a_reading())
    old.close()
    with Store.open(path, clock=clock) as store:
        assert [hit.snippet for hit in store.search("ministry")] == [TEXT]
        assert store.add(a_reading()).state == "known"


def test_opening_twice_makes_nothing_anew(place, clock, monkeypatch):
    monkeypatch.setattr(migrate, "_upgrade", None)
    with Store.open(place, clock=clock) as store:
        assert store.summary().reports == 0


def test_a_desk_that_another_process_has_just_made_is_left_as_it_is(place, monkeypatch):
    forms = iter([None, STEPS[-1]])
    monkeypatch.setattr(migrate, "_form", lambda *_: next(forms))
    engine = open_engine(place, wait=1)
    bring_up(engine, "desk")
    engine.dispose()
    assert next(forms, "both looked at") == "both looked at"


def test_a_desk_of_a_newer_program_names_the_upgrade(place, clock):
    connection = sqlite3.connect(place)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"newer tocsin .*pip install --upgrade tocsin"):
        Store.open(place, clock=clock)


def test_a_database_of_something_else_is_left_alone(plain, clock):
    path = plain("CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match=r"holds something else \(recipes …\): name another file"):
        Store.open(path, clock=clock)
    plain("INSERT INTO recipes VALUES ('soup')")


def test_a_desk_half_made_by_a_dying_process_is_made_whole(plain, clock):
    with Store.open(plain("PRAGMA journal_mode = WAL"), clock=clock) as store:
        assert store.add(a_reading()).state == "added"


@pytest.mark.parametrize("step", MODULES, ids=lambda step: step.revision)
def test_a_desk_is_never_taken_back(step):
    with pytest.raises(NotImplementedError, match="never taken back"):
        step.downgrade()


def test_the_steps_run_one_by_one_make_the_desk_that_opening_makes(tmp_path, place):
    run = sqlite3.connect(place)
    opened = {row for row in run.execute(SCHEMA) if "alembic" not in row[0]}
    run.close()
    engine = open_engine(tmp_path / "steps.db", wait=1)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
        with Operations.context(context):
            for step in MODULES:
                step.upgrade()
        assert {tuple(row) for row in connection.execute(sa.text(SCHEMA))} == opened
    engine.dispose()


def test_the_steps_leave_what_only_sqlite_knows_to_sqlite():
    # Written out as PostgreSQL would run them: no virtual table, real times.
    written = StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        for step in MODULES:
            step.upgrade()
    assert "TIMESTAMP WITH TIME ZONE" in written.getvalue()
    assert "BIGSERIAL" in written.getvalue()
    assert not [word for word in ("VIRTUAL", "sqlite", "RAISE(") if word in written.getvalue()]


def test_a_desk_on_a_server_has_the_tables_that_the_program_knows(server_desk):
    engine = open_engine(server_desk, wait=1)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    # What only a server has: the words of search, and the order of a list.
    own = ("page_words", "quote_words", "ix_page_words", "ix_quote_words", "ix_sightings_latest")
    assert [change for change in found if not change[1].name.startswith(own)] == []


def test_a_desk_on_a_server_is_made_and_upgraded_where_it_is_opened(server, clock, monkeypatch):
    with server.database() as name:
        at_step(server.address(name), STEPS[1], monkeypatch).dispose()
        with Store.open(server.address(name), clock=clock) as store:
            assert store.add(a_reading()).state == "added"
            assert [hit.snippet for hit in store.search("ministry")] == [TEXT]


def test_a_database_of_something_else_on_a_server_is_left_alone(server, clock):
    with server.database() as name:
        server.sql("CREATE TABLE recipes (name text)", database=name)
        with pytest.raises(
            StoreError, match=r"something else \(recipes …\): name another database"
        ):
            Store.open(server.address(name), clock=clock)
        assert server.sql("SELECT count(*) FROM recipes", database=name) == [(0,)]


def test_asking_makes_no_desk_where_there_is_none(server, clock):
    with server.database() as name:
        with pytest.raises(StoreError, match=r"there is no desk in .*: add reports with"):
            Store.open(server.address(name), clock=clock, make=False)
        assert server.sql(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=name
        ) == [(0,)]


def test_two_desks_share_a_database_in_schemas_of_their_own(server, clock):
    with server.database() as name:
        server.sql("CREATE SCHEMA one", "CREATE SCHEMA other", database=name)
        one, other = (
            f"{server.address(name)}&options=-csearch_path%3D{schema}"
            for schema in ("one", "other")
        )
        with Store.open(one, clock=clock) as first, Store.open(other, clock=clock) as second:
            first.add(a_reading())
            assert (first.summary().reports, second.summary().reports) == (1, 0)


def test_opened_by_two_at_once_a_new_desk_is_made_once(server, clock):
    with server.database() as name, ThreadPoolExecutor(2) as pool:
        opened = list(pool.map(lambda _: Store.open(server.address(name), clock=clock), range(2)))
        assert [store.summary().reports for store in opened] == [0, 0]
        for store in opened:
            store.close()
