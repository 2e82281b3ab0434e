"""The calls that open tocsin as a library."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import tocsin
from tocsin.run.moments import moment


def test_a_day_is_its_midnight_and_a_zone_is_kept():
    assert moment(date(2024, 12, 23)) == datetime(2024, 12, 23, tzinfo=UTC)
    assert moment(" 2024-12-23 ") == datetime(2024, 12, 23, tzinfo=UTC)
    assert moment("2024-12-23T09:00+09:00").utcoffset() == timedelta(hours=9)
    assert moment(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2)))).hour == 0
    assert moment(None) is None


def test_a_date_that_is_none_names_the_form():
    with pytest.raises(tocsin.InputError, match="Write it as 2024-12-23"):
        tocsin.read("x", published="last Monday")


def test_reading_finds_the_language_and_keeps_what_is_given():
    reading = tocsin.read(
        "The army said that forty people were killed in the town on Monday.",
        published="2024-12-23",
        publisher="Demo Post",
        url="https://example.org/a",
    )
    assert reading.report.language == "en"
    assert reading.report.published_from == "given"
    assert reading.claims[0].event.type == "casualties"


def test_a_desk_opens_from_the_front_door(tmp_path):
    reading = tocsin.read("The army said that forty people were killed on Monday.", language="en")
    with tocsin.open(tmp_path / "desk.db") as desk:
        assert desk.add(reading).state == "added"
        assert desk.add(reading).state == "known"


SAMPLE = "Rebels seized Goma last month and about 1,100 soldiers fled to Kenya, the army said."


def test_a_layer_alone_is_the_layer_of_the_whole_reading():
    layers = tocsin.read(SAMPLE, published="2024-12-23").layers
    assert tocsin.times(SAMPLE, published="2024-12-23") == layers.times
    assert tocsin.quantities(SAMPLE) == layers.quantities
    assert tocsin.places(SAMPLE) == layers.places
    assert [len(layer) for layer in (layers.times, layers.quantities, layers.places)] == [1, 1, 2]


def test_a_layer_of_odd_text_is_empty():
    assert tocsin.times("") == tocsin.quantities("\x00\ud800") == tocsin.places(" \n") == ()
