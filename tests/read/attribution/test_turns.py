"""Who speaks in a transcript says what stands behind his colon, up to the next one."""

import pytest
from read.entities.parsing import parsed

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.entities import entity_rules, find_entities

RULES = cue_rules("en")
ENTITIES = entity_rules("en")


def turns(text):
    document = parsed(text)
    voices = find_attributions(document, find_entities(document, ENTITIES), RULES)
    said = [v for v in voices if v.chained and [text[a:b] for a, b in v.cue] == [":"]]
    return {v.speakers[0].text: [text[a:b] for a, b in v.content] for v in said}


TURNS = """MR KIRBY: The army attacked the base.
INTERVIEWER: Will the ships leave?
SECRETARY RUBIO: The ships have left. Troops will follow."""


def test_each_turn_is_said_by_whose_name_opens_it():
    found = turns(TURNS)
    assert found["MR KIRBY"] == ["The army attacked the base"]
    assert found["SECRETARY RUBIO"] == ["The ships have left. Troops will follow"]


def test_a_question_has_no_voice():
    assert not any("leave" in said for content in turns(TURNS).values() for said in content)


def test_a_body_that_prints_its_own_briefing_speaks_itself():
    assert turns(TURNS.replace("INTERVIEWER", "QUESTION")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "KYIV: Russia attacked Odesa on Monday.\nMOSCOW: The army hit military targets.",
        "Sudan: Aid suspended after an attack\nMali: Soldiers killed in an ambush",
    ],
)
def test_a_place_before_a_colon_says_nothing(text):
    assert turns(text) == {}


def test_a_claim_that_is_checked_is_nobodys_and_ends_with_its_line():
    text = "Claim: Troops have entered Asmara.\nThe town is calm."
    assert turns(text) == {":": ["Troops have entered Asmara"]}
