"""What a failing database says, in words that name the mend. Each failure here is a real one."""

import os
import sqlite3
from pathlib import Path

import pytest
from builders import TEXT, a_claim, a_reading, a_report
from databases import on_sqlite

from tocsin.errors import StoreError
from tocsin.keep.found import ClaimQuery
from tocsin.keep.mends import in_words
from tocsin.keep.store import Store


def big_reading(number):
    text = f"{TEXT} {number} " + os.urandom(20_000).hex()
    return a_reading(a_claim(text=text), report=a_report(text))


def test_a_locked_database_says_to_wait(place, clock):
    other = sqlite3.connect(place)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(place, clock=clock, wait=0.05) as store:
        with pytest.raises(StoreError, match="another program is writing to it: wait"):
            store.add(a_reading())
        assert store.claims(ClaimQuery()) == []
        other.rollback()
        assert store.add(a_reading()).state == "added"
        other.execute("BEGIN IMMEDIATE")
    other.close()


@on_sqlite
def test_a_full_disk_says_to_free_space_and_keeps_what_was_acknowledged(store):
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 60}")
    done = []
    adding = store.add_many(big_reading(number) for number in range(20))
    with pytest.raises(StoreError, match="the disk is full: free some space, then add again"):
        done.extend(adding)
    assert 0 < len(done) < 20
    assert store.summary().reports == len(done)
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 6000}")
    assert store.add(big_reading(20)).state == "added"


def test_a_database_that_may_only_be_read_says_so(place, clock):
    with Store.open(place, clock=clock) as store:
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="cannot be written: give yourself the right"):
            store.add(a_reading())


def test_a_folder_where_nothing_can_be_made_says_so(clock):
    # Nobody, not even root, can make a file here.
    with pytest.raises(StoreError, match="cannot be opened: check that its folder exists"):
        Store.open("/proc/desk.db" if Path("/proc").is_dir() else "/dev/desk.db", clock=clock)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_says_so(place, clock, tmp_path):
    os.chmod(place, 0o400)
    os.chmod(tmp_path, 0o500)
    with pytest.raises(StoreError, match="cannot be"), Store.open(place, clock=clock) as store:
        store.add(a_reading())
    os.chmod(tmp_path, 0o700)


def test_a_file_that_is_no_database_says_so(tmp_path, clock):
    path = tmp_path / "report.txt"
    path.write_text(TEXT * 50)
    with pytest.raises(StoreError, match="the file is no database: name another file"):
        Store.open(path, clock=clock)
    assert path.read_text() == TEXT * 50


def test_a_damaged_database_says_how_to_save_it(place, clock):
    with Store.open(place, clock=clock) as store:
        for number in range(5):
            store.add(big_reading(number))
    content = bytearray(Path(place).read_bytes())
    # The first page holds the schema; all behind it is lost.
    content[4096:] = b"\xff" * (len(content) - 4096)
    Path(place).write_bytes(content)
    saved = r"damaged: bring back a copy.*\.recover"
    with pytest.raises(StoreError, match=saved), Store.open(place, clock=clock) as store:
        store.summary()


def test_what_is_not_foreseen_still_names_a_next_step():
    next_step = r"desk\.db: the database refused \(odd\).*tocsin doctor"
    with pytest.raises(StoreError, match=next_step), in_words("desk.db"):
        raise sqlite3.OperationalError("odd")
