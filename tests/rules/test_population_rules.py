"""Every rule of populations shows on its examples and leaves its counter-examples alone.

An example is "event words | counted words", or "type of event | clause".
"""

from dataclasses import replace

import pytest
from tellings import a_source, figure_in, said, state

from tocsin.weigh.answering import Answering
from tocsin.weigh.estimate.counted import counted
from tocsin.weigh.estimate.phrases import Phrases, words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.scope import scope_of

LEXICON = lexicon()
RULES = LEXICON.rules
IDS = {"ids": lambda rule: getattr(rule, "name", getattr(rule, "kind", ""))}


def noun_of(text):
    found = list(LEXICON.nouns.find(words(text)))
    whole = found and found[-1][1] == len(words(text))
    return " and ".join(dict.fromkeys(noun.name for _, _, noun in found)) if whole else ""


def harm_of(example):
    event, of = (part.strip() for part in example.split("|"))
    text = f"{event} 20 {of}".strip()
    found = counted(said(text, trigger=event, type="casualties", of=of or None).claims[0])
    return found and found.measure


def deed_of(example):
    """What the clause of an example says was done, with a figure put in where it has none."""
    type_, clause = (part.strip() for part in example.split("|"))
    clause = clause if figure_in(clause) or "two" in clause else f"20 troops: {clause}"
    clause = clause.replace("two", "2")
    figure = figure_in(clause)
    of = clause[figure.span[1] :].split(" in ")[0].split(" are ")[0].strip()
    trigger = clause[: figure.span[0]].strip() or clause
    found = counted(said(clause, trigger=trigger, type=type_, of=of).claims[0])
    return found and found.measure


@pytest.mark.parametrize("rule", RULES.noun, **IDS)
def test_nouns_name_what_their_examples_count(rule):
    assert [text for text in rule.example if noun_of(text) != rule.name] == []
    assert [text for text in rule.counter if noun_of(text) == rule.name] == []


@pytest.mark.parametrize("rule", RULES.harm, **IDS)
def test_harms_show_on_their_examples(rule):
    assert [text for text in rule.example if harm_of(text) != rule.name] == []
    assert [text for text in rule.counter if harm_of(text) == rule.name] == []


@pytest.mark.parametrize("rule", RULES.deed, **IDS)
def test_deeds_show_on_their_examples(rule):
    assert [text for text in rule.example if deed_of(text) != rule.name] == []
    assert [text for text in rule.counter if deed_of(text) == rule.name] == []


@pytest.mark.parametrize("rule", RULES.run, **IDS)
def test_runs_show_in_their_clauses(rule):
    shows = LEXICON.runs[rule.kind]
    assert all(shows.first(words(text)) for text in rule.example)
    assert not any(shows.first(words(text)) for text in rule.counter)


def test_idle_nouns_count_nothing():
    def counts(of):
        return counted(said(f"killed 20 {of}", of=of).claims[0])

    assert not any(counts(of) for of in RULES.idle.example)
    assert counts(RULES.idle.counter[0])


def test_plain_words_leave_the_thing_as_it_is():
    def measure(of):
        return counted(said(f"killed 20 {of}", of=of).claims[0]).noun

    assert [measure(of) for of in RULES.plain.example] == ["people", "sailors"]
    assert [measure(of) for of in RULES.plain.counter] == ["young people", "foreign sailors"]


def test_added_words_mark_what_comes_on_top():
    def mark(text):
        parts = {"trigger": text, "type": "deployment", "of": text.split()[-1]}
        return counted(said(f"sent {text}", **{**parts, "trigger": "sent"}).claims[0]).mark

    assert {mark(text) for text in RULES.added.example} == {RULES.added.mark}
    assert {mark(text) for text in RULES.added.counter} == {""}


def test_number_of_says_what_a_bare_figure_counts():
    def counts(example):
        type_, clause = (part.strip() for part in example.split("|"))
        clause = clause if figure_in(clause) else f"{clause}, 20"
        claim = said(clause, trigger="brings", type=type_, object=figure_in(clause).text).claims[0]
        return counted(claim)

    assert all(counts(text) for text in RULES.number.example)
    assert not any(counts(text) for text in RULES.number.counter)


def test_types_whose_figure_may_be_followed_by_what_befell():
    def missing(example):
        type_, clause = (part.strip() for part in example.split("|"))
        clause = clause.replace("two", "2")
        found = counted(said(clause, trigger="l", type=type_, of="people").claims[0])
        return found is not None and found.measure == "missing"

    assert all(missing(text) for text in RULES.harmful.example)
    assert not any(missing(text) for text in RULES.harmful.counter)


def test_places_that_are_joined_are_one_scope():
    def places(text):
        turkey = {"text": "Turkey", "country": "TR", "precision": "country"}
        return len(scope_of(said(text, place=turkey, sources=(a_source("x"),)).claims[0]))

    assert all(places(text) == 2 for text in RULES.scope.example)
    assert all(places(text) == 1 for text in RULES.scope.counter)


def test_statuses_that_count_alike_name_their_own():
    for alike in RULES.status:
        assert set(alike.example) <= set(alike.is_)
        assert not set(alike.counter) & set(alike.is_)


def test_the_first_of_two_equal_phrases_stands_and_no_words_are_no_phrase():
    found = Phrases([("killed", 1), ("killed", 2), ("", 3)])
    assert found.first(words("it killed")) == 1
    assert found.first(words("")) is None


def test_tolls_have_the_figure_of_their_clause():
    def counts(example):
        type_, clause = (part.strip() for part in example.split("|"))
        trigger = next(word for word in ("floods", "valley") if word in clause)
        return counted(said(clause, trigger=trigger, type=type_).claims[0])

    assert all(counts(text) for text in RULES.toll.example)
    assert not any(counts(text) for text in RULES.toll.counter)


def test_a_part_is_known_by_the_word_before_its_whole():
    def part(example):
        type_, clause = (part.strip() for part in example.split("|"))
        actor = state("actor", "Russia", clause)
        claim = said(clause, trigger="launched", type=type_, of="drones", roles=(actor,)).claims[0]
        return counted(claim).part

    assert all(part(text) for text in RULES.part.example)
    assert not any(part(text) for text in RULES.part.counter)


def test_unnamed_words_tell_who_could_not_be_asked_again():
    def answers(name):
        one = said(f"20 men came, {name} said", source=name, publisher="Post")
        links = tuple(replace(link, kind="role") for link in one.claims[0].sources)
        claim = replace(one.claims[0], sources=links)
        return Answering([replace(one, claims=(claim,))]).of(claim, one)[0]

    assert all(answers(name) == "Post" for name in RULES.unnamed.example)
    assert all(answers(name) == name for name in RULES.unnamed.counter)
