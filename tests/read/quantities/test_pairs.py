"""What a figure has from its neighbour."""

import pytest

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES = quantity_rules("en")


def read(text):
    found = find_quantities(Document(Report(text=text), ()), RULES)
    return [(q.low, q.high, q.bound, q.unit) for q in found]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("more than 100 km (62 miles) away", (62, None, "at_least", "mile")),
        ("nearly 100 km [62 miles] away", (None, 62, "at_most", "mile")),
        ("about 100 km (62 miles) away", (62, 62, "about", "mile")),
        ("100 km (62 miles) away", (62, 62, "exact", "mile")),
    ],
)
def test_a_conversion_has_the_bound_of_what_it_converts(text, second):
    assert read(text)[1] == second


def test_a_chain_of_conversions_has_one_bound():
    assert [q[2] for q in read("under 296 hp (224 kW / 300 PS) of it")] == ["at_most"] * 3


def test_a_figure_of_another_kind_in_brackets_keeps_its_own_bound():
    assert [q[2] for q in read("more than 100 km (40 minutes) away")] == ["at_least", "exact"]


def test_a_figure_that_follows_later_keeps_its_own_bound():
    assert [q[2] for q in read("more than 100 km, 62 miles or so they said")] == [
        "at_least",
        "about",
    ]


def test_what_both_are_taken_per_stands_behind_the_conversion():
    assert [q[3] for q in read("It pays C$6 (US$4.46) per share.")] == [
        "CAD per share",
        "USD per share",
    ]


def test_a_part_has_the_unit_of_its_whole():
    assert [q[3] for q in read("They raised 280 million of the 1.5 billion shekels.")] == [
        "ILS",
        "ILS",
    ]


def test_a_part_of_counted_things_has_no_unit():
    assert [q[3] for q in read("They freed 28 of the 150 men.")] == [None, None]


def test_a_bare_figure_set_against_one_with_a_unit_has_it_too():
    text = "The rate rose from 5 percent to 7."
    found = find_quantities(Document(Report(text=text), ()), RULES)
    assert [q.unit for q in found] == ["percent", "percent"]


def test_the_level_that_a_change_leads_to_has_a_unit_of_its_own():
    found = find_quantities(Document(Report(text="The index fell 5 percent to 70."), ()), RULES)
    assert [q.unit for q in found] == ["percent", None]
