"""Lineage: the order of arrival changes nothing, and a copy is no new origin."""

from dataclasses import replace
from datetime import timedelta

from builders import a_carried, a_claim, prose
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import Mention
from tocsin.weigh.copies import claim_origins, find_origins

SITES = ("post", "times", "mail", "")


def a_text(parts):
    """Return a text of passages: (seed, first word, words)."""
    return " ".join(
        " ".join(prose(seed, first + count).split()[first:]) for seed, first, count in parts
    )


passages = st.tuples(st.integers(1, 5), st.sampled_from([0, 20]), st.sampled_from([10, 40, 120]))
credits = st.sampled_from([None, "AP", "AFP"])
cited = st.sampled_from([None, "Spy Agency", "Kremlin"])


@st.composite
def sightings(draw):
    quote = draw(st.sampled_from(["", "troops were sent north", "men were sent home again"]))
    body = a_text(draw(st.lists(passages, max_size=3)))
    text = f"{body} {quote}".strip()
    claims = (a_claim(quote, text, "sent"),) if quote else ()
    source = draw(cited)
    ids = tuple(claim.id for claim in claims)
    mentions = (
        (Mention(name=source, text=source, span=(0, 1), role="citation", kind="media", claims=ids),)
        if source
        else ()
    )
    site, path = draw(st.sampled_from(SITES)), draw(st.sampled_from("ab"))
    day = draw(st.none() | st.integers(1, 9))
    return a_carried(
        text,
        draw(st.sampled_from([None, "A title", "Troops were sent north by rail on Monday night"])),
        (2024, 12, day) if day else None,
        url=f"https://{site}.example/{path}" if site else None,
        publisher=site or None,
        wire=draw(credits),
        mentions=mentions,
        claims=claims,
    )


several = st.lists(sightings(), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(several, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(carried, chance):
    shuffled = list(carried)
    chance.shuffle(shuffled)
    assert find_origins(shuffled) == find_origins(carried)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(several)
def test_adding_again_adds_nothing(carried):
    assert find_origins([*carried, *carried]) == find_origins(carried)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(several)
def test_every_sighting_has_an_origin_and_every_tree_one_root_and_no_loop(carried):
    origins = find_origins(carried)
    assert {m.sighting for o in origins for m in o.members} == {c.sighting for c in carried}
    assert len({origin.id for origin in origins}) == len(origins)
    for origin in origins:
        before = set()
        for member in origin.members:
            assert member.follows is None or member.follows in before
            before.add(member.sighting)
        roots = [m for m in origin.members if m.follows is None]
        assert origin.kind == "source" or [m.how for m in roots] == ["first"]


@settings(deadline=None, max_examples=60, derandomize=True)
@given(several, st.integers(0, 7))
def test_a_later_copy_is_a_member_and_changes_no_count(carried, place):
    one = carried[place % len(carried)]
    at = max(c.published or c.collected_at for c in carried)
    copy = replace(
        one,
        sighting="sighting_copy",
        file="copy.json",
        url="https://copy.example/1",
        publisher="Copy",
        published=at + timedelta(hours=1),
        collected_at=max(at, *(c.collected_at for c in carried)) + timedelta(hours=2),
    )
    before, after = find_origins(carried), find_origins([*carried, copy])
    assert len(after) == len(before)
    assert {o.id for o in after} == {o.id for o in before}


@settings(deadline=None, max_examples=60, derandomize=True)
@given(several)
def test_every_claim_has_one_vote(carried):
    votes = claim_origins(carried, find_origins(carried))
    assert set(votes) == {(c.sighting, claim.id) for c in carried for claim in c.claims}
