"""Rules and ear together: classes from the rules, words from the encoder."""

from dataclasses import replace

from read.entities.parsing import made

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.entities import entity_rules, find_entities
from tocsin.read.utterances import Utterance

CUES, ENTITIES = cue_rules("en"), entity_rules("en")
SAID = (
    "The|DET|DT|2|det ministry|NOUN|NN|3|nsubj said|VERB|VBD|0|root|say troops|NOUN|NNS|5|nsubj "
    "left|VERB|VBD|3|ccomp|leave Monday|PROPN|NNP|5|obl:unmarked|Monday .|PUNCT|.|3|punct"
)
HUMMED = SAID.replace("said|VERB|VBD|0|root|say", "hummed|VERB|VBD|0|root|hum").replace(
    "left|VERB|VBD|3|ccomp", "left|VERB|VBD|3|parataxis"
)


def read(sentence, *utterances):
    document = made(sentence)
    heard = tuple(
        Utterance(cue, source, content, likelihood, -0.1)
        for cue, source, content, likelihood in utterances
    )
    document = replace(document, sentences=(replace(document.sentences[0], utterances=heard),))
    return document.text, find_attributions(document, find_entities(document, ENTITIES), CUES)


def words(text, spans):
    return " / ".join(text[start:end] for start, end in spans)


def test_the_encoder_tells_where_what_is_said_ends():
    text, [voice] = read(SAID, ((2,), (0, 1), (3, 4), 0.9))
    assert words(text, voice.content) == "troops left"
    assert (voice.cue_class, voice.listed) == ("report", True)


def test_a_doubtful_hearing_changes_nothing():
    text, [voice] = read(SAID, ((2,), (0,), (3,), 0.15))
    assert words(text, voice.content) == "troops left Monday"
    assert words(text, voice.source) == "The ministry"


def test_a_cue_that_no_rule_lists_is_heard_but_makes_no_link_of_the_chain():
    text, [voice] = read(HUMMED, ((2,), (0, 1), (3, 4, 5), 0.9))
    assert words(text, voice.cue) == "hummed"
    assert words(text, voice.content) == "troops left Monday"
    assert (voice.listed, voice.chained) == (False, False)


def test_a_cue_without_content_is_no_voice():
    assert read(HUMMED, ((2,), (0, 1), (), 0.9))[1] == []


def test_a_source_of_several_is_heard_with_each_of_its_heads():
    both = (
        "Seoul|PROPN|NNP|4|nsubj|Seoul and|CCONJ|CC|3|cc Kyiv|PROPN|NNP|1|conj|Kyiv "
        "hummed|VERB|VBD|0|root|hum troops|NOUN|NNS|6|nsubj left|VERB|VBD|4|parataxis|leave"
    )
    text, [voice] = read(both, ((3,), (0, 1, 2), (4, 5), 0.9))
    assert words(text, voice.source) == "Seoul and Kyiv"
    assert len(voice.speakers) == 2
