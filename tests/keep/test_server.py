"""A desk on a PostgreSQL server: what is asked of it, what it refuses, what happens when it goes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.errors import StoreError
from tocsin.keep.columns import EARLIEST, LATEST
from tocsin.keep.engine import open_engine
from tocsin.keep.found import ClaimQuery, Marks, ReportQuery
from tocsin.keep.store import Store
from tocsin.keep.tables import metadata

TABLES = [*metadata.tables, "page_words", "quote_words"]
INTEGRITY = sa.exc.IntegrityError


@pytest.fixture
def on_server(server_desk, clock):
    with Store.open(server_desk, clock=clock, wait=5) as opened:
        yield opened


@pytest.fixture
def filled(on_server):
    url = "https://a.example/1"
    text = f"{TEXT} Twice."
    on_server.add(a_reading(report=a_report(url=url), problems=("odd",)))
    made = Marks(stamp="one", packed={"marks_1": b"a"})
    on_server.add(a_reading(a_claim(text=text), report=a_report(text, url=url)), marks=made)
    on_server.override("Post", "E", by="Ann", why="invents")
    return on_server


def ask(store, statement):
    with store._engine.connect() as connection:
        return connection.execute(sa.text(statement)).all()


@pytest.mark.parametrize(
    "change", ["UPDATE {} SET seq = seq", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
@pytest.mark.parametrize("table", TABLES)
def test_the_server_itself_refuses_to_change_a_row(filled, table, change):
    before = ask(filled, f"SELECT count(*) FROM {table}")
    assert before != [(0,)]
    with pytest.raises(INTEGRITY, match="added, never changed"):
        ask(filled, change.format(table))
    assert ask(filled, f"SELECT count(*) FROM {table}") == before


def test_the_server_itself_refuses_to_put_a_row_in_the_place_of_another(filled):
    same = "INSERT INTO reports SELECT * FROM reports ON CONFLICT (id) DO UPDATE SET text = ''"
    with pytest.raises(INTEGRITY, match="added, never changed"):
        ask(filled, same)


def test_an_answer_is_of_one_moment_in_utc_and_an_add_is_on_the_disk(server, clock):
    with server.database() as name:
        server.sql(
            f"ALTER DATABASE {name} SET TimeZone = 'Asia/Tokyo'",
            f"ALTER DATABASE {name} SET synchronous_commit = off",
        )
        engine = open_engine(server.address(name), wait=1.5)
        settings = ("TimeZone", "transaction_isolation", "synchronous_commit", "lock_timeout")
        with engine.connect() as connection:
            found = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in settings]
        engine.dispose()
    assert found == ["UTC", "repeatable read", "on", "1500ms"]


def test_a_reader_sees_one_moment_while_a_writer_adds(on_server, server_desk, clock):
    with Store.open(server_desk, clock=clock) as other, on_server._reading() as connection:
        before = connection.execute(sa.text("SELECT count(*) FROM reports")).scalar()
        other.add(a_reading())
        assert connection.execute(sa.text("SELECT count(*) FROM reports")).scalar() == before
    assert on_server.summary().reports == 1


def test_times_of_every_zone_come_back_as_the_same_moment(on_server):
    tokyo = datetime(2024, 10, 21, 0, 30, 0, 123456, timezone(timedelta(hours=9)))
    added = on_server.add(a_reading(report=a_report(published=tokyo)), collected_at=tokyo)
    [report] = on_server.reports(ReportQuery(since=tokyo, until=tokyo))
    assert report.published.isoformat() == tokyo.isoformat()
    assert report.collected_at.isoformat() == tokyo.astimezone(UTC).isoformat()
    assert on_server.report(added.report).report.published == tokyo


@pytest.mark.parametrize("moment", [EARLIEST, LATEST], ids=["first", "last"])
def test_the_ends_of_the_calendar_are_kept(on_server, moment):
    on_server.add(a_reading(report=a_report(published=moment)))
    assert [report.published for report in on_server.reports(ReportQuery())] == [moment]


def test_numbers_of_rows_are_counted_in_64_bits(on_server):
    with on_server._engine.begin() as connection:
        connection.execute(sa.text("SELECT setval('claims_seq_seq', 9000000000)"))
    on_server.add(a_reading())
    assert ask(on_server, "SELECT max(seq) FROM claims") == [(9_000_000_001,)]
    assert len(on_server.claims(ClaimQuery(text="troops"))) == 1


@pytest.mark.parametrize("odd", ["\x00", "a\x00b", "\x1a", "\x1a\x00\x1a␀␚", "␀"])
def test_signs_that_the_server_does_not_keep_come_back(on_server, odd):
    report = a_report(f"{TEXT} {odd}", title=odd, publisher=odd, url=f"https://a.example/{odd}")
    reading = a_reading(a_claim(text=report.text), report=report, problems=(odd,))
    assert on_server.report(on_server.add(reading).report) == reading
    assert [p.words for p in on_server.problems()] == [odd]
    assert on_server.add(reading).state == "known"


def test_what_is_longer_than_anyone_foresaw_is_kept(on_server):
    report = a_report(language="x" * 500, wire="y" * 500)
    added = on_server.add(a_reading(report=report))
    assert on_server.report(added.report).report == report


def test_a_text_with_more_words_than_an_index_holds_is_kept_and_found_by_the_first(on_server):
    text = TEXT + "".join(f" {n:x}" + "部队" * 30 for n in range(6_000))
    added = on_server.add(a_reading(a_claim(text=text), report=a_report(text)))
    assert [hit.report.id for hit in on_server.search("ministry")] == [added.report]
    assert on_server.search('"ministry said"')


def test_words_in_a_row_are_found_far_into_a_text(on_server):
    text = f"{TEXT} " + "and so on " * 20_000 + "until the very end"
    on_server.add(a_reading(a_claim(text=text), report=a_report(text)))
    assert len(on_server.search('"the very end"')) == 1
    assert on_server.search('"very the end"') == []


# Writers and readers beside each other.


def test_a_writer_waits_for_its_turn_and_then_says_so(server_desk, on_server, clock):
    with (
        on_server._writing(),
        Store.open(server_desk, clock=clock, wait=0.2) as other,
        pytest.raises(StoreError, match="another program is writing to it: wait"),
    ):
        other.add(a_reading())
    with Store.open(server_desk, clock=clock, wait=0.2) as other:
        assert other.add(a_reading()).state == "added"


def test_two_writers_take_turns_and_nothing_is_lost(server_desk, clock):
    def add(turn):
        with Store.open(server_desk, clock=clock) as store:
            texts = [f"{TEXT} {turn if n % 2 else 'both'} {n}" for n in range(20)]
            readings = [a_reading(a_claim(text=t), report=a_report(t)) for t in texts]
            return [added.state for added in store.add_many(readings)]

    with ThreadPoolExecutor(2) as pool:
        states = [state for done in pool.map(add, range(2)) for state in done]
    assert (states.count("added"), states.count("known")) == (30, 10)
    with Store.open(server_desk, clock=clock) as store:
        assert store.summary().reports == store.summary().claims == 30
        believed = [r.believed_at for r in store.reports(ReportQuery())]
        rows = ask(store, "SELECT believed_at FROM reports ORDER BY seq")
    assert sorted(believed) == [row[0] for row in rows]


def test_a_server_that_may_only_be_read_names_the_mend(on_server):
    with on_server._engine.connect() as connection:
        connection.exec_driver_sql("SET default_transaction_read_only = on")
        connection.commit()
    with pytest.raises(StoreError, match="may only be read: name the primary"):
        on_server.add(a_reading())


def test_a_connection_lost_between_two_adds_is_made_anew(server, on_server):
    on_server.add(a_reading())
    cut(server)
    assert on_server.add(a_reading()).state == "known"


def test_a_connection_lost_in_the_middle_of_an_add_leaves_nothing_half_written(
    server, on_server, monkeypatch
):
    from tocsin.keep import write

    on_server.add(a_reading())
    text = f"{TEXT} Twice."
    reading = a_reading(a_claim(text=text), report=a_report(text), problems=("odd",))

    made = write.rows.problem_rows
    with monkeypatch.context() as patch:
        patch.setattr(write.rows, "problem_rows", lambda *args: cut(server) or made(*args))
        with pytest.raises(StoreError, match="connection was lost; what was acknowledged is kept"):
            on_server.add(reading)
    assert on_server.summary().reports == 1
    assert on_server.add(reading).state == "added"


def test_a_server_that_dies_has_kept_what_was_acknowledged(server, on_server):
    added = on_server.add(a_reading())
    server.stop()
    with pytest.raises(StoreError, match=r"no server answers there|connection was lost"):
        on_server.summary()
    server.start()
    assert on_server.report(added.report) == a_reading()


def cut(server):
    others = "pid <> pg_backend_pid() AND datname = 'desk'"
    server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
