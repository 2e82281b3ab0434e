"""Who "I" is in a transcript."""

from dataclasses import replace

from read.entities.parsing import made

from tocsin.read.entities import entity_rules, find_entities
from tocsin.records import Report

RULES = entity_rules("en")
KIRBY = (
    "MR.|PROPN|NNP|2|nmod:desc KIRBY|PROPN|NNP|5|vocative||B-PER :|PUNCT|:|5|punct "
    "I|PRON|PRP|5|nsubj agree|VERB|VBP|0|root"
)
MORE = "My|PRON|PRP$|2|nmod:poss view|NOUN|NN|3|nsubj holds|VERB|VBZ|0|root|hold"
QUESTION = "Q|PROPN|NNP|4|dep :|PUNCT|:|4|punct I|PRON|PRP|4|nsubj ask|VERB|VBP|0|root"


def speakers(*sentences):
    """Return who stands behind each word of the first person; sentences are paragraphs."""
    document = made(*sentences)
    text = document.text
    for sentence in document.sentences[1:]:
        text = f"{text[: sentence.start - 1]}\n{text[sentence.start :]}"
    document = replace(document, report=Report(text=text))
    found = find_entities(document, RULES)
    return [(e.text, e.name) for e in found if e.text in ("I", "My")]


def test_i_is_who_the_label_names():
    assert speakers(KIRBY) == [("I", "KIRBY")]


def test_a_label_holds_until_the_next():
    assert speakers(KIRBY, MORE) == [("I", "KIRBY"), ("My", "KIRBY")]


def test_a_label_without_a_name_ends_the_last():
    assert speakers(KIRBY, QUESTION) == [("I", "KIRBY")]


def test_without_a_label_i_is_nobody():
    assert speakers(MORE) == []


def test_a_colon_behind_a_verb_is_no_label():
    said = KIRBY.replace(":|PUNCT|:|5|punct", "said|VERB|VBD|5|dep :|PUNCT|:|5|punct")
    said = said.replace("I|PRON|PRP|5|nsubj agree", "I|PRON|PRP|6|nsubj agree")
    assert speakers(said) == []
