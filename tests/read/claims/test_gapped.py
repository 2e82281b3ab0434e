"""A figure that another teller gives beside the first is a claim of its own, by that teller."""

import pytest

import tocsin


def told(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    found = ((c.quantity.low, [s.name for s in c.sources]) for c in claims if c.quantity)
    return [(low, names[-1] if names else None) for low, names in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The government said 29 soldiers were killed, the rebels 80.",
            [(29, "The government"), (80, "the rebels")],
        ),
        (
            "The opposition puts the dead at 61 and the government at 14.",
            [(61, "The opposition"), (14, "the government")],
        ),
        (
            "The rebels claimed to have killed 60 soldiers, a figure the army put at 12.",
            [(60, "The rebels"), (12, "the army")],
        ),
    ],
)
def test_each_figure_is_by_whoever_gives_it(text, found):
    assert told(text) == found


def test_a_second_figure_for_a_crowd_is_by_its_teller():
    text = "Thousands marched in Paris, a crowd that organisers put at 30,000 and police at 4,000."
    assert told(text)[-1] == (4000, "police")


def test_whoever_puts_a_number_on_a_crowd_deploys_nobody():
    claims = tocsin.read("Organisers put the crowd at 30,000.", published="2024-12-23").claims
    assert [c.event.type for c in claims] == ["protest"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said three soldiers were killed in Aleppo, Syria.",
        "The ministry said three soldiers were killed on Monday, May 12.",
        "The rebels fired three rockets, injuring 12.",
    ],
)
def test_a_place_or_a_day_gives_no_figure(text):
    assert {name for _, name in told(text)} <= {"The ministry", None}


def test_a_second_teller_may_be_tied_by_of():
    text = "The police arrested 12 miners. Guyana has spoken of six and Venezuela of nine."
    assert told(text)[-1] == (9, "Venezuela")


def test_those_who_were_told_of_are_counted_by_a_pronoun():
    text = "Refugees have been arriving in Goma since Sunday. The mayor counts 1,150 of them."
    assert [low for low, _ in told(text)] == [1150]


def test_whoever_only_receives_the_wounded_is_not_hurt():
    claims = tocsin.read("Hospitals received 31 wounded.", published="2024-12-23").claims
    assert [r.role for c in claims for r in c.roles] == ["object"]
