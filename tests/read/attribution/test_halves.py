"""Who speaks behind a semicolon speaks for himself, and nobody else does."""

from read.entities.parsing import parsed

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.entities import entity_rules, find_entities

RULES = cue_rules("en")
ENTITIES = entity_rules("en")


def contents(text):
    document = parsed(text)
    voices = find_attributions(document, find_entities(document, ENTITIES), RULES)
    return [" … ".join(text[a:b] for a, b in voice.content) for voice in voices]


def test_a_voice_ends_where_another_half_has_its_own():
    text = "The ministry said 58 people were killed; hospitals reported 71 deaths."
    assert contents(text) == ["58 people were killed", "71 deaths"]


def test_who_speaks_at_the_end_does_not_speak_for_the_first_half():
    text = "The army said it shot down 58 drones; debris hit a school, the governor wrote."
    assert contents(text) == ["it shot down 58 drones", "debris hit a school"]


def test_a_semicolon_inside_a_quotation_parts_nothing():
    text = "“Police shot 58 people; hospitals reported 71 deaths,” the ministry said."
    assert any("58" in content and "71" in content for content in contents(text))
