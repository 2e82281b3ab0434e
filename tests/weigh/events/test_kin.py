"""Kinds of deeds."""

import pytest

from tocsin.rules import languages, load, written
from tocsin.weigh.events.kin import Kin, KinRules, kin

EN = kin("en")
HERE = [language for language in languages() if written(language, "kin.toml")]
ENDED = [language for language in HERE if load(language, "kin.toml", KinRules).endings]


@pytest.mark.parametrize("language", HERE)
def test_every_kind_knows_its_examples_and_not_its_counter_examples(language):
    for name, kind in load(language, "kin.toml", KinRules).kinds.items():
        assert {kin(language).of(text) for text in kind.example} == {name}
        assert name not in {kin(language).of(text) for text in kind.counter}


@pytest.mark.parametrize("language", ENDED)
def test_forms_of_one_word_have_one_stem(language):
    endings = load(language, "kin.toml", KinRules).endings
    (stem,) = {kin(language).stem(text) for text in endings.example}
    assert stem not in {kin(language).stem(text) for text in endings.counter}


@pytest.mark.parametrize("language", ENDED)
def test_irregular_forms_have_the_stem_of_their_word(language):
    irregular = load(language, "kin.toml", KinRules).irregular
    (stem,) = {kin(language).stem(text) for text in irregular.example}
    assert stem not in {kin(language).stem(text) for text in irregular.counter}


@pytest.mark.parametrize("language", HERE)
def test_kinds_are_apart_both_ways(language):
    kinds = load(language, "kin.toml", KinRules).kinds
    for name, kind in kinds.items():
        for other in kind.apart:
            assert name in kinds[other].apart


def test_a_language_that_has_rules_and_not_these_has_no_kinds(tmp_path, monkeypatch):
    (tmp_path / "xx").mkdir()
    monkeypatch.setattr("tocsin.rules.loader._folder", lambda: tmp_path)
    assert languages() == ("xx",)
    kin.cache_clear()
    assert kin("xx").of("killed") is None
    kin.cache_clear()


def test_words_of_two_kinds_have_none():
    assert EN.of("killed or wounded") is None


def test_a_language_without_rules_has_no_kinds():
    assert kin(None).of("killed") is None
    assert kin("xx").apart("death") == frozenset()
    assert Kin(None).of("killed") is None
    assert Kin(None).stem("Passes") == "passes"


def test_a_doubled_letter_and_the_words_of_a_phrase_lose_their_endings():
    assert EN.stem("stopped") == EN.stem("stops") == EN.stem("stop")
    assert EN.stem("Took control") == EN.stem("the controls")
    assert EN.stem("took") == EN.stem("takes")
    assert EN.stem("2,000") == "2 000"
    assert EN.stem("%") == "%"
