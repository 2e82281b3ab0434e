"""Rises and falls: a figure is the size of a change only where the words say so."""

import pytest

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES = quantity_rules("en")


def read(text):
    found = find_quantities(Document(Report(text=text), ()), RULES)
    return [(q.low, q.high, q.unit, q.change) for q in found]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports rose 5 percent.", "up"),
        ("Exports fell by more than 5 percent.", "down"),
        ("Prices were up nearly 5% on the day.", "up"),
        ("Prices were down 5% on the day.", "down"),
        ("The index gained 58.06 points.", "up"),
        ("They raised the garrison by 3,000 troops.", "up"),
        ("They cut the garrison of the north by some 3,000 troops.", "down"),
        ("It was a sharp 3 percent drop.", "down"),
        ("They agreed on an increase of $20 million.", "up"),
        ("The index stood at +0.2%.", "up"),
    ],
)
def test_a_figure_is_the_size_of_the_change_that_stands_by_it(text, change):
    assert [q[3] for q in read(text)] == [change]


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose to 5 percent.",
        "The force fell from 500 to 300.",
        "They lost 500 men.",
        "They dropped 50 bombs.",
        "Prices are up to 5 percent.",
        "The drones were shot down in the night by four destroyers.",
        "Exports rose. It was held by 300 men.",
    ],
)
def test_a_level_and_a_loss_of_men_are_no_change(text):
    assert [q[3] for q in read(text) if q[3]] == []


def test_of_a_change_and_its_levels_only_the_change_is_one():
    assert read("It rose 5 percent, from 100 to 105.") == [
        (5, 5, "percent", "up"),
        (100, 100, None, None),
        (105, 105, None, None),
    ]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The force doubled.", (2, 2, "times", "up")),
        ("The force more than doubled.", (2, None, "times", "up")),
        ("Losses grew sixfold.", (6, 6, "times", "up")),
        ("Losses grew 5-fold.", (5, 5, "times", "up")),
        ("The budget nearly halved.", (None, 50, "percent", "down")),
        ("The budget fell by half.", (50, 50, "percent", "down")),
        ("The budget fell by two-thirds.", (66.666667, 66.666667, "percent", "down")),
    ],
)
def test_a_level_that_is_multiplied_says_by_what(text, read_as):
    assert read(text) == [read_as]


@pytest.mark.parametrize("text", ["They doubled down on it.", "A double agent fled."])
def test_a_double_that_multiplies_nothing_is_none(text):
    assert read(text) == []
