"""Kinds of deeds."""

from tocsin.rules import load
from tocsin.weigh.events.kin import Kin, KinRules, kin

RULES = load("en", "kin.toml", KinRules)
EN = kin("en")


def test_every_kind_knows_its_examples_and_not_its_counter_examples():
    for name, kind in RULES.kinds.items():
        assert {EN.of(text) for text in kind.example} == {name}
        assert name not in {EN.of(text) for text in kind.counter}


def test_kinds_are_apart_both_ways():
    for name, kind in RULES.kinds.items():
        for other in kind.apart:
            assert name in RULES.kinds[other].apart


def test_words_of_two_kinds_have_none():
    assert EN.of("killed or wounded") is None


def test_a_language_without_rules_has_no_kinds():
    assert kin(None).of("killed") is None
    assert kin("xx").apart("death") == frozenset()
    assert Kin(None).of("killed") is None
