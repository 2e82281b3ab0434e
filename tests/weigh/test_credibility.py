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
    found = graded(claim(1, "Seoul"), claim(2, "Kyiv"))
    assert found.credibility == 1
    assert found.reason == "confirmed: two independent origins affirm it, Kyiv and Seoul"
    assert len(found.claims) == 2


def test_without_proof_of_independence_two_is_the_best():
    assert graded(claim(1), claim(2), claim(3)).credibility == 2
    assert graded(claim(1, "Seoul"), claim(2)).credibility == 2


def test_one_name_in_two_origins_proves_nothing():
    assert graded(claim(1, "Seoul"), claim(2, "Seoul")).credibility == 2


def test_outlets_that_pass_on_one_body_prove_nothing():
    chains = (("Reuters", "Seoul"), ("AFP", "Seoul"))
    told = [
        replace(claim(n), sources=tuple(a_source(name) for name in chain))
        for n, chain in enumerate(chains)
    ]
    assert graded(*told).credibility == 2


def test_officials_without_a_name_are_nobody():
    told = [replace(claim(n), sources=(a_source("officials"),)) for n in range(2)]
    assert graded(*told).credibility == 2


def test_one_origin_is_possibly_true_however_many_claims():
    told = claim(1, "Seoul"), claim(2, "Kyiv")
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
    found = graded(claim(1, "Seoul", **parts))
    assert found.credibility == 6
    assert found.reason.startswith(reason)


def test_no_claims_cannot_be_judged():
    assert graded().credibility == 6


def test_contradicted_is_improbable_and_outvoted_doubtful():
    denial = claim(9, "Kremlin", polarity="denied")
    one, two = claim(1, "Seoul"), claim(2, "Kyiv")
    assert graded(one, denial, relations=[against(denial, one)]).credibility == 5
    found = graded(one, two, denial, relations=[against(denial, one), against(denial, two)])
    assert found.credibility == 4
    assert found.reason == "doubtful: affirmed by 2 origins, contradicted by one origin"


def test_figures_that_differ_do_not_touch_the_event():
    one, two = claim(1, "Seoul"), claim(2, "Kyiv")
    differ = against(one, two, "contradicts", differs=("figure",))
    assert graded(one, two, relations=[differ]).credibility == 1


def test_two_places_for_one_event_contradict_each_other():
    one, two = claim(1, "Seoul"), claim(2, "Kyiv")
    differ = against(one, two, "contradicts", differs=("place",))
    assert graded(one, two, relations=[differ]).credibility == 5


@pytest.mark.parametrize(
    "parts", [{"independent": False}, {"why_not": "another date"}, {"kind": "updates"}]
)
def test_what_does_not_contradict_leaves_the_grade(parts):
    denial, one = claim(9, "Kremlin", polarity="denied"), claim(1, "Seoul")
    assert graded(one, denial, relations=[against(denial, one, **parts)]).credibility == 3


def test_claims_of_no_known_origin_prove_nothing():
    assert graded(claim(1, "Seoul"), claim(2, "Kyiv"), origins={}).credibility == 3


def test_one_person_under_two_spellings_is_one_name():
    names = "Zelensky", "Volodymyr Zelenskyy"
    told = [
        replace(claim(n), sources=(replace(a_source(name), kind="person"),))
        for n, name in enumerate(names)
    ]
    assert graded(*told).credibility == 2
