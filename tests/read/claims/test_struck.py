"""What strikes a place is there, and so is the harm that it does."""

import pytest

import tocsin


def places(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [(c.event.text, c.place and c.place.name) for c in claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Power cuts hit Havana on Tuesday.", "Havana"),
        ("Russian drones hit Kharkiv, wounding 12 people.", "Kharkiv"),
        ("Rebels attacked the town of Goma, killing ten people.", "Goma"),
        ("Sofala was the worst-hit province, with 40 deaths.", "Sofala"),
    ],
)
def test_harm_is_in_the_place_that_is_struck(text, name):
    assert {place for _, place in places(text)} == {name}


def test_a_person_who_is_attacked_is_no_place():
    assert places("The senator attacked Hamilton in a speech.") == [("attacked", None)]


def test_troops_and_weapons_of_one_verb_are_both_told():
    claims = tocsin.read(
        "Additional troops and 40 howitzers will be sent to Estonia.", published="2024-12-23"
    ).claims
    assert [c.event.type for c in claims] == ["deployment", "arms-transfer"]
