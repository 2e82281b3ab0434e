"""What one add does: a text, a copy of it, another version, a newer reading."""

from datetime import UTC, datetime

import pytest
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.errors import InputError
from tocsin.keep.found import ClaimQuery, ReportQuery
from tocsin.records import Reading

URL = "https://a.example/1"
LATER_TEXT = "North Korea has sent about 3,000 troops to Russia, two ministries said on Monday."


def day(number):
    return datetime(2024, 10, number, tzinfo=UTC)


def reading_of(text=TEXT, reader="test-1", **parts):
    return Reading(reader=reader, report=a_report(text, **parts), claims=(a_claim(text=text),))


def standing(store):
    return [report.id for report in store.reports(ReportQuery())]


def test_a_new_text_is_added(store):
    added = store.add(a_reading())
    assert (added.state, added.report, added.claims) == ("added", a_report().id, 1)
    assert added.supersedes is None
    assert added.new_sighting


def test_the_same_again_is_known(store):
    store.add(a_reading())
    again = store.add(a_reading())
    assert (again.state, again.new_sighting) == ("known", False)


def test_a_copy_on_another_site_is_a_sighting_of_the_same_report(store):
    store.add(reading_of(url=URL))
    copy = store.add(reading_of(url="https://b.example/9", publisher="Other"))
    assert (copy.state, copy.new_sighting) == ("known", True)
    [report] = store.reports(ReportQuery())
    assert (report.sightings, report.claims) == (2, 1)
    assert len(store.claims(ClaimQuery())) == 1


def test_one_page_saved_under_two_names_is_one_sighting(store):
    store.add(reading_of(url=URL, file="a.html"))
    assert not store.add(reading_of(url=URL, file="b.html")).new_sighting
    store.add(reading_of(url=None, publisher=None, file="a.txt"))
    assert store.add(reading_of(url=None, publisher=None, file="b.txt")).new_sighting


def test_another_text_at_the_same_address_is_a_version(store):
    first = store.add(reading_of(url=URL))
    second = store.add(reading_of(LATER_TEXT, url=URL))
    assert (second.state, second.supersedes) == ("version", first.report)
    assert standing(store) == [second.report]
    assert store.report(first.report).report.text == TEXT


def test_a_version_collected_earlier_but_added_later_is_superseded_at_once(store):
    newer = store.add(reading_of(LATER_TEXT, url=URL), collected_at=day(23))
    older = store.add(reading_of(url=URL), collected_at=day(22))
    assert (older.state, older.supersedes, older.superseded_by) == ("version", None, newer.report)
    assert standing(store) == [newer.report]


def test_a_version_between_two_others_changes_nothing_that_stands(store):
    store.add(
        reading_of(
            "First: sent about 3,000 troops, North Korea has sent about 3,000 troops to Russia",
            url=URL,
        ),
        collected_at=day(20),
    )
    last = store.add(reading_of(LATER_TEXT, url=URL), collected_at=day(23))
    middle = store.add(reading_of(url=URL), collected_at=day(22))
    assert middle.supersedes
    assert middle.superseded_by == last.report
    assert standing(store) == [last.report]


def test_without_an_address_publisher_title_and_day_make_a_version(store):
    store.add(reading_of(title="Troops", published=day(21)))
    second = store.add(reading_of(LATER_TEXT, title="Troops", published=day(21)))
    assert second.state == "version"
    assert standing(store) == [second.report]


def test_a_daily_briefing_under_one_title_is_not_a_version_of_the_day_before(store):
    store.add(reading_of(title="Situation report", published=day(21)))
    second = store.add(reading_of(LATER_TEXT, title="Situation report", published=day(22)))
    assert second.state == "added"
    assert len(standing(store)) == 2


def test_without_address_or_title_two_texts_are_two_reports(store):
    store.add(reading_of(publisher=None, file="a.txt"))
    assert store.add(reading_of(LATER_TEXT, publisher=None, file="a.txt")).state == "added"


def test_a_text_stands_while_one_site_still_carries_it(store):
    first = store.add(reading_of(url=URL))
    store.add(reading_of(url="https://b.example/9"))
    store.add(reading_of(LATER_TEXT, url=URL))
    assert first.report in standing(store)
    assert len(standing(store)) == 2


def test_a_newer_reader_adds_a_reading_that_stands(store):
    store.add(reading_of(url=URL))
    again = store.add(reading_of(url=URL, reader="test-2"))
    assert again.state == "reread"
    assert not again.new_sighting
    assert store.report(again.report).reader == "test-2"
    assert store.add(reading_of(url=URL)).state == "known"
    assert store.report(again.report).reader == "test-2"


def test_a_mended_date_takes_the_place_of_the_wrong_one(store):
    store.add(reading_of(title="Troops", published=day(21)))
    mended = store.add(reading_of(title="Troops", published=day(22)))
    assert (mended.state, mended.supersedes, mended.new_sighting) == ("reread", None, True)
    assert store.report(mended.report).report.published == day(22)


def test_the_first_publication_shows_a_report_carried_twice(store):
    store.add(reading_of(url=URL, published=day(22)))
    store.add(reading_of(url="https://b.example/9", published=day(21), publisher="Other"))
    store.add(reading_of(url="https://c.example/9", published=None, publisher="Undated"))
    assert [report.publisher for report in store.reports(ReportQuery())] == ["Other"]


def test_an_id_that_is_not_made_from_the_text_is_refused(store):
    made_up = a_report(id="report_0123456789abcdef")
    with pytest.raises(InputError, match="read the text again"):
        store.add(a_reading(report=made_up))
    assert standing(store) == []
