"""Laws of stories and events: order, copies, doing a thing twice, what comes later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from builders import a_claim
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.read.fingerprints import fingerprint
from tocsin.records import Carried, Member, Numbers, Origin, Place, Role, content_id
from tocsin.weigh.events import join_events
from tocsin.weigh.stories import find_stories
from tocsin.weigh.stories.threads import Item, Threads
from tocsin.weigh.stories.weights import Weights, numbered

WHO = ("North Korea", "Houthis", "Israel")
WHERE = ("Russia", "Yemen")
WHAT = ("sent troops", "struck ships", "held talks")
TAIL = ("on Monday", "officials in the capital said", "after weeks of warnings", "again")
DAY = datetime(2024, 10, 1, tzinfo=UTC)


@st.composite
def reports(draw, tails=TAIL):
    who, what, where = (draw(st.sampled_from(some)) for some in (WHO, WHAT, WHERE))
    quote = f"{who} {what} {draw(st.sampled_from(tails))} {where}"
    at = Place(span=(0, 0), text=where, name=where, precision="country", country=where[:2])
    claim = a_claim(
        quote,
        quote,
        trigger=what.split()[0],
        status=draw(st.sampled_from(["planned", "prepared", "occurred", "ongoing"])),
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "denied"])),
        roles=(Role(role="actor", text=who, span=(0, 0), name=who),),
        place=draw(st.sampled_from([None, at])),
    )
    claim = replace(claim, id=content_id("claim", quote, claim.status, claim.polarity))
    published = draw(st.sampled_from([None, *(DAY + timedelta(days=n) for n in (0, 1, 9, 40))]))
    site = draw(st.sampled_from(["a.example", "b.example"]))
    return Carried(
        sighting=content_id("sighting", site, claim.id, published),
        report=content_id("report", claim.id),
        title=quote,
        published=published,
        collected_at=DAY + timedelta(days=60),
        language="en",
        fingerprint=fingerprint(quote, quote),
        claims=(claim,),
    )


desks = st.lists(reports(), min_size=1, max_size=12, unique_by=lambda one: one.sighting)


def origins_of(carried):
    return [
        Origin(
            id=content_id("origin", one.report),
            name=None,
            kind="publisher",
            members=(Member(sighting=one.sighting, report=one.report, how="first"),),
        )
        for one in carried
    ]


def copied(one, hours):
    """Return an edited copy that came out later, and the origin that holds both."""
    (claim,) = one.claims
    edited = replace(claim, id=content_id("claim", "copy", claim.id))
    copy = replace(
        one,
        sighting=content_id("sighting", "copy", one.sighting),
        report=content_id("report", "copy", one.report),
        published=(one.published or one.collected_at) + timedelta(hours=hours),
        claims=(edited,),
    )
    first = Member(sighting=one.sighting, report=one.report, how="first")
    second = Member(sighting=copy.sighting, report=copy.report, how="copy", follows=one.sighting)
    whole = Origin(
        id=content_id("origin", one.report), name=None, kind="publisher", members=(first, second)
    )
    return copy, whole


def shape(events):
    return [(one.id, one.type, one.incident, one.origins, one.transitions) for one in events]


@settings(deadline=None, max_examples=30)
@given(desks, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(desk, chance):
    origins = origins_of(desk)
    shuffled = list(desk)
    chance.shuffle(shuffled)
    assert join_events(desk, origins) == join_events(shuffled, origins[::-1])
    assert find_stories(desk, origins) == find_stories(shuffled, origins[::-1])


@settings(deadline=None, max_examples=30)
@given(desks, st.data())
def test_a_copy_changes_no_event_and_no_transition(desk, data):
    one = data.draw(st.sampled_from(desk))
    copy, whole = copied(one, data.draw(st.integers(1, 99)))
    same = [origin for origin in origins_of(desk) if origin.members[0].sighting != one.sighting]
    before = join_events(desk, origins_of(desk))
    after = join_events([*desk, copy], [*same, whole])
    assert shape(before) == shape(after)


@settings(deadline=None, max_examples=25)
@given(desks, st.data())
def test_a_copy_begins_no_story(desk, data):
    one = data.draw(st.sampled_from(desk))
    copy, whole = copied(one, data.draw(st.integers(1, 99)))
    same = [origin for origin in origins_of(desk) if origin.members[0].sighting != one.sighting]
    before = find_stories(desk, origins_of(desk))
    after = find_stories([*desk, copy], [*same, whole])
    assert [story.id for story in before] == [story.id for story in after]


@settings(deadline=None, max_examples=25)
@given(desks, st.data())
def test_adding_again_adds_nothing(desk, data):
    origins = origins_of(desk)
    again = [*desk, data.draw(st.sampled_from(desk))]
    assert join_events(desk, origins) == join_events(again, origins)
    assert find_stories(desk, origins) == find_stories(again, origins)


@settings(deadline=None, max_examples=30)
@given(desks)
def test_every_claim_is_in_exactly_one_event_and_every_sighting_in_one_story(desk):
    origins = origins_of(desk)
    claims = [claim for event in join_events(desk, origins) for claim in event.claims]
    assert sorted(claims) == sorted({claim.id for one in desk for claim in one.claims})
    seen = [one for story in find_stories(desk, origins) for one in story.sightings]
    assert sorted(seen) == sorted(one.sighting for one in desk)


@settings(deadline=None, max_examples=30)
@given(desks)
def test_a_status_only_moves_on(desk):
    steps = ("hypothetical", "predicted", "planned", "prepared", "ongoing", "occurred")
    for event in join_events(desk, origins_of(desk)):
        taken = [steps.index(one.status) for one in event.transitions]
        times = [one.at for one in event.transitions]
        assert taken == sorted(set(taken))
        assert times == sorted(times)


words = st.lists(st.integers(1, 9), min_size=1, max_size=6)


@settings(deadline=None, max_examples=25)
@given(st.lists(words, min_size=1, max_size=40), st.lists(words, max_size=20))
def test_what_comes_later_takes_no_story_away(early, late):
    """Threads, past the reports from which words are learned: each keeps its first report."""

    def firsts(reports):
        each, count = numbered(Numbers.of(some) for some in reports)
        threads = Threads(Weights(count))
        for number, some in enumerate(each):
            threads.follow(Item(number, DAY + timedelta(hours=number), some))
        return {thread.items[0].number for thread in threads.all}

    assert firsts(early) <= firsts(early + late)
