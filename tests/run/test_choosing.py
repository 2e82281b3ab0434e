"""What of a weighed view is asked for: each filter narrows, and none loses what fits."""

import pytest
from tellings import one_event, said
from weighed_desk import a_desk_full

from tocsin.errors import InputError
from tocsin.records import Relation
from tocsin.run.choosing import choose_estimates, choose_events, choose_relations, choose_sources
from tocsin.run.desk import Desk
from tocsin.run.weighing import Weighed


@pytest.fixture(scope="module")
def found():
    with Desk.open(":memory:") as desk:
        list(desk.add_many(a_desk_full()))
        yield desk.weighed()


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({}, {"disaster", "deployment"}),
        ({"type": "disaster"}, {"disaster"}),
        ({"type": ("disaster", "coup")}, {"disaster"}),
        ({"status": "prepared"}, set()),
        ({"status": "occurred", "moved": True}, {"deployment"}),
        ({"place": "kursk"}, {"deployment"}),
        ({"country": "tr"}, {"disaster"}),
        ({"country": ["RU", "TR"]}, {"disaster", "deployment"}),
        ({"source": "doctors"}, {"disaster"}),
        ({"source": "nobody"}, set()),
        ({"credibility": 2}, {"disaster"}),
        ({"credibility": 5}, {"disaster", "deployment"}),
    ],
)
def test_events_are_chosen_by_what_they_are(found, filters, types):
    assert {event.type for event in choose_events(found, **filters)} == types


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 1),
        ({"kinds": ["denies"]}, 1),
        ({"kinds": ["corrects"]}, 0),
        ({"type": "disaster"}, 0),
        ({"type": "deployment", "place": "kursk", "country": "RU", "source": "army"}, 1),
        ({"source": "nobody"}, 0),
    ],
)
def test_relations_are_chosen_by_how_they_stand_and_by_their_event(found, filters, count):
    assert len(choose_relations(found, **filters)) == count


def test_what_cannot_be_compared_is_no_disagreement_unless_it_is_asked_for():
    found = Weighed([])
    apart = Relation(
        id="relation_1",
        kind="contradicts",
        claim="claim_1",
        other="claim_2",
        event="event_1",
        why_not="another population",
    )
    found.relations, found.happened = (apart,), {"event_1": one_event(said("9 were killed"))}
    assert choose_relations(found) == []
    assert choose_relations(found, uncompared=True) == [apart]


def test_relations_and_estimates_are_chosen_by_the_id_of_their_event(found):
    [denial], [estimate] = choose_relations(found), found.estimates
    assert choose_relations(found, event=denial.event[:12]) == [denial]
    assert choose_estimates(found, event=estimate.event) == [estimate]
    assert choose_estimates(found, event=denial.event) == []
    with pytest.raises(InputError, match="no event"):
        choose_estimates(found, event="event_none")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"type": "disaster", "country": "TR", "place": "turkey", "source": "ministry"}, 1),
        ({"type": "deployment"}, 0),
        ({"country": "RU"}, 0),
        ({"place": "kursk"}, 0),
        ({"source": "army"}, 0),
    ],
)
def test_estimates_are_chosen_by_what_is_counted_where_and_by_whom(found, filters, count):
    assert len(choose_estimates(found, **filters)) == count


def test_an_estimate_is_found_by_the_start_of_its_id(found):
    [estimate] = found.estimates
    assert choose_estimates(found, given=estimate.id[:14]) == [estimate]


def test_sources_are_chosen_by_a_part_of_their_name(found):
    assert [r.source for r in choose_sources(found, "council")] == ["Kursk Council"]
    settled = [record.n for record in choose_sources(found)]
    assert settled == sorted(settled, reverse=True)
