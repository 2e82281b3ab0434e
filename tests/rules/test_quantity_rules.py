"""Every rule of quantities shows on its examples and leaves its counter-examples alone.

A rule shows where the reading is another without it.
"""

from dataclasses import replace

import pytest

from tocsin.read.quantities import Lexicon, find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report
from tocsin.rules import languages

LEXICONS = {name: quantity_rules(name) for name in languages()}
LISTS = ("vague", "share", "bound", "joint", "multiple", "shift", "designator")


def read(text, lexicon):
    return find_quantities(Document(Report(text=text), ()), lexicon)


def without(lexicon, name, i):
    rules = getattr(lexicon.rules, name)
    return replace(lexicon, rules=replace(lexicon.rules, **{name: rules[:i] + rules[i + 1 :]}))


def without_family(lexicon, i):
    families = lexicon.units.family
    return replace(lexicon, units=replace(lexicon.units, family=families[:i] + families[i + 1 :]))


def emptied(lexicon, part, name, fields):
    rules = getattr(lexicon, part)
    bare = replace(getattr(rules, name), **dict.fromkeys(fields, ()))
    parts = {"rules": lexicon.rules, "units": lexicon.units}
    return Lexicon(**parts | {part: replace(rules, **{name: bare})})


def _cases(language, lexicon):
    for name in LISTS:
        for i, rule in enumerate(getattr(lexicon.rules, name)):
            yield pytest.param(
                lexicon, rule, without(lexicon, name, i), id=f"{language}-{name}-{i}"
            )
    for i, rule in enumerate(lexicon.units.family):
        yield pytest.param(lexicon, rule, without_family(lexicon, i), id=f"{language}-{rule.name}")
    for part, name, *fields in [
        ("rules", "filler", "before"),
        ("rules", "change", "verb"),
        ("rules", "step", "between", "by"),
        ("units", "rate", "link"),
        ("units", "age", "tail", "head", "person"),
        ("units", "metres", "word"),
    ]:
        rule = getattr(getattr(lexicon, part), name)
        if rule is None:
            continue
        bare = emptied(lexicon, part, name, fields)
        yield pytest.param(lexicon, rule, bare, id=f"{language}-{name}")


CASES = [case for language, lexicon in LEXICONS.items() for case in _cases(language, lexicon)]


@pytest.mark.parametrize(("lexicon", "rule", "ablated"), CASES)
def test_a_rule_shows_on_its_examples(lexicon, rule, ablated):
    assert [t for t in rule.example if read(t, lexicon) == read(t, ablated)] == []


@pytest.mark.parametrize(("lexicon", "rule", "ablated"), CASES)
def test_a_rule_leaves_its_counter_examples_alone(lexicon, rule, ablated):
    assert [t for t in rule.counter if read(t, lexicon) != read(t, ablated)] == []


@pytest.mark.parametrize("lexicon", LEXICONS.values(), ids=LEXICONS)
def test_numbers_in_words_are_read_where_they_stand_and_nowhere_else(lexicon):
    numbers = lexicon.rules.numbers
    assert all(read(text, lexicon) for text in numbers.example)
    assert not any(read(text, lexicon) for text in numbers.counter)
