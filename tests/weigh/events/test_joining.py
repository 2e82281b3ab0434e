"""Tellings gathered into groups."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tocsin.records import Place
from tocsin.weigh.events.joining import join
from tocsin.weigh.events.likeness import likeness
from tocsin.weigh.events.tellings import Telling, hashed

AT = datetime(2024, 10, 21, tzinfo=UTC)
KYIV = Place(span=(0, 4), text="Kyiv", name="Kyiv", country="UA", precision="city")
RAID = Telling(
    id="0", report="0", at=AT, type="attack", word="struck", place=KYIV, names=hashed("Russia")
)


def told(number, **parts):
    at = AT + timedelta(hours=number)
    return replace(RAID, **{"id": str(number), "report": str(number), "at": at, **parts})


def joined(*tellings, least=0.0, **parts):
    groups = join(tellings, likeness(tellings), least=least, **parts)
    return [[one.id for one in group] for group in groups]


def test_what_many_tell_is_one_event_in_the_order_of_time():
    assert joined(*(told(n) for n in range(6))) == [["0", "1", "2", "3", "4", "5"]]


def test_it_joins_the_event_that_most_speaks_for():
    monday, friday = date(2024, 10, 14), date(2024, 10, 18)
    first = told(1, start=monday, end=monday)
    second = told(2, start=friday, end=friday, figures=frozenset({7.0}))
    third = told(3, start=friday, end=friday, figures=frozenset({7.0}))
    assert joined(first, second, third, least=3.5) == [["1"], ["2", "3"]]


def test_nothing_is_joined_where_too_little_speaks_for_it():
    alone = [["0"], ["1"]]
    assert joined(told(0), told(1), least=99.0) == alone
    assert joined(told(0), told(1, names=hashed("Fiji")), least=7.0) == alone


def test_an_incident_holds_other_deeds_and_an_event_does_not():
    meeting = told(1, type="consultation", word="met")
    assert joined(told(0), meeting) == [["0"], ["1"]]
    assert joined(told(0), meeting, typed=False) == [["0", "1"]]


def test_nothing_told_is_no_event():
    assert joined() == []
