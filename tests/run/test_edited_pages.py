"""A page that was changed: what it said is history now, and stood then."""

from datetime import UTC, datetime, timedelta

import pytest
from tellings import TURKEY, on
from weighed_desk import told

from tocsin.keep.store import Store
from tocsin.run.choosing import choose_estimates
from tocsin.run.desk import Desk

FIRST = "At least 1,100 people were killed in Turkey on Monday"
LATER = "At least 1,400 people were killed in Turkey on Monday"


class Days:
    """A clock that moves a day with every look."""

    now = datetime(2023, 3, 1, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(days=1)
        return self.now


@pytest.fixture
def edited():
    """Return a desk that has two versions of a page, and when it had only the first."""
    clock = Days()
    with Desk(Store.open(":memory:", clock=clock)) as desk:
        toll = {"of": "people", "place": TURKEY, "time": on(6)}
        desk.add(told(FIRST, "Demo Wire", 7, title="Toll", **toll))
        then = clock.now
        desk.add(told(LATER, "Demo Wire", 7, title="Toll", **toll))
        yield desk, then


def figures(desk, as_of=None):
    (found,) = desk.estimates(as_of=as_of)
    return [(one.low, one.replaced) for history in found.histories for one in history.figures]


def test_the_older_figure_is_history_now_and_stood_then(edited):
    desk, then = edited
    assert figures(desk) == [(1100, True), (1400, False)]
    assert figures(desk, as_of=then) == [(1100, False)]


def test_only_the_newest_version_has_a_vote(edited):
    desk, then = edited
    assert [band.low for band in desk.estimates()[0].band] == [1400]
    assert [band.low for band in desk.estimates(as_of=then)[0].band] == [1100]


def test_the_older_version_is_no_event_and_contradicts_nobody(edited):
    desk, _ = edited
    found = desk.weighed()
    assert [len(event.claims) for event in found.events] == [1]
    assert found.relations == ()
    assert {(record.source, record.claims) for record in found.sources} == {("Demo Wire", 1)}


def test_what_was_said_leads_back_to_its_words(edited):
    desk, _ = edited
    found = desk.weighed()
    quotes = [found.told[claim].claim.quote for claim in found.claims_of(found.estimates[0])]
    assert quotes == [FIRST, LATER]
    old = found.claims_of(found.estimates[0])[0]
    assert found.told[old].origin == found.origins[0].id
    assert not desk.why(old).standing


def test_a_figure_that_is_given_no_more_is_still_asked_for_by_its_place(edited):
    desk, _ = edited
    desk.add(told("Rescuers went home", "Demo Wire", 7, title="Toll", trigger="went"))
    found = desk.weighed()
    assert [one.band for one in choose_estimates(found, place="Turkey")] == [()]
    assert choose_estimates(found, place="Syria") == []
    assert choose_estimates(found, country="TR") == [], "no event tells in which country it was"
