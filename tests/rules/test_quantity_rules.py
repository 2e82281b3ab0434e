"""Every rule of quantities shows on its examples and leaves its counter-examples alone.

A rule shows where the reading is another without it.
"""

from dataclasses import replace

import pytest

from tocsin.read.quantities import Lexicon, find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

LEXICON = quantity_rules("en")
LISTS = ("vague", "share", "bound", "joint", "designator")


def read(text, lexicon):
    return find_quantities(Document(Report(text=text), ()), lexicon)


def without(name, i):
    rules = getattr(LEXICON.rules, name)
    return replace(LEXICON, rules=replace(LEXICON.rules, **{name: rules[:i] + rules[i + 1 :]}))


def without_family(i):
    families = LEXICON.units.family
    return replace(LEXICON, units=replace(LEXICON.units, family=families[:i] + families[i + 1 :]))


def emptied(part, name, field):
    rules = getattr(LEXICON, part)
    bare = replace(getattr(rules, name), **{field: ()})
    return Lexicon(
        **{"rules": LEXICON.rules, "units": LEXICON.units} | {part: replace(rules, **{name: bare})}
    )


def _cases():
    for name in LISTS:
        for i, rule in enumerate(getattr(LEXICON.rules, name)):
            yield pytest.param(rule, without(name, i), id=f"{name}-{i}")
    for i, rule in enumerate(LEXICON.units.family):
        yield pytest.param(rule, without_family(i), id=rule.name)
    for part, name, field in [
        ("rules", "filler", "before"),
        ("rules", "change", "verb"),
        ("units", "rate", "link"),
        ("units", "age", "tail"),
        ("units", "metres", "word"),
    ]:
        rule = getattr(getattr(LEXICON, part), name)
        yield pytest.param(rule, emptied(part, name, field), id=name)


CASES = list(_cases())


@pytest.mark.parametrize(("rule", "ablated"), CASES)
def test_a_rule_shows_on_its_examples(rule, ablated):
    assert [t for t in rule.example if read(t, LEXICON) == read(t, ablated)] == []


@pytest.mark.parametrize(("rule", "ablated"), CASES)
def test_a_rule_leaves_its_counter_examples_alone(rule, ablated):
    assert [t for t in rule.counter if read(t, LEXICON) != read(t, ablated)] == []


def test_numbers_in_words_are_read_where_they_stand_and_nowhere_else():
    numbers = LEXICON.rules.numbers
    assert all(read(text, LEXICON) for text in numbers.example)
    assert not any(read(text, LEXICON) for text in numbers.counter)
