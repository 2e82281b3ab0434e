"""Two things said in one breath have one speaker, even where the tree gives the second another."""

from read.entities.parsing import made

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.entities import entity_rules, find_entities

CUES, ENTITIES = cue_rules("en"), entity_rules("en")

# "He said rebels had fled and denied that troops left.", with "denied" hung on the clause.
BACK_IN_TENSE = (
    "He|PRON|PRP|2|nsubj said|VERB|VBD|0|root|say rebels|NOUN|NNS|5|nsubj|rebel "
    "had|AUX|VBD|5|aux|have fled|VERB|VBN|2|ccomp|flee and|CCONJ|CC|7|cc "
    "denied|VERB|VBD|5|conj|deny that|SCONJ|IN|10|mark troops|NOUN|NNS|10|nsubj|troop "
    "left|VERB|VBD|7|ccomp|leave .|PUNCT|.|2|punct"
)
# "He said rebels fled and denied that troops left.": the rebels may have denied it.
SAME_TENSE = (
    "He|PRON|PRP|2|nsubj said|VERB|VBD|0|root|say rebels|NOUN|NNS|4|nsubj|rebel "
    "fled|VERB|VBD|2|ccomp|flee and|CCONJ|CC|6|cc "
    "denied|VERB|VBD|4|conj|deny that|SCONJ|IN|9|mark troops|NOUN|NNS|9|nsubj|troop "
    "left|VERB|VBD|6|ccomp|leave .|PUNCT|.|2|punct"
)


def heard(sentence):
    document = made(sentence)
    voices = find_attributions(document, find_entities(document, ENTITIES), CUES)
    return {
        voice.lemma: (
            document.text[slice(*voice.source[0])],
            " ".join(document.text[start:end] for start, end in voice.content),
        )
        for voice in voices
    }


def test_a_cue_that_goes_back_to_the_tense_of_saying_is_the_first_speakers():
    found = heard(BACK_IN_TENSE)
    assert found["deny"] == ("He", "that troops left")
    assert found["say"] == ("He", "rebels had fled")


def test_in_the_same_tense_the_tree_is_believed():
    assert heard(SAME_TENSE)["deny"][0] == "rebels"
