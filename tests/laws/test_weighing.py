"""The laws of weighing: order and copies change nothing, new origins never make it worse."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tellings import SYRIA, TURKEY, a_source, copied, one_event, origins_of, said

from tocsin.records import content_id
from tocsin.weigh.credibility import grade
from tocsin.weigh.estimate import estimate
from tocsin.weigh.relations import relate
from tocsin.weigh.reliability import earn

thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

WORDS = ("", "at least ", "more than ", "up to ", "about ")
PUBLISHERS = ("AP", "Post", "Times", "Echo", "Globe")


@st.composite
def tolls(draw):
    """A toll of a disaster, or of soldiers, in the words of some report."""
    figure = f"{draw(st.sampled_from(WORDS))}{draw(st.integers(1, 90_000)):,}"
    place = draw(st.sampled_from((TURKEY, SYRIA, None)))
    where = f" in {place['text']}" if place else ""
    return said(
        f"{figure} people were killed{where}",
        of="people",
        place=place,
        day=draw(st.integers(1, 20)),
        publisher=draw(st.sampled_from(PUBLISHERS)),
        source=draw(st.sampled_from((None, "Ankara", "Damascus"))),
        sighting=draw(st.integers(0, 10**6)),
    )


def sightings(least=1):
    return st.lists(tolls(), min_size=least, max_size=9, unique_by=lambda one: one.report)


def weighed(carried, groups=None):
    """Everything that figures and relations come to; every report is an origin of its own."""
    origins = origins_of(*(groups or [(one,) for one in sorted(carried, key=_first)]))
    events = [one_event(*sorted(carried, key=_first))]
    relations = relate(events, carried, origins)
    return (
        estimate(carried, events, origins),
        relations,
        earn(carried, events, relations, origins),
    )


def _first(one):
    return one.published, one.sighting


@thorough
@given(sightings(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(carried, chance):
    shuffled = list(carried)
    chance.shuffle(shuffled)
    assert weighed(shuffled) == weighed(carried)


@thorough
@given(sightings())
def test_adding_again_adds_nothing(carried):
    assert weighed([*carried, *carried]) == weighed(carried)


@thorough
@given(sightings(), st.data())
def test_a_copy_changes_no_figure_no_count_and_no_relation(carried, data):
    original = data.draw(st.sampled_from(carried))
    copies = [copied(original, day=28, publisher=f"Copy {n}") for n in range(3)]
    groups = [(one, *copies) if one is original else (one,) for one in carried]
    plain, after = weighed(carried), weighed([*carried, *copies], groups)
    assert [one.band for one in after[0]] == [one.band for one in plain[0]]
    assert [_changes(one) for one in after[0]] == [_changes(one) for one in plain[0]]
    assert after[1] == plain[1]
    kept = {record.source: record for record in after[2]}
    assert [kept[record.source] for record in plain[2]] == list(plain[2])


def _changes(found):
    return [[f.low for f in history.figures if f.changed] for history in found.histories]


@thorough
@given(sightings())
def test_every_figure_lies_between_the_lowest_and_the_highest_kept(carried):
    for found in weighed(carried)[0]:
        figures = [f for history in found.histories for f in history.figures]
        known = [v for f in figures for v in (f.low, f.best, f.high) if v is not None]
        for band in found.band:
            given_ = [v for v in (band.low, band.best, band.high) if v is not None]
            assert given_
            assert min(known) <= min(given_)
            assert max(given_) <= max(known)
            assert given_ == sorted(given_)


@thorough
@given(sightings())
def test_the_best_figure_of_a_total_never_falls(carried):
    for found in weighed(carried)[0]:
        best = [band.best for band in found.band]
        assert found.kind != "total" or best == sorted(best)


@thorough
@given(sightings(least=3), st.integers(1, 20))
def test_a_slipped_zero_does_not_move_what_three_agree_on(carried, day):
    told = [
        said(f"{3000 + n} people were killed in Turkey", of="people", place=TURKEY, day=day,
             publisher=name)
        for n, name in enumerate(PUBLISHERS[:3])
    ]  # fmt: skip
    slip = said(
        "30,010 people were killed in Turkey", of="people", place=TURKEY, day=day, publisher="X"
    )
    (plain,), (found,) = weighed(told)[0], weighed([*told, slip])[0]
    assert [(b.low, b.best, b.high) for b in found.band] == [
        (b.low, b.best, b.high) for b in plain.band
    ]


@st.composite
def claims(draw):
    """A claim of one event with the origin that it counts for."""
    names = draw(
        st.lists(st.sampled_from(("South Korea", "Ukraine", "Japan", "officials")), max_size=2)
    )
    number = draw(st.integers(0, 10**6))
    made = said(
        f"troops came {number}",
        trigger="came",
        type="deployment",
        status=draw(st.sampled_from(("occurred", "prepared", "predicted"))),
        certainty=draw(st.sampled_from(("certain", "possible", "unknown"))),
    ).claims[0]
    claim = replace(made, sources=tuple(a_source(name) for name in names))
    return claim, f"origin_{draw(st.integers(0, 4))}"


def some_claims(least=0):
    return st.lists(claims(), min_size=least, max_size=6, unique_by=lambda pair: pair[0].id)


@thorough
@given(some_claims(), claims(), st.sampled_from(("Norway", "Ukraine", None)))
def test_a_new_origin_that_affirms_never_makes_it_less_credible(told, new, name):
    before = grade([c for c, _ in told], (), {c.id: origin for c, origin in told})
    source = (a_source(name),) if name else ()
    added = replace(new[0], id=content_id("claim", "new"), sources=source, status="occurred")
    every = [*told, (added, "origin_new")]
    after = grade([c for c, _ in every], (), {c.id: origin for c, origin in every})
    assert after.credibility <= before.credibility


@thorough
@given(some_claims(least=1), st.data())
def test_a_copy_changes_no_credibility(told, data):
    claim, origin = data.draw(st.sampled_from(told))
    again = replace(claim, id=content_id("claim", "copy", claim.id)), origin
    before = grade([c for c, _ in told], (), {c.id: o for c, o in told})
    every = [*told, again]
    after = grade([c for c, _ in every], (), {c.id: o for c, o in every})
    assert (after.credibility, after.reason) == (before.credibility, before.reason)


@thorough
@given(sightings(), st.data())
def test_what_a_page_said_before_it_was_changed_moves_nothing_that_stands(carried, data):
    last = data.draw(st.sampled_from(carried))
    older = said("7,777 people were killed", of="people", publisher=last.publisher, sighting="old")
    former = replace(older, claims=(), former=older.claims, newer=last.sighting)
    origins = origins_of(*((one,) for one in sorted(carried, key=_first)))
    events = [one_event(*sorted(carried, key=_first))]
    plain = estimate(carried, events, origins)
    after = estimate([*carried, former], events, origins)
    assert relate(events, [*carried, former], origins) == relate(events, carried, origins)
    kept = {found.id: found for found in after}
    assert [kept[found.id].band for found in plain] == [found.band for found in plain]
    gone = [f for found in after for h in found.histories for f in h.figures if f.replaced]
    assert [figure.claim for figure in gone] == [claim.id for claim in older.claims]
