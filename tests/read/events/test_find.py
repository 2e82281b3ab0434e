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


def types_of(*trees):
    return [event.type for event in events_of(*trees)]


def test_a_year_that_a_parser_takes_for_an_object_bars_nothing():
    tree = """
The 2 det DT the
troops 3 nsubj NNS troop
left 0 root VBD leave
in 5 case IN
December 3 obl NNP December
2023 3 obj CD
. 3 punct .
"""
    assert types_of(tree) == ["withdrawal"]


def test_a_bounded_figure_is_an_object():
    tree = """
The 2 det DT the
enemy 3 nsubj NN
lost 0 root VBD lose
up 7 case IN
to 4 fixed IN
410 7 nummod CD
soldiers 3 obl NNS soldier
. 3 punct .
"""
    (event,) = events_of(tree)
    assert event.type == "casualties"
    assert roles_of(event)["target"] == "410 soldiers"


def test_a_noun_that_sorts_another_names_no_event():
    tree = """
Doctors 2 nsubj NNS doctor
treated 0 root VBD treat
nine 5 nummod CD
gunfire 5 compound NN
victims 2 obj NNS victim
. 2 punct .
"""
    assert "clash" not in types_of(tree)


def test_the_title_before_a_name_says_who_is_meant():
    tree = """
The 2 det DT the
council 3 nsubj NN
fired 0 root VBD fire
Minister 5 nmod:desc NNP Minister
Conille 3 obj NNP Conille
. 3 punct .
"""
    assert types_of(tree) == ["leadership-change"]


def test_deeds_that_are_counted_were_done_whatever_stopped_them():
    tree = """
Troops 2 nsubj NNS troop
stopped 0 root VBD stop
44 4 nummod CD
assaults 2 obj NNS assault
on 6 case IN
Kupiansk 4 nmod NNP Kupiansk B-LOC
. 2 punct .
"""
    assert types_of(tree) == ["attack"]
    assert types_of(tree.replace("44 4 nummod CD", "the 4 det DT")) == []


def test_a_weekday_is_nobody_at_whom_missiles_fly():
    tree = """
Pyongyang 2 nsubj NNP Pyongyang B-LOC
fired 0 root VBD fire
missiles 2 obj NNS missile
on 5 case IN
{} 2 obl NNP {}
. 2 punct .
"""
    assert types_of(tree.format("Thursday", "Thursday")) == ["missile-launch"]
    assert types_of(tree.format("Seoul", "Seoul")) == ["attack"]


def test_what_most_of_which_picks_from_was_named_before():
    tree = """
Rockets 2 nsubj NNS rocket
fell 0 root VBD fall
, 2 punct ,
most 8 nsubj:pass PRP most
of 6 case IN
which 4 nmod WDT which
were 8 aux:pass VBD be
intercepted 1 acl:relcl VBN intercept
. 2 punct .
"""
    assert "destruction" in types_of(tree)


def test_two_prepositions_of_one_noun_are_one():
    tree = """
    Soldiers 2 nsubj NNS soldier
    {verb} 0 root VBD {lemma}
    600 4 nummod CD 600
    people 2 obj NNS people
    out 8 case IN out
    of 8 case IN of
    their 8 nmod:poss PRP$ their
    homes 2 obl NNS home
    """
    moved = events_of(tree.format(verb="moved", lemma="move"))
    taken = events_of(tree.format(verb="took", lemma="take"))
    assert [event.type for event in moved] == ["evacuation"]
    assert "casualties" not in {event.type for event in taken}
