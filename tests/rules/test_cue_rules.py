"""Every cue class shows on its examples and not on its counter-examples, on real parses."""

from typing import get_args

import pytest
from read.entities.parsing import marked, parsed

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.attribution.rules import Cues
from tocsin.read.entities import entity_rules, find_entities
from tocsin.records.claim import CueClass
from tocsin.rules import load

CUES = load("en", "attribution.toml", Cues)
RULES = cue_rules("en")
ENTITIES = entity_rules("en")
EXAMPLES = [(cue.name, text) for cue in CUES.cue for text in cue.example]
COUNTERS = [(cue.name, text) for cue in CUES.cue for text in cue.counter]


def cues(text):
    document = parsed(text)
    voices = find_attributions(document, find_entities(document, ENTITIES), RULES)
    return {(voice.cue_class, span) for voice in voices for span in voice.cue}


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_a_cue_of_its_class(name, example):
    text, span = marked(example)
    assert (name, span) in cues(text)


@pytest.mark.parametrize(("name", "counter"), COUNTERS)
def test_a_counter_example_is_no_cue_of_the_class(name, counter):
    text, span = marked(counter)
    assert (name, span) not in cues(text)


def test_every_class_of_the_contract_has_its_rule():
    assert {cue.name for cue in CUES.cue} == set(get_args(CueClass))


def test_a_verb_is_listed_once_in_a_frame():
    frames = ("clause", "object", "infinitive", "passive", "noun", "adverb", "naming")
    for frame in frames:
        words = [word for cue in CUES.cue for word in getattr(cue, frame)]
        assert sorted(words) == sorted(set(words)), frame


def test_denial_is_held_with_the_opposite_sign():
    assert RULES.by_frame["clause", "deny"].holds == "CT-"
    assert RULES.by_frame["clause", "say"].holds == "CT+"
