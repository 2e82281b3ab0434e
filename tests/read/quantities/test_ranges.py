"""Ranges, errors and levels: which two figures are ends of one."""

import pytest

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES = quantity_rules("en")


def values(text):
    found = find_quantities(Document(Report(text=text), ()), RULES)
    return [(q.text, q.low, q.high, q.unit) for q in found]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("20 kg, plus or minus 2 kg", 18, 22, "kilogram"),
        ("52 ± 3 percent", 49, 55, "percent"),
        ("15 kilotons, give or take 5", 10, 20, "kiloton"),
        ("500 +/- 20 metres", 480, 520, "metre"),
    ],
)
def test_a_figure_with_its_error_is_what_lies_within(text, low, high, unit):
    assert values(f"It was {text} there.") == [(text, low, high, unit)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\t", " (", "\xa0"])
def test_a_range_may_open_a_line_or_a_bracket(gap):
    found = values(f"It rained.{gap}Between 30 and 40 came.")
    assert found == [("Between 30 and 40", 30, 40, None)]


def test_an_error_alone_is_its_size():
    found = values("The margin is plus or minus 3 percentage points.")
    assert found == [("plus or minus 3 percentage points", 3, 3, "percentage point")]


def test_a_figure_below_zero_is_no_error():
    assert values("It fell to minus 12 percent.") == [("minus 12 percent", -12, -12, "percent")]


def test_what_by_a_figure_leads_to_is_a_level():
    found = values("The toll rose by 12 to 97.")
    assert [row[1:3] for row in found] == [(12, 12), (97, 97)]


def test_a_change_of_so_many_percent_may_be_a_range():
    assert [row[1:3] for row in values("Wages rise by 4 to 5 percent.")] == [(4, 5)]
