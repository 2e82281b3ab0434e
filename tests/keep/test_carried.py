"""What weighing starts from: every place that carries a text, and what analysts say of sources."""

import gc
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from builders import TEXT, a_claim, a_reading, a_report
from databases import on_sqlite

from tocsin.errors import InputError
from tocsin.keep.found import Marks
from tocsin.records import Reading

A, B = "https://a.example/1", "https://b.example/1"
SIGNED = {"by": "R. Analyst", "why": "three of its figures were withdrawn"}


def seen(store, as_of=None):
    return {(found.sighting.url, found.text) for found in store.carried(as_of=as_of)}


def test_every_place_that_carries_a_text_is_one(store):
    for url in (A, B):
        store.add(a_reading(report=a_report(url=url)))
    assert seen(store) == {(A, TEXT), (B, TEXT)}
    [one, other] = store.carried()
    assert one.claims == other.claims == (a_claim(),)
    assert one.claims is other.claims, "what is shared is loaded once"


def test_a_text_without_claims_is_there_too(store):
    store.add(Reading(reader="none", report=a_report("Nothing happened.")))
    [found] = store.carried()
    assert (found.text, found.claims) == ("Nothing happened.", ())


def test_a_replaced_text_says_nothing_any_more_and_did_then(store, clock):
    later = f"{TEXT} More followed."
    store.add(a_reading(report=a_report(url=A)))
    before = clock.now
    store.add(a_reading(a_claim(text=later), report=a_report(later, url=A)))
    old, new = sorted(store.carried(), key=lambda one: one.text)
    assert (old.text, old.claims, old.former) == (TEXT, (), (a_claim(),))
    assert (new.text, len(new.claims), new.former, new.newer) == (later, 1, (), None)
    assert old.newer == new.sighting.id
    assert [(one.text, bool(one.claims)) for one in store.carried(as_of=before)] == [(TEXT, True)]


def test_of_several_later_texts_the_next_took_the_place(store, clock):
    texts = [TEXT, f"{TEXT} More followed.", f"{TEXT} Then it ended."]
    for day in (0, 2, 1):
        seen_at = datetime(2026, 1, 1 + day, tzinfo=UTC)
        store.add(a_reading(report=a_report(texts[day], url=A)), collected_at=seen_at)
    found = {one.text: one for one in store.carried()}
    assert found[texts[0]].newer == found[texts[1]].sighting.id
    assert found[texts[1]].newer == found[texts[2]].sighting.id


def test_a_text_whose_facts_were_mended_is_carried_once(store):
    store.add(a_reading(report=a_report(url=A, publisher="Post")))
    store.add(a_reading(report=a_report(url=A, publisher="The Post")))
    assert [one.sighting.publisher for one in store.carried()] == ["The Post"]


def test_as_of_now_equals_the_present(store, clock):
    for url in (A, B):
        store.add(a_reading(report=a_report(url=url)))
    assert store.carried(as_of=clock.now) == store.carried()
    assert store.carried(as_of=datetime(2020, 1, 1, tzinfo=UTC)) == []


def test_claims_are_those_of_the_reading_that_stands_in_the_order_of_the_text(store):
    first, second = a_claim(quote="North Korea has sent"), a_claim(quote="has sent about 3,000")
    store.add(a_reading(first))
    store.add(Reading(reader="test-2", report=a_report(), claims=(first, second)))
    assert [found.claims for found in store.carried()] == [(first, second)]


def test_loading_leaves_the_search_for_cycles_as_it_was(store):
    gc.disable()
    try:
        store.carried()
        assert not gc.isenabled()
    finally:
        gc.enable()
    store.carried()
    assert gc.isenabled()


def test_the_mark_changes_when_something_is_added_and_not_otherwise(store):
    marks = [store.mark()]
    store.add(a_reading(report=a_report(url=A)))
    marks.append(store.mark())
    store.add(a_reading(report=a_report(url=B)))
    marks.append(store.mark())
    store.override("Post", "B", **SIGNED)
    marks.append(store.mark())
    store.add(a_reading(report=a_report(url=B)))
    assert len(set(marks)) == 4
    assert store.mark() == marks[-1]


def test_marks_are_kept_once_and_by_the_method_that_made_them(store):
    reading, made = a_reading(), Marks(stamp="one", packed={"marks_1": b"a", "lineage_1": b"b"})
    store.add(reading, marks=made)
    store.add(reading, marks=made)
    store.add(reading, marks=Marks(stamp="two", packed={"marks_2": b"c"}))
    assert store.marks("one") == {"marks_1": b"a", "lineage_1": b"b"}
    assert store.marks("two") == {"marks_2": b"c"}
    assert store.marks("three") == {}


def test_a_grade_is_kept_dated_and_signed(store, clock):
    assert store.override("Post", "E", **SIGNED)
    [kept] = store.overrides()
    assert (kept.source, kept.reliability, kept.at) == ("Post", "E", clock.now)
    assert (kept.by, kept.why) == tuple(SIGNED.values())


def test_the_last_grade_stands_and_the_earlier_one_stood_then(store, clock):
    store.override("Post", "E", **SIGNED)
    then = clock.now
    store.override("Post", "C", **SIGNED)
    store.override("Wire", "B", **SIGNED)
    assert [(o.source, o.reliability) for o in store.overrides()] == [("Post", "C"), ("Wire", "B")]
    assert [(o.source, o.reliability) for o in store.overrides(as_of=then)] == [("Post", "E")]


def test_a_grade_that_stands_is_not_kept_twice_and_one_that_was_given_up_may_come_back(store):
    given = [store.override("Post", letter, **SIGNED) for letter in ("E", "E", "C", "E")]
    assert given == [True, False, True, True]


def test_a_grade_may_be_lifted(store):
    assert not store.override("Post", None, **SIGNED), "there is none to lift"
    store.override("Post", "E", **SIGNED)
    assert store.override("Post", None, **SIGNED)
    assert store.overrides() == []


@pytest.mark.parametrize(
    ("source", "letter", "signed", "words"),
    [
        ("Post", "G", SIGNED, "is no grade"),
        (" ", "B", SIGNED, "say the source"),
        ("Post", "B", SIGNED | {"by": ""}, "say who gives the grade"),
        ("Post", "B", SIGNED | {"why": " "}, "say why"),
    ],
)
def test_a_grade_without_what_it_needs_is_refused(store, source, letter, signed, words):
    with pytest.raises(InputError, match=words):
        store.override(source, letter, **signed)
    assert store.overrides() == []


@on_sqlite
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE overrides SET reliability = 'A'",
        "DELETE FROM overrides",
        "INSERT OR REPLACE INTO overrides SELECT * FROM overrides",
    ],
)
def test_the_database_itself_refuses_to_change_a_grade(store, change):
    store.override("Post", "E", **SIGNED)
    with (
        store._engine.connect() as connection,
        pytest.raises(sa.exc.IntegrityError, match="never"),
    ):
        connection.execute(sa.text(change))
