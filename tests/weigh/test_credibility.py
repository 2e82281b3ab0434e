"""Credibility from 1 to 6, with its reason."""

from dataclasses import replace

import pytest
from tellings import a_source, said

from tocsin.records import Relation
from tocsin.weigh.credibility import grade


def claim(number, source=None, **parts):
    (made,) = said(f"troops came {number}", trigger="came", type="deployment", **parts).claims
    return replace(made, sources=(a_source(source),) if source else ())


def graded(*claims, relations=(), origins=None):
    every = {one.id: f"origin_{number}" for number, one in enumerate(claims)}
    return grade(claims, relations, every if origins is None else origins)


def against(one, other, kind="denies", **parts):
    plain = {"event": "event_1", "differs": ("polarity",), "independent": True}
    return Relation(
        id=f"relation_{one.id}{other.id}",
        kind=kind,
        claim=one.id,
        other=other.id,
        **{**plain, **parts},
    )


def test_two_proven_independent_origins_confirm():
    found = graded(claim(1, "South Korea"), claim(2, "Ukrainian Air Force"))
    assert found.credibility == 1
    reason = "confirmed: two independent origins affirm it, South Korea and Ukrainian Air Force"
    assert found.reason == reason
    assert len(found.claims) == 2


def test_a_body_that_is_of_no_state_stands_for_itself():
    assert graded(claim(1, "South Korea"), claim(2, "NATO")).credibility == 1


def test_without_proof_of_independence_two_is_the_best():
    assert graded(claim(1), claim(2), claim(3)).credibility == 2
    assert graded(claim(1, "South Korea"), claim(2)).credibility == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("South Korea", "South Korea"),
        ("United States", "United States Department of Defense"),
        ("South Korea", "South Korea's military"),
        ("South Korea", "officials"),
        ("South Korea", "Reuters"),
    ],
)
def test_one_side_or_nobody_known_proves_nothing(one, other):
    assert graded(claim(1, one), claim(2, other)).credibility == 2


def test_what_a_channel_says_is_no_proof():
    media = replace(claim(2), sources=(replace(a_source("Korea Herald"), kind="media"),))
    assert graded(claim(1, "Ukraine"), media).credibility == 2


def test_a_paper_is_not_of_the_state_that_it_tells_of():
    paper = replace(a_source("evidence that Russian troops had come"), kind="document")
    assert graded(claim(1, "Ukraine"), replace(claim(2), sources=(paper,))).credibility == 2


def test_a_joint_statement_is_no_two_origins():
    one, other = claim(1, "South Korea"), claim(2, "Japan")
    assert graded(one, replace(other, quote=one.quote)).credibility == 2


def test_outlets_that_pass_on_one_body_prove_nothing():
    chains = (("Reuters", "South Korea"), ("AFP", "South Korea"))
    told = [
        replace(claim(n), sources=tuple(a_source(name) for name in chain))
        for n, chain in enumerate(chains)
    ]
    assert graded(*told).credibility == 2


def test_one_origin_is_possibly_true_however_many_claims():
    told = claim(1, "South Korea"), claim(2, "Ukraine")
    assert graded(*told, origins=dict.fromkeys((c.id for c in told), "origin_1")).credibility == 3


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"status": "predicted"}, "expected only"),
        ({"polarity": "denied"}, "denied, and affirmed by nobody"),
        ({"certainty": "unknown"}, "nobody says how sure"),
    ],
)
def test_what_nobody_affirms_cannot_be_judged(parts, reason):
    found = graded(claim(1, "South Korea", **parts))
    assert found.credibility == 6
    assert found.reason.startswith(reason)


def test_no_claims_cannot_be_judged():
    assert graded().credibility == 6


def test_contradicted_is_improbable_and_outvoted_doubtful():
    denial = claim(9, "Kremlin", polarity="denied")
    one, two = claim(1, "South Korea"), claim(2, "Ukraine")
    assert graded(one, denial, relations=[against(denial, one)]).credibility == 5
    found = graded(one, two, denial, relations=[against(denial, one), against(denial, two)])
    assert found.credibility == 4
    assert found.reason == "doubtful: affirmed by 2 origins, contradicted by one origin"


def test_figures_that_differ_do_not_touch_the_event():
    one, two = claim(1, "South Korea"), claim(2, "Ukraine")
    differ = against(one, two, "contradicts", differs=("figure",))
    assert graded(one, two, relations=[differ]).credibility == 1


def test_two_places_for_one_event_contradict_each_other():
    one, two = claim(1, "South Korea"), claim(2, "Ukraine")
    differ = against(one, two, "contradicts", differs=("place",))
    assert graded(one, two, relations=[differ]).credibility == 5


@pytest.mark.parametrize(
    "parts", [{"independent": False}, {"why_not": "another date"}, {"kind": "updates"}]
)
def test_what_does_not_contradict_leaves_the_grade(parts):
    denial, one = claim(9, "Kremlin", polarity="denied"), claim(1, "South Korea")
    assert graded(one, denial, relations=[against(denial, one, **parts)]).credibility == 3


def test_claims_of_no_known_origin_prove_nothing():
    assert graded(claim(1, "South Korea"), claim(2, "Ukraine"), origins={}).credibility == 3
