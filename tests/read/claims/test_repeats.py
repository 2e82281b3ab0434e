"""A voice that tells again of one event repeats its own claim; nothing else does."""

import pytest

import tocsin
from tocsin.read.certainty import CertaintyFile
from tocsin.rules import load

RULE = load("en", "certainty.toml", CertaintyFile).repeats


def repeats(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    known = {claim.id: claim for claim in claims}
    return [(known[claim.repeats], claim) for claim in claims if claim.repeats]


@pytest.mark.parametrize("text", RULE.example)
def test_an_example_holds_a_repeat(text):
    assert repeats(text)


@pytest.mark.parametrize("text", RULE.counter)
def test_a_counter_example_holds_none(text):
    assert not repeats(text)


def test_a_noun_that_points_back_means_the_event_told_last():
    text = "The ministers met in Seoul. Envoys met in Goma. The meeting in the capital lasted a day."
    assert not repeats(text)
    [(first, again)] = repeats(text.replace(" in the capital", ""))
    assert (first.place.name, again.event.text) == ("Goma", "meeting")


def test_every_repeat_names_the_first_telling():
    text = (
        "Drones killed twelve people in Odesa. The mayor wept. "
        "Twelve people were killed in Odesa. The town is in mourning. Twelve people died in Odesa."
    )
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    tolls = [claim for claim in claims if claim.event.type == "casualties"]
    assert [claim.repeats for claim in tolls] == [None, tolls[0].id, tolls[0].id]


def test_what_is_denied_or_ahead_repeats_nothing_that_was_done():
    for other in (
        "Rebels did not attack the port of Odesa.",
        "Rebels may attack the port of Odesa.",
    ):
        assert not repeats(f"Rebels attacked the port of Odesa on Monday. {other}")


def test_another_day_is_another_event():
    text = (
        "Rebels attacked the port of Odesa on Sunday. Rebels attacked the port of Odesa on Monday."
    )
    assert not repeats(text)


def test_two_claims_of_one_sentence_are_two_events():
    assert not repeats("Drones killed twelve people in Odesa and twelve people in Odesa.")
