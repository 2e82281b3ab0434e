"""Tolls and states as the wires tell them, in hand-made trees."""

from read.events.trees import a_document

from tocsin.read.events import event_rules, find_events

RULES = event_rules("en")

NUMBER_OF_DEAD = """
Police 2 nsubj NNS police
put 0 root VBD put
the 4 det DT the
number 2 obj NN
of 6 case IN
dead 4 nmod JJ
at 8 case IN
nine 2 obl CD
. 2 punct .
"""

DOWN = """
Networks 3 nsubj NNS network
are 3 cop VBP be
down 0 root RB
. 3 punct .
"""

NONE_HURT = """
None 6 nsubj:pass PRP none
of 4 case IN
the 4 det DT the
guards 1 nmod NNS guard
was 6 aux:pass VBD be
hurt 0 root VBN hurt
. 6 punct .
"""

TWO_LISTED = """
Two 2 nummod CD two
soldiers 6 nsubj NNS soldier
and 5 cc CC
three 5 nummod CD three
drivers 2 conj NNS driver
died 0 root VBD die
. 6 punct .
"""

FORCED = """
Villagers 3 nsubj:pass NNS villager
were 3 aux:pass VBD be
forced 0 root VBN force
to 5 mark TO
leave 3 xcomp VB
homes 5 obj NNS home
. 3 punct .
"""


def events_of(tree):
    return find_events(a_document(tree), RULES)


def targets(events):
    return [" ".join(t.text for t in role.tokens) for e in events for role in e.role("target")]


def test_a_number_of_dead_is_a_toll_and_its_teller_no_victim():
    (event,) = events_of(NUMBER_OF_DEAD)
    assert event.type == "casualties"
    assert targets([event]) == []


def test_an_adverb_that_is_predicated_says_a_state():
    (event,) = events_of(DOWN)
    assert (event.type, [t.text for t in event.trigger]) == ("infrastructure-outage", ["down"])


def test_what_a_pronoun_picks_from_says_what_it_is():
    (event,) = events_of(NONE_HURT)
    assert event.type == "casualties"


def test_those_who_died_with_figures_of_their_own_are_told_apart():
    assert targets(events_of(TWO_LISTED)) == ["Two soldiers", "three drivers"]


def test_who_is_forced_to_leave_home_is_displaced():
    (event,) = events_of(FORCED)
    assert (event.type, targets([event])) == ("displacement", ["Villagers"])


def test_a_second_state_counts_its_own():
    tree = """
The 2 det DT the
flood 3 nsubj NN
left 0 root VBD leave
forty 3 obj CD
dead 3 xcomp JJ
and 7 cc CC
nine 5 conj CD
missing 3 xcomp JJ
. 3 punct .
"""
    assert targets(events_of(tree)) == ["forty", "nine"]
