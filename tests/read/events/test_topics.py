"""A sentence is of the topic of its nouns and of what was read lately."""

from read.events.trees import a_document

from tocsin.read.events import event_rules, find_events
from tocsin.read.events.topics import topics

RULES = event_rules("en")

FLOOD = """
The 2 det DT the
flood 3 nsubj NN
came 0 root VBD come
. 3 punct .
"""

STORMED = """
Rebels 2 nsubj NNS rebel
stormed 0 root VBD storm
houses 2 obj NNS house
. 2 punct .
"""

FERRY = """
The 2 det DT the
ferry 3 nsubj NN
capsized 0 root VBD capsize
. 3 punct .
"""

PLAIN = """
They 2 nsubj PRP they
waited 0 root VBD wait
. 2 punct .
"""

TOLL = """
Two 2 nummod CD two
people 3 nsubj NNS people
died 0 root VBD die
. 3 punct .
"""


def topics_of(*trees):
    return topics(a_document(*trees), RULES)


def test_a_sentence_without_a_topic_word_is_of_what_was_read_before():
    assert topics_of(FLOOD, PLAIN) == ["disaster", "disaster"]


def test_a_verb_is_no_topic_word_unless_its_own_form_is_listed():
    assert topics_of(STORMED)[0] != "disaster"
    assert topics_of(FERRY) == ["accident"]


def test_an_item_on_something_else_turns_the_topic():
    assert topics_of(FLOOD, FLOOD, PLAIN, FERRY, PLAIN)[3] == "accident"


def test_no_topic_word_is_no_topic():
    assert topics_of(PLAIN) == [None]


def test_a_toll_is_of_the_type_of_its_topic():
    def toll(*trees):
        return find_events(a_document(*trees, TOLL), RULES)[-1].type

    assert [toll(FLOOD), toll(FERRY), toll(STORMED)] == ["disaster", "accident", "casualties"]
