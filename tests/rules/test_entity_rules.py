"""Every entity rule shows on its examples and not on its counter-examples, on real parses."""

import pytest
from read.entities.parsing import marked, parsed

from tocsin.read.entities import entity_rules, find_entities
from tocsin.read.entities.lists import (
    Given,
    Nouns,
    OrganisationFact,
    Organisations,
    StateFact,
    States,
)
from tocsin.rules import load

NOUNS = load("en", "entities.toml", Nouns)
STATES = load("en", "entities_states.toml", States)
ORGANISATIONS = load("en", "entities_organisations.toml", Organisations)
RULES = entity_rules("en")

PROOFS = [
    *((head.kind, head) for head in NOUNS.head),
    *(("state", proof) for proof in STATES.proof.values()),
    ("state", NOUNS.stands_for_state),
    ("organisation", ORGANISATIONS),
    *(("organisation", shared) for shared in ORGANISATIONS.shared.values()),
    ("organisation", NOUNS.place_words),
    ("state", NOUNS.dealing),
    ("state", NOUNS.in_capitals),
    ("person", NOUNS.speech),
]
EXAMPLES = [(kind, text) for kind, rule in PROOFS for text in rule.example]
COUNTERS = [(kind, text) for kind, rule in PROOFS for text in rule.counter]


def found(text):
    return {(entity.kind, entity.span) for entity in find_entities(parsed(text), RULES)}


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_is_read(kind, example):
    text, span = marked(example)
    assert (kind, span) in found(text)


@pytest.mark.parametrize(("kind", "counter"), COUNTERS)
def test_a_counter_example_is_not_read(kind, counter):
    text, span = marked(counter)
    assert (kind, span) not in found(text)


def test_a_number_of_troops_is_about_the_troops():
    text, span = marked(NOUNS.measure.example[0])
    mentions = [entity for entity in find_entities(parsed(text), RULES) if entity.kind == "group"]
    assert [entity.span[1] for entity in mentions] == [span[1]]


def test_every_state_has_its_facts_and_every_fact_its_state():
    facts = load("world", "states.toml", dict[str, StateFact])
    assert {state.code for state in STATES.state} == set(facts)


def test_every_organisation_has_its_facts_and_every_fact_its_organisation():
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    assert set(ORGANISATIONS.organisations) == set(facts)


def test_no_two_states_share_a_name():
    names = [form for state in STATES.state for kind, form in state.forms() if kind == "name"]
    assert len(names) == len(set(names))


def test_no_two_states_share_an_outside_id():
    facts = load("world", "states.toml", dict[str, StateFact])
    assert len({fact.wikidata for fact in facts.values()}) == len(facts)


def test_organisations_belong_to_states_that_are_known():
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    codes = {state.code for state in STATES.state}
    assert {fact.state for fact in facts.values() if fact.state} <= codes


GIVEN = load("en", "entities_persons.toml", Given)


def who(text):
    """Return the names that the pronoun of the second sentence may have, by the text read."""
    found = find_entities(parsed(text), RULES)
    return {e.name for e in found if e.text == "She"}


def test_a_first_name_tells_who_she_is():
    text, span = marked(GIVEN.example[0])
    assert who(text) == {text[slice(*span)]}


def test_a_first_name_tells_who_she_is_not():
    text, span = marked(GIVEN.counter[0])
    assert text[slice(*span)] not in who(text)


def test_no_first_name_is_of_both():
    assert not set(GIVEN.he) & set(GIVEN.she)


def test_a_name_that_states_share_belongs_to_organisations_of_those_states():
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    for shared in ORGANISATIONS.shared.values():
        assert {state: facts[key].state for state, key in shared.of.items()} == {
            state: state for state in shared.of
        }


def test_no_two_organisations_share_an_outside_id():
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    ids = [fact.wikidata for fact in facts.values() if fact.wikidata]
    assert len(ids) == len(set(ids))


def test_no_two_organisations_share_a_name():
    every = ORGANISATIONS.organisations.values()
    names = [form for entry in every for form in {entry.name, *entry.names}]
    assert sorted(names) == sorted(set(names))


def test_hundreds_of_organisations_have_an_outside_id():
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    assert sum(fact.wikidata is not None for fact in facts.values()) > 250
