"""A voice that tells again of one event repeats its own claim; nothing else does."""

import pytest

import tocsin

TOLD_AGAIN = (
    "Rebels attacked the port of Odesa on Monday. The mayor was asleep. The attack began at dawn.",
    "Drones killed twelve people in Odesa. The mayor spoke. Twelve people were killed in Odesa.",
    "Envoys met in Goma. Envoys met in Goma for the talks.",
)
TOLD_ONCE = (
    "Rebels attacked the port of Odesa on Monday. A second attack on the port began at dawn.",
    "Rebels attacked the port of Odesa on Monday. Rebels attacked it again on Monday.",
    "Drones killed twelve people in Odesa. Drones killed twelve people in Kherson.",
    "Floods displaced 40 people in Odesa. The damage was great.",
    "Drones killed twelve people in Odesa. Police said twelve people were killed in Odesa.",
)


def repeats(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    known = {claim.id: claim for claim in claims}
    return [(known[claim.repeats], claim) for claim in claims if claim.repeats]


@pytest.mark.parametrize("text", TOLD_AGAIN)
def test_what_one_voice_tells_again_is_a_repeat(text):
    assert repeats(text)


@pytest.mark.parametrize("text", TOLD_ONCE)
def test_another_event_or_another_voice_is_none(text):
    assert not repeats(text)


def test_a_noun_that_points_back_means_the_event_told_last():
    text = (
        "The ministers met in Seoul. Envoys met in Goma. The meeting in the capital lasted a day."
    )
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


def test_the_same_word_is_meant_before_a_later_event_of_the_type():
    text = (
        "The army conducted strikes on a camp. Rebels attacked a port. The strikes began at dawn."
    )
    [(first, _)] = repeats(text)
    assert first.quote == "The army conducted strikes on a camp"
