"""Harm has the actor of the deed that causes it, where the sentence says so."""

import pytest

import tocsin


def doers(text, kind):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [
        role.text
        for claim in claims
        if claim.event.type == kind
        for role in claim.roles
        if role.role == "actor"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in an attack by rebels.",
        "Ten people were killed when rebels attacked the port.",
        "An attack by rebels killed ten people.",
    ],
)
def test_whoever_did_the_deed_did_the_harm(text):
    assert [who.lower() for who in doers(text, "casualties")] == ["rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in an attack on the port.",
        "Ten people were killed before rebels attacked the port.",
    ],
)
def test_nobody_is_blamed_where_the_sentence_blames_nobody(text):
    assert doers(text, "casualties") == []


def test_who_is_named_stays():
    assert doers("The army killed ten rebels in an attack by gunmen.", "casualties") == ["The army"]


def test_a_deed_told_before_lends_its_doer_time_and_place():
    text = "The army bombed a market in Tora on Monday. The strike killed 54 people."
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    (toll,) = [claim for claim in claims if claim.event.type == "casualties"]
    assert doers(text, "casualties") == ["The army"]
    assert (toll.place.text, toll.time.text) == ("Tora", "Monday")


@pytest.mark.parametrize(
    "text",
    [
        "The army bombed a market. A strike killed 54 people.",
        "The army bombed a market. The latest strike killed 54 people.",
        "The army will bomb the market. The strike killed 54 people.",
    ],
)
def test_another_deed_lends_nothing(text):
    assert doers(text, "casualties") == []
