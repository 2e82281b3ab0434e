"""Parts of the evidence, each worked out once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tocsin.records import Numbers, Place
from tocsin.weigh.events import compared as module
from tocsin.weigh.events.compared import Compared
from tocsin.weigh.events.evidence import PRIOR, alike, deed, when, where
from tocsin.weigh.events.likeness import likeness
from tocsin.weigh.events.tellings import Telling

AT = datetime(2024, 10, 21, tzinfo=UTC)
KYIV = Place(span=(0, 4), text="Kyiv", name="Kyiv", country="UA", precision="city")
LVIV = replace(KYIV, text="Lviv", name="Lviv", lat=49.8, lon=24.0)
PLAIN = Telling(id="1", report="1", at=AT, type="attack", word="struck", about=Numbers.of([1, 2]))
TOLD = [
    PLAIN,
    replace(PLAIN, id="2", report="2", place=KYIV, about=Numbers.of([1, 2, 3])),
    replace(PLAIN, id="3", report="3", place=LVIV, start=date(2024, 10, 20), word="shelled"),
    replace(PLAIN, id="4", report="3", near=KYIV, crowd=9, end=date(2024, 10, 20)),
]


@pytest.mark.parametrize("kept", [1, 1 << 19])
def test_a_part_that_is_known_already_says_the_same(kept, monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", kept)
    desk = likeness(TOLD)
    compared = Compared(desk, typed=True)
    marked = [compared.marked(one) for one in TOLD]
    for _ in range(2):
        for one in marked[:3]:
            for other in marked[:3]:
                a, b = one.telling, other.telling
                share = desk.share(a.report, b.report)
                said = PRIOR + alike(a, b, share) + where(a, b) + when(a, b) + deed(a, b)
                assert compared.said(one, [other]) == [pytest.approx(said)]


def test_one_that_cannot_be_leaves_nothing_to_be_said():
    compared = Compared(likeness(TOLD), typed=True)
    meeting = compared.marked(replace(PLAIN, type="consultation", word="met"))
    plan = compared.marked(replace(PLAIN, ahead=True))
    one = compared.marked(PLAIN)
    assert compared.said(one, [one, meeting]) is None
    assert compared.said(one, [plan]) is None


def test_an_incident_does_not_ask_what_was_done():
    compared = Compared(likeness(TOLD), typed=False)
    meeting = compared.marked(replace(PLAIN, type="consultation", word="met", ahead=True))
    assert compared.said(compared.marked(PLAIN), [meeting]) is not None


def test_the_larger_crowd_takes_from_both():
    compared = Compared(likeness(TOLD), typed=True)
    one, crowd = compared.marked(PLAIN), compared.marked(replace(PLAIN, crowd=9))
    assert compared.said(one, [crowd]) == compared.said(crowd, [one])
    assert compared.said(one, [crowd])[0] < compared.said(one, [one])[0]
