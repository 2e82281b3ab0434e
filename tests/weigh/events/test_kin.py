"""Kinds of deeds."""

import pytest

from tocsin.rules import languages, load
from tocsin.weigh.events.kin import Kin, KinRules, kin

EN = kin("en")


@pytest.mark.parametrize("language", languages())
def test_every_kind_knows_its_examples_and_not_its_counter_examples(language):
    for name, kind in load(language, "kin.toml", KinRules).kinds.items():
        assert {kin(language).of(text) for text in kind.example} == {name}
        assert name not in {kin(language).of(text) for text in kind.counter}


@pytest.mark.parametrize("language", languages())
def test_kinds_are_apart_both_ways(language):
    kinds = load(language, "kin.toml", KinRules).kinds
    for name, kind in kinds.items():
        for other in kind.apart:
            assert name in kinds[other].apart


def test_words_of_two_kinds_have_none():
    assert EN.of("killed or wounded") is None


def test_a_language_without_rules_has_no_kinds():
    assert kin(None).of("killed") is None
    assert kin("xx").apart("death") == frozenset()
    assert Kin(None).of("killed") is None
