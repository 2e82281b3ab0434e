"""Events are found in hand-made trees: participants, clauses, one deed once."""

import pytest
from read.events.trees import (
    ABILITY,
    BOTH_KINDS,
    CARRIED_OUT,
    HEADING,
    HYPHEN,
    KILLED_AND_WOUNDED,
    PASSIVE,
    PLANNED,
    RELATIVE,
    SENT,
    STOCK,
    a_document,
)

from tocsin.read.events import event_rules, find_events

RULES = event_rules("en")


def events_of(*trees, **report):
    return find_events(a_document(*trees, **report), RULES)


def words(tokens):
    return " ".join(token.text for token in tokens)


def roles_of(event):
    return {role.role: words(role.tokens) for role in event.roles}


def test_a_verb_names_an_event_with_its_participants():
    (event,) = events_of(SENT)
    assert (event.type, event.plover, event.mode) == ("deployment", "MOBILIZE", "troops")
    assert words(event.trigger) == "sent"
    assert roles_of(event) == {"actor": "North Korea", "object": "3,000 troops"}
    assert words(event.clause) == "North Korea has sent 3,000 troops to Russia"


def test_the_object_decides_what_is_sent():
    kinds = {"missiles": "arms-transfer", "food": "humanitarian-aid", "balloons": None}
    found = {}
    for word in kinds:
        tree = SENT.replace("troops 4 obj NNS troop", f"{word} 4 obj NNS {word.rstrip('s')}")
        found[word] = [event.type for event in events_of(tree)]
    assert found == {
        "missiles": ["arms-transfer"],
        "food": ["humanitarian-aid"],
        "balloons": ["propaganda-or-balloons"],
    }


def test_coordinated_objects_of_two_kinds_are_two_events():
    events = events_of(BOTH_KINDS)
    assert {e.type: roles_of(e)["object"] for e in events} == {
        "deployment": "troops",
        "arms-transfer": "weaponry",
    }


def test_who_plans_is_who_will_act_and_the_clause_takes_the_plan_along():
    (event,) = events_of(PLANNED)
    assert roles_of(event) == {"actor": "Moscow", "target": "Odesa"}
    assert event.clause_head.text == "plans"
    assert words(event.clause) == "Moscow plans to attack Odesa"


def test_a_light_verb_and_its_noun_are_one_event():
    (event,) = events_of(CARRIED_OUT)
    assert (event.head.text, event.predicate.text) == ("attack", "conducted")
    assert roles_of(event) == {"actor": "Rebels", "target": "the port"}


def test_a_passive_turns_the_participants_round():
    (event,) = events_of(PASSIVE)
    assert roles_of(event) == {"actor": "rebels", "target": "Ships"}


def test_a_relative_clause_takes_its_participant_from_outside():
    (event,) = [e for e in events_of(RELATIVE) if e.type == "attack"]
    assert roles_of(event) == {"actor": "Rebels", "target": "ships"}
    assert words(event.clause) == "Rebels who attacked ships"


def test_coordinated_verbs_with_one_toll_are_one_event():
    (event,) = events_of(KILLED_AND_WOUNDED)
    assert (event.type, words(event.trigger)) == ("casualties", "killed or wounded")
    assert roles_of(event)["target"] == "Forty soldiers"


def test_forces_that_are_somewhere_are_a_deployment():
    (event,) = events_of(STOCK)
    assert (event.type, words(event.trigger)) == ("deployment", "are in Russia")
    assert roles_of(event)["actor"] == "Korean"


def test_the_word_before_a_hyphen_is_the_doer():
    assert [roles_of(e)["actor"] for e in events_of(HYPHEN) if e.type == "attack"] == ["Houthi"]


def test_a_heading_tells_nothing_beside_a_body():
    assert {e.sentence for e in find_events(a_document(HEADING, SENT), RULES)} == {1}


def test_the_title_is_not_read_again():
    document = a_document(PASSIVE, SENT, title="Ships were attacked by rebels .")
    assert {e.sentence for e in find_events(document, RULES)} == {1}


def test_a_report_that_is_only_its_title_is_read_for_it():
    assert events_of(PASSIVE, title="Ships were attacked by rebels .")


def test_a_question_states_nothing():
    told = "Ships 3 nsubj:pass NNS\nwere 3 aux:pass VBD\nattacked 0 root VBN attack\n{} 3 punct ."
    assert events_of(told.format("."))
    assert events_of(told.format("?")) == []


def test_an_ability_is_no_deed():
    assert events_of(ABILITY) == []


@pytest.mark.parametrize("tree", [SENT, PLANNED, BOTH_KINDS, CARRIED_OUT, RELATIVE, STOCK])
def test_every_word_of_an_event_stands_in_its_sentence(tree):
    document = a_document(SENT, tree)
    for event in find_events(document, RULES):
        tokens = set(document.sentences[event.sentence].tokens)
        named = {token for role in event.roles for token in role.tokens}
        assert {*event.trigger, *event.clause, event.predicate} | named <= tokens
        assert set(event.trigger) <= set(event.clause)


def test_an_empty_report_holds_no_event():
    assert events_of() == []
