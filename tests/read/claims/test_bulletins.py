"""A label with its figure is a claim: bulletins have no verbs."""

import pytest

import tocsin


def told(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [(c.event.type, c.quantity.best) for c in claims if c.quantity]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Killed: 12. Injured: 40.", [("casualties", 12), ("casualties", 40)]),
        ("Dead: 7\nHouses destroyed: 140", [("casualties", 7), ("destruction", 140)]),
        ("Confirmed deaths – 16\nMissing persons – 9", [("casualties", 16), ("casualties", 9)]),
        ("Displaced: 3,200 people", [("displacement", 3200)]),
        (
            "People killed: at least 39; people injured: 170.",
            [("casualties", 39), ("casualties", 170)],
        ),
    ],
)
def test_a_label_counts_what_it_names(text, found):
    assert told(text) == found


@pytest.mark.parametrize("text", ["Opening hours: 12", "Page: 7", "Room – 9", "Players: 22"])
def test_a_label_that_names_no_harm_is_no_claim(text):
    assert told(text) == []
