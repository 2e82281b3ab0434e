"""The laws of memory: twice adds nothing, order changes nothing, what comes back is what went in."""

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import arrivals, odd_text, readings

from tocsin.keep.found import ClaimQuery, ReportQuery
from tocsin.keep.store import Store

thorough = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
NOW = datetime(2026, 1, 2, tzinfo=UTC)
TABLES = ("reports", "sightings", "versions", "readings", "takes", "claims", "problems")


@cache
def empty_desk():
    folder = TemporaryDirectory()
    with open_store(Path(folder.name) / "empty.db"):
        pass
    return folder


def open_store(path):
    return Store.open(path, clock=lambda: NOW)


@contextmanager
def a_store():
    with TemporaryDirectory() as folder:
        path = shutil.copy(Path(empty_desk().name) / "empty.db", folder)
        with open_store(path) as store:
            yield store


def rows(store):
    with store._engine.connect() as connection:
        return {t: connection.execute(sa.text(f"SELECT * FROM {t}")).all() for t in TABLES}


def view(store):
    reports = [replace(r, believed_at=NOW) for r in store.reports(ReportQuery())]
    claims = [(c.claim, replace(c.report, believed_at=NOW)) for c in store.claims(ClaimQuery())]
    return reports, claims, [hit.report.id for hit in store.search("sent")]


@thorough
@given(readings())
def test_what_comes_back_equals_what_went_in(reading):
    with a_store() as store:
        added = store.add(reading)
        assert store.report(added.report) == reading
        found = store.claims(ClaimQuery())
        assert [kept.claim for kept in found] == list(reading.claims)


@thorough
@given(st.lists(arrivals(), max_size=6))
def test_adding_twice_adds_nothing(arrived):
    with a_store() as store:
        for reading, collected_at in arrived:
            store.add(reading, collected_at=collected_at)
        before = rows(store)
        again = [store.add(reading, collected_at=at) for reading, at in reversed(arrived)]
        assert rows(store) == before
        assert {added.state for added in again} <= {"known"}


@thorough
@given(st.lists(arrivals(), min_size=2, max_size=6), st.randoms())
def test_the_order_of_adding_changes_nothing_in_the_current_view(arrived, random):
    views = []
    # Turned round, so that every pair comes in both orders; and in any other order.
    for order in (arrived, arrived[::-1], random.sample(arrived, len(arrived))):
        with a_store() as store:
            for reading, collected_at in order:
                store.add(reading, collected_at=collected_at)
            views.append(view(store))
    assert views[0] == views[1] == views[2]


@thorough
@given(st.lists(arrivals(), min_size=1, max_size=6))
def test_something_of_every_address_stands_and_nothing_is_lost(arrived):
    with a_store() as store:
        for reading, collected_at in arrived:
            store.add(reading, collected_at=collected_at)
        standing = {
            sighting.url
            for report in store.reports(ReportQuery())
            for sighting in store.why(report.id).sightings
            if sighting.standing
        }
        assert standing == {reading.report.url for reading, _ in arrived}
        for reading, _ in arrived:
            assert store.report(reading.report.id).report.text == reading.report.text


@thorough
@given(st.lists(arrivals(), min_size=1, max_size=5))
def test_a_past_view_is_what_was_seen_then(arrived):
    with TemporaryDirectory() as folder:
        path = shutil.copy(Path(empty_desk().name) / "empty.db", folder)
        clock = iter(datetime(2026, 1, day, tzinfo=UTC) for day in range(1, 29))
        seen = []
        with Store.open(path, clock=lambda: next(clock)) as store:
            for day, (reading, collected_at) in enumerate(arrived, start=1):
                store.add(reading, collected_at=collected_at)
                seen.append((datetime(2026, 1, day, 12, tzinfo=UTC), store.claims(ClaimQuery())))
            for then, claims in seen:
                assert store.claims(ClaimQuery(as_of=then)) == claims


@pytest.mark.parametrize("change", ["UPDATE {} SET seq = seq", "DELETE FROM {}"])
@pytest.mark.parametrize("table", TABLES)
def test_the_database_itself_refuses_to_change_a_row(table, change):
    with a_store() as store:
        fill(store)
        assert rows(store)[table]
        with (
            store._engine.connect() as connection,
            pytest.raises(sa.exc.IntegrityError, match="never"),
        ):
            connection.execute(sa.text(change.format(table)))


@pytest.mark.parametrize("table", TABLES)
def test_the_database_itself_refuses_to_put_a_row_in_the_place_of_another(table):
    with a_store() as store:
        fill(store)
        same = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        with (
            store._engine.connect() as connection,
            pytest.raises(sa.exc.IntegrityError, match="never"),
        ):
            connection.execute(sa.text(same))


@thorough
@given(odd_text)
def test_no_search_is_wrong(query):
    with a_store() as store:
        fill(store)
        assert isinstance(store.search(query), list)
        assert isinstance(store.claims(ClaimQuery(text=query, source=query, place=query)), list)


def fill(store):
    from builders import a_claim, a_reading, a_report

    text = "North Korea has sent about 3,000 troops to Russia, it was said."
    url = "https://a.example/1"
    store.add(a_reading(report=a_report(url=url), problems=("odd",)))
    store.add(a_reading(a_claim(text=text), report=a_report(text, url=url)))
