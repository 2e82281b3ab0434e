"""A view of a desk, weighed: every part is there, every id leads back to claims."""

from datetime import UTC, datetime

import pytest
from tellings import TURKEY, own, said
from weighed_desk import COUNT, DENIAL, DONE, PLAN, TOLL, a_desk_full

from tocsin.errors import InputError
from tocsin.records import Override
from tocsin.run.desk import Desk
from tocsin.run.weighing import PARTS, Weighed


@pytest.fixture(scope="module")
def found():
    with Desk.open(":memory:") as desk:
        list(desk.add_many(a_desk_full()))
        yield desk.weighed()


def quotes(found, ids):
    return [found.told[claim].claim.quote for claim in ids]


def test_a_copy_has_one_origin_with_its_original(found):
    [shared] = [origin for origin in found.origins if len(origin.members) > 1]
    assert [member.publisher for member in shared.members] == ["Demo Wire", "Harbour Post"]
    assert [member.how for member in shared.members] == ["first", "copy"]
    assert len(found.origins) == 5


def test_claims_of_one_happening_are_one_event_that_moved_on(found):
    moved = [event for event in found.events if len(event.transitions) > 1]
    assert [[move.status for move in event.transitions] for event in moved] == [
        ["prepared", "occurred"]
    ]
    assert quotes(found, moved[0].claims) == [PLAN, DONE, DENIAL]


def test_an_event_is_affirmed_by_the_origins_that_its_claims_count_for(found):
    [toll] = [event for event in found.events if TOLL in quotes(found, event.claims)]
    affirming = {found.told[claim].origin for claim in toll.claims}
    assert set(toll.origins) == affirming
    assert {found.names[origin] for origin in toll.origins} == {"Health Ministry", "Doctors Union"}
    assert toll.grade.credibility <= 2


def test_a_denial_is_a_relation_with_both_claims(found):
    [denial] = [relation for relation in found.relations if relation.kind == "denies"]
    assert quotes(found, [denial.claim, denial.other]) == [DENIAL, DONE]
    assert denial.event in found.happened


def test_a_figure_keeps_its_claim_and_its_source(found):
    [estimate] = found.estimates
    figures = [figure for history in estimate.histories for figure in history.figures]
    assert {(f.source, f.best) for f in figures} == {
        ("Health Ministry", 1100),
        ("Doctors Union", 2400),
    }
    assert set(quotes(found, found.claims_of(estimate))) == {TOLL, COUNT}


def test_every_source_has_its_record(found):
    assert {"Health Ministry", "Kursk Council"} <= {record.source for record in found.sources}


def test_every_sighting_is_in_a_story(found):
    assert {s for story in found.stories for s in story.sightings} == set(found.seen)


def test_every_id_is_found_by_its_beginning_and_leads_to_claims(found):
    for kind, part in PARTS.items():
        assert getattr(found, part), part
        for one in getattr(found, part):
            assert found.by_id(kind, one.id) == found.by_id(kind, one.id[:-4]) == one
            assert found.claims_of(one)
            assert set(found.claims_of(one)) <= set(found.told)


def test_a_cited_source_is_an_origin_by_its_id(found):
    cited = found.told[found.estimates[0].histories[0].figures[0].claim].origin
    assert found.by_id("origin", cited).kind == "source"
    assert found.names[cited] in {"Health Ministry", "Doctors Union"}


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        ("event", "event_zz", "no event 'event_zz' here: `tocsin events` lists them"),
        ("relation", "relation_", "`tocsin contradictions` lists them"),
        ("origin", "", "no origin"),
    ],
)
def test_an_unknown_id_is_refused_with_where_to_look(found, kind, given, words):
    with pytest.raises(InputError, match=words):
        found.by_id(kind, given)


def test_an_id_that_begins_several_is_refused_with_them():
    carried = [said(f"{n} people were killed in Turkey", sighting=f"s{n}") for n in range(40)]
    found = Weighed(carried)
    found.origins = own(*carried)
    start = next(s for s in "0123456789abcdef" if sum(o.id[7] == s for o in found.origins) > 1)
    with pytest.raises(InputError, match="begins several ids"):
        found.by_id("origin", start)


def test_the_order_of_what_was_carried_changes_nothing(found):
    turned = Weighed(reversed(found.carried))
    assert turned.carried == found.carried
    for part in PARTS.values():
        assert getattr(turned, part) == getattr(found, part)
    assert turned.sources == found.sources


def test_a_claim_is_told_by_the_sighting_that_carried_it_first(found):
    first = found.told[found.claims_of(found.estimates[0])[0]]
    assert first.carrier.publisher in {"Demo Wire", "City News"}
    assert first.claim in first.carrier.claims


def test_an_override_stands_beside_the_earned_grade():
    at = datetime(2023, 3, 1, tzinfo=UTC)
    own = Override(source="Demo Post", reliability="B", by="R.", why="a reason", at=at)
    carried = [said("30 people were killed in Turkey", of="people", place=TURKEY)]
    [record] = Weighed(carried, [own]).sources
    assert (record.source, record.reliability, record.override) == ("Demo Post", "F", own)


def test_nothing_weighs_nothing():
    empty = Weighed([])
    assert not any(getattr(empty, part) for part in (*PARTS.values(), "sources", "told"))
