"""Words of war that are no deeds: by what they are done to, by the field, by way of an order."""

import pytest
from read.events.trees import a_document

from tocsin.read.events import event_rules, find_events

RULES = event_rules("en")


def types_of(*trees):
    return [event.type for event in find_events(a_document(*trees), RULES)]


def attacked(who, what):
    return f"""
{who} 2 nsubj NNS {who.lower().removesuffix("s")}
attacked 0 root VBD attack
{what}s 2 obj NNS {what}
. 2 punct .
"""


@pytest.mark.parametrize(("who", "what"), [("Rebels", "lettuce"), ("Slugs", "village")])
def test_nothing_unwarlike_attacks_or_is_attacked(who, what):
    assert types_of(attacked("Rebels", "village")) == ["attack"]
    assert types_of(attacked(who, what)) == []


ORDERED = """
Shoot 0 root VB shoot
soldiers 1 obj NNS soldier
. 1 punct .
"""

QUOTED = """
" 2 punct ``
Free 6 ccomp VB free
hostages 2 obj NNS hostage
" 2 punct ''
they 6 nsubj PRP they
chanted 0 root VBD chant
. 6 punct .
"""

TOLD = """
They 2 nsubj PRP they
free 0 root VBP free
hostages 2 obj NNS hostage
. 2 punct .
"""


@pytest.mark.parametrize("order", [ORDERED, QUOTED])
def test_an_order_tells_no_deed(order):
    assert types_of(order) == []
    assert types_of(TOLD) == ["abduction-or-detention"]


CLAIMED = """
They 2 nsubj PRP they
{} 0 root VBD {}
responsibility 2 obj NN responsibility
for 6 case IN
the 6 det DT
ambush {} NN ambush
. 2 punct .
"""


@pytest.mark.parametrize("tie", ["3 nmod", "2 obl"])
def test_who_answers_for_a_deed_has_done_it(tie):
    assert types_of(CLAIMED.format("claimed", "claim", tie)) == ["attack"]
    assert types_of(CLAIMED.format("studied", "study", tie)) == []


MATCH = """
The 2 det DT
goalkeeper 3 nsubj NN goalkeeper
attacked 0 root VBD attack
{} 3 obj NNS {}
. 3 punct .
"""


def test_a_plain_word_of_war_outranks_the_field():
    assert types_of(MATCH.format("villages", "village")) == []
    assert types_of(MATCH.format("soldiers", "soldier")) == ["attack"]


BROKEN = """
A 2 det DT
war 5 nsubj NN war
of 4 case IN
{} 2 nmod NNS {}
broke 0 root VBD break
out 5 compound:prt RP out
. 5 punct .
"""


def test_a_noun_is_known_by_what_it_is_tied_to():
    assert types_of(BROKEN.format("words", "word")) == []
    assert types_of(BROKEN.format("clans", "clan")) == ["clash"]
