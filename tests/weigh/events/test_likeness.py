"""How alike reports are."""

from datetime import UTC, datetime

import pytest

from tocsin.records import Numbers
from tocsin.weigh.events import likeness as module
from tocsin.weigh.events.likeness import Likeness, likeness
from tocsin.weigh.events.tellings import Telling

# Two reports on one flood, two on one trial, and one that has nothing of either.
DESK = {
    "flood 1": Numbers.of([1, 2, 3, 4, 5, 90, 91]),
    "trial 1": Numbers.of([11, 12, 13, 14, 92, 93]),
    "flood 2": Numbers.of([1, 2, 3, 4, 6, 92, 92]),
    "trial 2": Numbers.of([11, 12, 13, 90]),
    "chess": Numbers.of([51, 52, 53, 54]),
}


def test_reports_on_one_thing_share_more_and_are_near():
    desk = Likeness(DESK)
    assert desk.share("flood 1", "flood 2") > desk.share("flood 2", "trial 1")
    assert desk.near["flood 2"][0] == "flood 1"
    assert desk.near["trial 2"][0] == "trial 1"
    assert desk.near["flood 1"] == desk.near["chess"] == ()


def test_it_does_not_matter_which_report_comes_first_in_the_question():
    desk = Likeness(DESK)
    assert desk.share("flood 1", "flood 2") == desk.share("flood 2", "flood 1")


def test_reports_that_share_no_word_were_not_compared():
    assert Likeness(DESK).share("flood 1", "chess") is None


def test_a_report_without_words_is_like_no_other():
    desk = Likeness({"a": Numbers(), "b": Numbers(), "c": Numbers.of([1])})
    assert desk.near == {"a": (), "b": (), "c": ()}
    assert desk.share("a", "b") is None
    assert Likeness({}).near == {}


@pytest.fixture
def _learned_from_two(monkeypatch):
    monkeypatch.setattr(module, "LEARN", 2)


@pytest.mark.usefixtures("_learned_from_two")
def test_what_comes_later_changes_no_share_of_earlier_reports():
    names = list(DESK)
    some, every = (Likeness({name: DESK[name] for name in names[:end]}) for end in (4, 5))
    assert all(some.near[name] == every.near[name] for name in names[:4])
    assert some.share("flood 1", "flood 2") == every.share("flood 1", "flood 2")


def test_tellings_bring_the_words_of_their_reports():
    at = datetime(2024, 1, 1, tzinfo=UTC)
    told = [Telling(id=name, report=name, at=at, about=about) for name, about in DESK.items()]
    assert likeness(told).near == Likeness(DESK).near
