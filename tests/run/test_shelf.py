"""Parts of a view laid aside: the same as worked out anew, never stale, and dropped without harm."""

import os
import time
from datetime import UTC, datetime

import msgspec
import pytest
from weighed_desk import a_desk_full

from tocsin.records import Origin
from tocsin.run import shelf, weighing
from tocsin.run.desk import Desk
from tocsin.run.shelf import Shelf, shelf_of

THEN = datetime(2025, 1, 1, tzinfo=UTC)
PARTS = ("origins", "stories", "relations", "events", "estimates", "sources", "cited")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Give a cache of our own, for desks however small."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    monkeypatch.setattr(shelf, "FEWEST", 1)
    monkeypatch.setattr(shelf, "_BEGAN", time.time() + 60)
    monkeypatch.setattr(shelf, "_program", shelf._program.__wrapped__)
    return tmp_path / "tocsin" / "weighed"


def view(readings):
    with Desk.open(":memory:") as desk:
        for reading in readings:
            desk.add(reading, collected_at=THEN)
        return desk.weighed()


def written(found):
    return {part: msgspec.json.encode(getattr(found, part)) for part in PARTS}


def of(readings):
    return shelf_of(view(readings).carried)


def refuse(*_):
    raise AssertionError("worked out anew")


def test_a_view_from_the_shelf_is_the_view_worked_out(cache, monkeypatch):
    first = written(view(a_desk_full()))
    for work in ("find_origins", "find_stories", "join_events", "relate", "estimate"):
        monkeypatch.setattr(weighing, work, refuse)
    assert written(view(a_desk_full())) == first


def test_what_is_added_is_never_answered_from_before(cache, monkeypatch):
    readings = a_desk_full()
    counts = range(1, len(readings) + 1)
    from_shelf = [written(view(readings[:count])) for count in counts]
    monkeypatch.setattr(shelf, "FEWEST", 10**9)
    assert [written(view(readings[:count])) for count in counts] == from_shelf


def test_the_same_sightings_have_one_shelf_and_others_another(cache):
    readings = a_desk_full()
    assert of(readings)._folder == of(readings)._folder
    assert of(readings)._folder != of(readings[:-1])._folder


def test_another_program_has_another_shelf(cache, monkeypatch):
    before = of(a_desk_full())
    monkeypatch.setattr(shelf, "_program", lambda: b"another")
    assert of(a_desk_full())._folder != before._folder


def test_a_program_changed_under_a_running_one_has_no_shelf(cache, monkeypatch):
    monkeypatch.setattr(shelf, "_BEGAN", 0.0)
    assert of(a_desk_full()) is None


def test_little_is_not_laid_aside(cache, monkeypatch):
    monkeypatch.setattr(shelf, "FEWEST", 10**9)
    assert of(a_desk_full()) is None
    assert not cache.exists()


def test_a_damaged_part_is_worked_out_anew(cache):
    first = written(view(a_desk_full()))
    for part in cache.glob("*/*"):
        part.write_bytes(part.read_bytes()[:-9])
    assert written(view(a_desk_full())) == first


def test_a_part_of_another_form_is_none(tmp_path):
    one = Shelf(tmp_path / "view")
    one.put("origins", [{"id": 1}])
    assert one.get("origins", tuple[Origin, ...]) is None
    assert one.get("stories", tuple[Origin, ...]) is None


def test_a_cache_that_cannot_be_written_changes_nothing(cache):
    cache.parent.parent.joinpath("tocsin").write_text("a file, where a folder should be")
    assert view(a_desk_full()).origins


def test_views_longest_unused_are_let_go(tmp_path):
    for number in range(shelf.VIEWS + 2):
        folder = tmp_path / f"view{number}"
        Shelf(folder).put("origins", [])
        os.utime(folder, (number, number))
    Shelf(tmp_path / "last").put("origins", [])
    left = {folder.name for folder in tmp_path.iterdir()}
    assert len(left) == shelf.VIEWS
    assert "last" in left
    assert "view0" not in left


@pytest.mark.skipif(os.name == "nt", reason="folders have no such modes there")
def test_only_the_owner_may_look_at_what_is_laid_aside(tmp_path):
    Shelf(tmp_path / "view").put("origins", [])
    assert (tmp_path / "view").stat().st_mode & 0o077 == 0
