"""Every rule of lineage shows on its examples and not on its counter-examples."""

import re

import pytest

from tocsin.read.fingerprints import lineage_rules, mentions
from tocsin.read.fingerprints.rules import Addresses, Lineage
from tocsin.records import Report
from tocsin.rules import load

RULES = lineage_rules("en")
LINEAGE = load("en", "lineage.toml", Lineage)
ADDRESSES = load("world", "lineage.toml", Addresses).addresses


def each(rules, field):
    return [(rule, text) for rule in rules for text in getattr(rule, field)]


def cites(pattern, text):
    found = RULES.citations[LINEAGE.citations.index(pattern)].search(text)
    return found is not None


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.citations, "example"))
def test_an_example_cites(rule, text):
    assert cites(rule, text)
    assert any(m.role == "citation" for m in mentions(Report(text=text), (), RULES))


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.citations, "counter"))
def test_a_counter_example_does_not_cite(rule, text):
    assert not cites(rule, text)


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.bodies, "example"))
def test_an_example_is_a_body_that_speaks_for_itself(rule, text):
    found = mentions(Report(text="Something was said.", publisher=text), (), RULES)
    assert [(m.role, m.kind, m.name) for m in found] == [("credit", "body", text)]


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.bodies, "counter"))
def test_a_counter_example_is_no_body(rule, text):
    assert mentions(Report(text="Something was said.", publisher=text), (), RULES) == ()


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.called, "example"))
def test_an_example_is_what_the_body_is_called(rule, text):
    assert re.fullmatch(rule.pattern, text)


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.called, "counter"))
def test_a_counter_example_is_not_what_the_body_is_called(rule, text):
    assert not re.fullmatch(rule.pattern, text)


@pytest.mark.parametrize("name", ["unnamed", "article", "newsroom"])
def test_forms_of_names_match_their_examples_only(name):
    rule = getattr(LINEAGE, name)
    match = re.match if name == "article" else re.fullmatch
    assert all(match(rule.pattern, text) for text in rule.example)
    assert not any(match(rule.pattern, text) for text in rule.counter)


@pytest.mark.parametrize(("rule", "text"), each(ADDRESSES, "example"))
def test_an_example_is_an_address_that_tells_the_root(rule, text):
    assert re.search(rule.pattern, text)


@pytest.mark.parametrize(("rule", "text"), each(ADDRESSES, "counter"))
def test_a_counter_example_is_an_address_that_does_not(rule, text):
    assert not re.search(rule.pattern, text)


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.datelines, "example"))
def test_an_example_is_a_dateline_that_credits_an_agency_of_no_list(rule, text):
    assert RULES.datelines[LINEAGE.datelines.index(rule)].search(text)
    assert any(m.role == "credit" for m in mentions(Report(text=text), (), RULES))


@pytest.mark.parametrize(("rule", "text"), each(LINEAGE.datelines, "counter"))
def test_a_counter_example_is_no_dateline(rule, text):
    assert not RULES.datelines[LINEAGE.datelines.index(rule)].search(text)
