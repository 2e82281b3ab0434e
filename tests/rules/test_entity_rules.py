"""Every entity rule shows on its examples and not on its counter-examples, on real parses."""

import pytest
from read.entities.parsing import marked, parsed

from tocsin.read.entities import entity_rules, find_entities
from tocsin.read.entities.rules import Nouns, OrganisationFact, Organisations, StateFact, States
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
