"""How many were on board is a claim of its own, apart from how many were lost or saved."""

import pytest

import tocsin


def counted(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    found = ((c, [r.name for r in c.roles if r.role == "object"]) for c in claims if c.quantity)
    return [(c.event.type, c.quantity.low, names) for c, names in found]


ABOARD = ["aboard"]


@pytest.mark.parametrize(
    "text",
    [
        "There were 85 people on board when the boat capsized off Zuwara.",
        "The harbour master said 85 people were on board. The ferry capsized on Monday.",
        "The boat, carrying 85 migrants, sank off the coast of Tunisia.",
        "The ferry sank with 85 people on board.",
        "The train was carrying 85 passengers when it derailed.",
    ],
)
def test_those_on_board_are_counted_as_such(text):
    assert counted(text) == [("accident", 85, ABOARD)]


def test_whoever_is_picked_from_those_on_board_is_counted_apart():
    found = counted("Of the 63 passengers aboard, 41 were rescued and 12 are still missing.")
    assert [(kind, low) for kind, low, _ in found] == [
        ("evacuation", 41),
        ("accident", 63),
        ("accident", 12),
    ]


def test_a_cargo_is_nobody_on_board():
    found = counted("The ferry was carrying 40 tonnes of rice when it sank.")
    assert ABOARD not in [names for _, _, names in found]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("All 72 people aboard were killed when the plane crashed.", 72),
        ("The army named the 12 soldiers killed on Monday.", 12),
        ("The 4,200 people who were evacuated are back.", 4200),
    ],
)
def test_those_whom_the_event_itself_picks_out_are_counted(text, low):
    assert low in [figure for _, figure, _ in counted(text)]


def test_those_who_are_known_already_are_not_counted():
    assert counted("The three ministers met in Seoul.") == []
