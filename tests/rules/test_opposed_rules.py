"""Every rule of what contradicts shows on its examples and leaves its counter-examples alone."""

import pytest

from tocsin.rules import load
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.events.kin import KinRules
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.wording import named, sides_in

EN = opposed()
RULES = EN.rules
IDS = {"ids": lambda rule: getattr(rule, "name", getattr(rule, "denied", ""))}
# A list of words, and the index by which it is looked up.
LISTS = {
    "began": lambda text: EN.began.first(words(text)),
    "counts": lambda text: EN.counts.first(words(text)),
    "nobody": lambda text: EN.nobody.first(words(text)),
    "another": lambda text: not EN.another.isdisjoint(word.text for word in words(text)),
    "anybody": lambda text: named(text) is None,
    "bodies": lambda text: not EN.bodies.isdisjoint(words_in(text)),
    "crowds": lambda text: not EN.crowds.isdisjoint(words_in(text)),
    "armed": EN.armed.__contains__,
    "elsewhen": EN.of_other_days,
    "nots": lambda text: EN.not_so(text, "Muna"),
    "articles": EN.articles.__contains__,
    "first": lambda text: EN.first.first(words(text)),
    "those": EN.those.__contains__,
    "broad": EN.broad.__contains__,
    "charged": EN.charged.__contains__,
    "single": EN.single.__contains__,
    "across": EN.across.__contains__,
    "hands": EN.hands.__contains__,
    "unofficial": lambda text: named(text) is None,
    "together": lambda text: len(sides_in(text)) > 1,
    "partly": lambda text: EN.of_a_part(text, "wounded"),
    "not_by": lambda text: EN.not_by.first(words(text)),
    "it": EN.it.__contains__,
}


def words_in(text):
    return {word.text for word in words(text.replace("'s", " "))}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_knows_its_examples_and_not_its_counter_examples(name):
    rule, known = getattr(RULES, name), LISTS[name]
    assert all(known(text) for text in rule.example)
    assert not any(known(text) for text in rule.counter)


@pytest.mark.parametrize("rule", RULES.once, **IDS)
def test_what_takes_place_once_is_known_by_its_words(rule):
    type_ = rule.type[0] if rule.type else "attack"
    assert {getattr(EN.once(type_, text), "name", None) for text in rule.example} == {rule.name}
    assert not any(EN.once(type_, text) is rule for text in rule.counter)


@pytest.mark.parametrize("rule", RULES.opposed, **IDS)
def test_opposites_are_known_by_their_words(rule):
    one, other = rule.example
    assert (rule, True) in EN.sides(rule.one_type[0], one)
    assert (rule, False) in EN.sides(rule.other_type[0], other)
    for text in rule.counter:
        assert rule not in [one for one, _ in EN.sides(rule.one_type[0], text)]


@pytest.mark.parametrize("rule", RULES.graver, **IDS)
def test_what_is_graver_is_a_harm(rule):
    harms = {one.name for one in lexicon().rules.harm}
    assert {rule.denied, *rule.also} <= harms
    first = lexicon().harms.first
    assert all(first(words(text)).name == rule.denied for text in rule.example)
    assert not any(first(words(text)).name == rule.denied for text in rule.counter)


def test_kinds_of_deeds_are_those_of_the_rules_of_kinds():
    assert set(RULES.across.kind) <= set(load("en", "kin.toml", KinRules).kinds)
