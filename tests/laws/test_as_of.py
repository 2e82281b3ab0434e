"""The laws of past views: as of now is the present, the past stays as it was, order means nothing."""

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weighed_desk import a_desk_full

from tocsin.keep.store import Store
from tocsin.run.desk import Desk

PARTS = ("origins", "stories", "events", "relations", "estimates", "sources")
BEGUN = datetime(2023, 3, 1, tzinfo=UTC)
thorough = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def empty():
    folder = TemporaryDirectory()
    Store.open(Path(folder.name) / "empty.db", clock=lambda: BEGUN).close()
    return folder


class Days:
    """A clock that moves a day with every look, and a desk under it."""

    def __init__(self, folder):
        self.now = BEGUN
        path = shutil.copy(Path(empty().name) / "empty.db", folder)
        self.desk = Desk(Store.open(path, clock=self))

    def __call__(self):
        self.now += timedelta(days=1)
        return self.now

    def add(self, reading):
        # Collected when it was published, so that the order of adding is no news.
        self.desk.add(reading, collected_at=reading.report.published)


@pytest.fixture
def days(tmp_path):
    made = Days(tmp_path)
    yield made
    made.desk.close()


def view(desk, as_of=None):
    found = desk.weighed(as_of=as_of)
    return {part: getattr(found, part) for part in PARTS}


@thorough
@given(st.permutations(range(6)))
def test_the_order_of_adding_changes_nothing(order):
    full = a_desk_full()
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first, second = Days(one), Days(other)
        for number, turned in zip(range(6), order, strict=True):
            first.add(full[number])
            second.add(full[turned])
        assert view(first.desk) == view(second.desk)
        first.desk.close()
        second.desk.close()


@thorough
@given(st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_every_past_view_is_what_was_seen_then_and_now_is_the_present(added):
    full = a_desk_full()
    with TemporaryDirectory() as folder:
        days, seen = Days(folder), []
        for number in added:
            days.add(full[number])
            seen.append((days.now, view(days.desk)))
        for then, before in seen:
            assert view(days.desk, then) == before
        assert view(days.desk, days.now) == view(days.desk)
        days.desk.close()


def test_adding_again_adds_nothing(days):
    for reading in a_desk_full():
        days.add(reading)
    before = view(days.desk)
    for reading in reversed(a_desk_full()):
        days.add(reading)
    assert view(days.desk) == before


def test_a_copy_changes_no_figure_no_count_and_no_grade(days):
    full = a_desk_full()
    for reading in (full[0], *full[2:]):
        days.add(reading)
    before = days.desk.weighed()
    days.add(full[1])
    after = days.desk.weighed()
    assert len(after.origins) == len(before.origins)
    assert [event.grade for event in after.events] == [event.grade for event in before.events]
    assert [event.origins for event in after.events] == [event.origins for event in before.events]
    assert [one.band for one in after.estimates] == [one.band for one in before.estimates]


def test_a_view_is_kept_as_long_as_nothing_is_added(days):
    full = a_desk_full()
    days.add(full[0])
    first = days.desk.weighed()
    assert days.desk.weighed() is first
    days.add(full[2])
    assert days.desk.weighed() is not first


def test_a_day_as_of_which_lasts_until_its_end(days):
    days.add(a_desk_full()[0])
    assert days.now.date().isoformat() == "2023-03-02"
    assert days.desk.origins(as_of="2023-03-02")
    assert days.desk.origins(as_of=days.now.date())
    assert days.desk.origins(as_of="2023-03-01") == ()


def test_a_grade_of_a_source_stood_from_the_day_it_was_given(days):
    days.add(a_desk_full()[0])
    before = days.now
    days.desk.override("Health Ministry", "B", by="R.", why="a reason")

    def own(as_of=None):
        [found] = [r for r in days.desk.sources(as_of=as_of) if r.source == "Health Ministry"]
        return found.override and found.override.reliability

    assert (own(before), own()) == (None, "B")
    assert [o.source for o in days.desk.overrides()] == ["Health Ministry"]
    assert days.desk.overrides(as_of=before) == []


def test_a_desk_answers_for_each_part_alone(days):
    for reading in a_desk_full():
        days.add(reading)
    desk, whole = days.desk, days.desk.weighed()
    assert (desk.origins(), desk.stories()) == (whole.origins, whole.stories)
    assert desk.events(type="disaster", country="TR", place="turkey", status="occurred")
    [denial] = desk.contradictions(type="deployment")
    assert denial in whole.relations
    assert desk.estimates(event=whole.estimates[0].event) == list(whole.estimates)
    assert desk.sources() == whole.sources


def test_only_what_was_published_between_two_days_is_weighed(days):
    for reading in a_desk_full():
        days.add(reading)
    since, until = (datetime(2023, 2, day, tzinfo=UTC) for day in (8, 11))
    found = days.desk.weighed(since=since, until=until)
    assert {one.published.day for one in found.carried} == {8, 10}
    assert len(days.desk.weighed(until=until).carried) == 5
