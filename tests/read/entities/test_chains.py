"""Who is the same as whom."""

import pytest
from read.entities.parsing import made

import tocsin
from tocsin.read.entities import entity_rules, find_entities

RULES = entity_rules("en")
JONG_UN = (
    "Kim|PROPN|NNP|4|nsubj||B-PER Jong|PROPN|NNP|1|flat||I-PER Un|PROPN|NNP|1|flat||I-PER "
    "left|VERB|VBD|0|root|leave"
)
YO_JONG = JONG_UN.replace("Jong|PROPN", "Yo|PROPN").replace("Un|PROPN", "Jong|PROPN")
KIM = "Kim|PROPN|NNP|2|nsubj||B-PER agreed|VERB|VBD|0|root|agree"
RAIN = "Rain|NOUN|NN|2|nsubj fell|VERB|VBD|0|root|fall"
IRAN = "Iran|PROPN|NNP|2|nsubj||B-LOC agreed|VERB|VBD|0|root|agree"


def entities(*sentences):
    return find_entities(made(*sentences), RULES)


def name_of(text, *sentences):
    """Return the name of the last mention that reads `text`, or None where there is none."""
    return next((e.name for e in reversed(entities(*sentences)) if e.text == text), None)


def test_a_surname_of_two_just_named_is_neithers():
    assert name_of("Kim", JONG_UN, YO_JONG, KIM) == "Kim"


def test_a_surname_of_two_is_whom_the_report_speaks_of():
    assert name_of("Kim", JONG_UN, *[RAIN] * 6, YO_JONG, KIM) == "Kim Yo Jong"


def test_a_full_name_does_not_join_another_by_their_surname():
    assert name_of("Kim Yo Jong", JONG_UN, KIM, YO_JONG) == "Kim Yo Jong"


def test_a_hyphen_is_a_way_of_spelling():
    hyphened = (
        "Kim|PROPN|NNP|5|nsubj||B-PER Jong-un|PROPN|NNP|1|flat||I-PER left|VERB|VBD|0|root|leave"
    )
    found = entities(JONG_UN, hyphened.replace("|5|nsubj", "|3|nsubj"))
    assert len({e.chain for e in found}) == 1


def test_first_names_tell_him_from_her():
    both = (
        "Maria|PROPN|NNP|3|nsubj||B-PER Lopez|PROPN|NNP|1|flat||I-PER met|VERB|VBD|0|root|meet "
        "Peter|PROPN|NNP|3|obj||B-PER Stone|PROPN|NNP|4|flat||I-PER"
    )
    left = "{}|PRON|PRP|2|nsubj left|VERB|VBD|0|root|leave"
    assert name_of("She", both, left.format("She")) == "Maria Lopez"
    assert name_of("He", both, left.format("He")) == "Peter Stone"


def test_a_title_alone_is_a_role():
    found = entities(
        "The|DET|DT|2|det Secretary|PROPN|NNP|3|nsubj|secretary|B-PER left|VERB|VBD|0|root|leave"
    )
    assert [(e.text, e.kind) for e in found] == [("The Secretary", "role")]


def test_the_president_is_not_the_vice_president():
    biden = (
        "President|PROPN|NNP|2|nmod:desc|president Biden|PROPN|NNP|3|nsubj||B-PER "
        "left|VERB|VBD|0|root|leave"
    )
    harris = (
        "Vice|PROPN|NNP|2|compound|vice President|PROPN|NNP|3|nmod:desc|president "
        "Harris|PROPN|NNP|4|nsubj||B-PER agreed|VERB|VBD|0|root|agree"
    )
    spoke = "The|DET|DT|2|det president|NOUN|NN|3|nsubj spoke|VERB|VBD|0|root|speak"
    assert name_of("The president", biden, harris, spoke) == "Biden"


def test_ministers_are_not_one_minister():
    one = (
        "Minister|PROPN|NNP|2|nmod:desc|minister Gallant|PROPN|NNP|3|nsubj||B-PER "
        "left|VERB|VBD|0|root|leave"
    )
    many = "The|DET|DT|2|det ministers|NOUN|NNS|3|nsubj|minister agreed|VERB|VBD|0|root|agree"
    assert name_of("The ministers", one, many) == "The ministers"


def test_a_leader_of_another_state_is_another():
    kim = (
        "North|PROPN|NNP|2|compound||B-LOC Korean|ADJ|JJ|3|amod||I-LOC "
        "leader|NOUN|NN|4|nmod:desc Kim|PROPN|NNP|5|nsubj||B-PER left|VERB|VBD|0|root|leave"
    )
    other = (
        "The|DET|DT|3|det U.S.|PROPN|NNP|3|compound||B-LOC leader|NOUN|NN|4|nsubj "
        "agreed|VERB|VBD|0|root|agree"
    )
    same = (
        "The|DET|DT|4|det North|PROPN|NNP|3|compound||B-LOC Korean|ADJ|JJ|4|amod||I-LOC "
        "leader|NOUN|NN|5|nsubj agreed|VERB|VBD|0|root|agree"
    )
    assert name_of("The U.S. leader", kim, other) == "The U.S. leader"
    assert name_of("The North Korean leader", kim, same) == "Kim"


def test_letters_in_brackets_are_the_name_before_them():
    found = entities(
        "Main|PROPN|NNP|2|compound||B-ORG Directorate|PROPN|NNP|6|nsubj||I-ORG (|PUNCT|-LRB-|4|punct "
        "ZRU|PROPN|NNP|2|appos||B-PER )|PUNCT|-RRB-|4|punct agreed|VERB|VBD|0|root|agree",
        "ZRU|PROPN|NNP|2|nsubj||B-PER left|VERB|VBD|0|root|leave",
    )
    assert {(e.name, e.kind) for e in found} == {("Main Directorate", "organisation")}


def test_the_ministry_is_the_one_named_before():
    named = (
        "Trade|PROPN|NNP|2|compound||B-ORG Ministry|PROPN|NNP|3|nsubj||I-ORG agreed|VERB|VBD|0|root"
    )
    later = "The|DET|DT|2|det ministry|NOUN|NN|3|nsubj spoke|VERB|VBD|0|root|speak"
    assert name_of("The ministry", named, later) == "Trade Ministry"
    health = named.replace("Trade", "Health")
    assert name_of("The ministry", named, health, later) == "Health Ministry"
    assert name_of("The ministry", named, health, RAIN, RAIN, later) == "The ministry"


def test_the_group_is_the_armed_group_named_before():
    hamas = "Hamas|PROPN|NNP|2|nsubj||B-ORG agreed|VERB|VBD|0|root|agree"
    later = "The|DET|DT|2|det group|NOUN|NN|3|nsubj spoke|VERB|VBD|0|root|speak"
    assert name_of("The group", hamas, later) == "Hamas"


def test_it_may_be_a_thing_that_is_no_entity():
    plan = "The|DET|DT|2|det plan|NOUN|NN|3|nsubj failed|VERB|VBD|0|root|fail"
    late = "It|PRON|PRP|3|nsubj was|AUX|VBD|3|cop late|ADJ|JJ|0|root"
    assert name_of("It", IRAN, late) == "Iran"
    assert name_of("It", IRAN, plan, late) is None


def test_what_is_done_to_it_is_not_who_did_it():
    denied = "Hamas|PROPN|NNP|2|nsubj||B-ORG denied|VERB|VBD|0|root|deny it|PRON|PRP|2|obj"
    assert name_of("it", IRAN, RAIN, denied) is None


def test_two_countries_are_no_country():
    later = (
        "The|DET|DT|3|det two|NUM|CD|3|nummod countries|NOUN|NNS|4|nsubj|country "
        "agreed|VERB|VBD|0|root|agree"
    )
    assert name_of("The two countries", IRAN, later) in (None, "The two countries")


@pytest.mark.parametrize("verb", ["left|VERB|VBD|0|root|leave", "spoke|VERB|VBD|0|root|speak"])
def test_the_country_between_two_is_the_one_that_acted(verb):
    both = "Iran|PROPN|NNP|2|nsubj||B-LOC hit|VERB|VBD|0|root|hit Iraq|PROPN|NNP|2|obj||B-LOC"
    assert (
        name_of("The country", both, f"The|DET|DT|2|det country|NOUN|NN|3|nsubj {verb}") == "Iran"
    )


def test_the_one_who_signs_is_no_group_of_which_he_writes():
    text = "The Houthi militants attacked ships. The strikes came at my direction.\nJOE BIDEN"
    entities = tocsin.read(text, language="en").layers.entities
    names = {entity.text: entity.name for entity in entities}
    assert names.get("my", "JOE BIDEN") == "JOE BIDEN"


def test_the_fighters_are_those_of_the_armed_body_named_before():
    text = "Hamas freed three hostages. The militants handed the men to the Red Cross."
    names = {e.text: e.name for e in tocsin.read(text, language="en").layers.entities}
    assert names["The militants"] == "Hamas"
    other = text.replace("Hamas", "Lebanon")
    names = {e.text: e.name for e in tocsin.read(other, language="en").layers.entities}
    assert names["The militants"] == "The militants"
