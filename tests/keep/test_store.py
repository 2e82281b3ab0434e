"""The store as a whole: it closes, it survives being killed, and others may read beside it."""

import os
import signal
import subprocess
import sys
import threading

import pytest
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.errors import StoreError
from tocsin.keep.found import ClaimQuery, ReportQuery
from tocsin.keep.store import Store

HOW_MANY = 1000

# A process of its own, which says each acknowledged report on standard output.
ADD_MANY = """
import sys
from datetime import UTC, datetime
import pytest
from builders import TEXT, a_claim, a_reading, a_report
from tocsin.keep.store import Store

def reading(number):
    text = f"{TEXT} {number}"
    return a_reading(a_claim(text=text), report=a_report(text), problems=("odd",))

with Store.open(sys.argv[1], clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as store:
    for added in store.add_many(reading(number) for number in range(int(sys.argv[2]))):
        print(added.state, added.report, flush=True)
"""


def add_many(place, how_many=HOW_MANY):
    path = os.pathsep.join(sys.path)
    return subprocess.Popen(
        [sys.executable, "-c", ADD_MANY, str(place), str(how_many)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def test_a_killed_process_leaves_all_it_acknowledged_and_nothing_half_written(place, clock):
    with add_many(place) as process:
        first = [process.stdout.readline() for _ in range(150)]
        os.kill(process.pid, signal.SIGKILL)
        acknowledged = [
            line.split()[1] for line in first + process.stdout.readlines() if " " in line
        ]
    assert process.returncode == -signal.SIGKILL
    with Store.open(place, clock=clock) as store:
        kept = [report.id for report in store.reports(ReportQuery())]
        assert set(acknowledged) <= set(kept)
        assert len(acknowledged) <= len(kept) <= len(acknowledged) + 1
        assert len(kept) < HOW_MANY
        summary = store.summary()
        counts = {summary.reports, summary.sightings, summary.claims, summary.problems}
        assert counts == {len(kept)}
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_adding_again_after_a_kill_goes_on_where_it_ended(anywhere, clock):
    with add_many(anywhere, 60) as process:
        for _ in range(20):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with add_many(anywhere, 60) as process:
        states = [line.split()[0] for line in process.stdout]
    assert process.returncode == 0
    assert len(states) == 60
    known = states.count("known")
    assert known >= 20
    assert states == ["known"] * known + ["added"] * (60 - known)
    with Store.open(anywhere, clock=clock) as store:
        assert store.summary().reports == 60


def test_two_processes_adding_the_same_keep_it_once(anywhere, clock):
    with add_many(anywhere, 40) as one, add_many(anywhere, 40) as other:
        said = one.stdout.read() + other.stdout.read()
    assert (one.returncode, other.returncode) == (0, 0)
    assert said.count("added") == 40
    with Store.open(anywhere, clock=clock) as store:
        assert store.summary().sightings == 40


def test_readers_are_served_while_a_writer_works(anywhere, clock):
    with (
        Store.open(anywhere, clock=clock) as writer,
        Store.open(anywhere, clock=clock) as reader,
        writer._writing() as connection,
    ):
        row = "(1, 'problem_1', NULL, 0, 'a.bin', 'not text', '2026-01-01')"
        connection.exec_driver_sql(f"INSERT INTO problems VALUES {row}")
        assert reader.summary().problems == 0


def test_one_store_serves_several_threads(store):
    def add(number):
        text = f"{TEXT} {number}"
        store.add(a_reading(a_claim(text=text), report=a_report(text)))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.claims(ClaimQuery())) == 6


def test_a_failed_add_leaves_nothing_behind(store, monkeypatch):
    from tocsin.keep import write

    def fail(*_):
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patch:
        patch.setattr(write.rows, "problem_rows", fail)
        try:
            store.add(a_reading())
        except RuntimeError:
            assert store.summary().sightings == 0
    assert store.add(a_reading()).state == "added"


def test_odd_text_is_kept_as_it_came(store):
    for text in ("", "\x00 nul \x00", "国防部表示 🚀", "العربية", "x" * 300_000):
        reading = a_reading(a_claim(text, text, text), report=a_report(text))
        assert store.report(store.add(reading).report) == reading


def test_a_desk_in_memory_needs_no_file(clock):
    with Store.open(":memory:", clock=clock) as store:
        store.add(a_reading())
        assert store.summary().claims == 1


@pytest.fixture
def seal(monkeypatch):
    """Return what makes every place one that may only be read, for opening."""
    # Root may write everywhere: what it is told of a place is changed instead of its rights.
    access = "tocsin.keep.engine.os.access"
    return lambda: monkeypatch.setattr(access, lambda path, mode: mode != os.W_OK)


def test_a_desk_that_may_only_be_read_is_read_and_not_added_to(place, clock, seal):
    with Store.open(place, clock=clock) as store:
        store.add(a_reading())
    before = sorted(place.parent.iterdir())
    seal()
    with Store.open(place, clock=clock) as store:
        assert [kept.claim for kept in store.claims(ClaimQuery())] == list(a_reading().claims)
        assert sorted(place.parent.iterdir()) == before
        with pytest.raises(StoreError, match="cannot be written: give yourself the right"):
            store.add(a_reading(report=a_report(f"{TEXT} Later.")))


def test_a_desk_that_may_only_be_read_is_read_while_its_owner_writes(place, clock, seal):
    with Store.open(place, clock=clock) as owner:
        owner.add(a_reading())
        seal()
        with Store.open(place, clock=clock) as reader:
            assert reader.summary().reports == 1
            owner.add(a_reading(report=a_report(f"{TEXT} Later.")))
            assert reader.summary().reports == 2
