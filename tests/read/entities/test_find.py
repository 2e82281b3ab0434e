import pytest
from read.entities.parsing import made

from tocsin.read.entities import entity_rules, find_entities
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES = entity_rules("en")
KIM_VISITED = (
    "Kim|PROPN|NNP|4|nsubj||B-PER Jong|PROPN|NNP|1|flat||I-PER Un|PROPN|NNP|1|flat||I-PER "
    "visited|VERB|VBD|0|root|visit a|DET|DT|6|det base|NOUN|NN|4|obj .|PUNCT|.|4|punct"
)
TROOPS_ARRIVED = (
    "About|ADV|RB|2|advmod 3,000|NUM|CD|5|nummod North|PROPN|NNP|5|amod "
    "Korean|ADJ|JJ|5|amod|korean troops|NOUN|NNS|6|nsubj|troops arrived|VERB|VBD|0|root|arrive"
)


def entities(*sentences):
    return find_entities(made(*sentences), RULES)


def by_text(found):
    return {entity.text: entity for entity in found}


def test_a_capital_that_acts_is_a_government():
    found = entities(
        "Pyongyang|PROPN|NNP|3|nsubj||B-LOC has|AUX|VBZ|3|aux supplied|VERB|VBN|0|root|supply "
        "Moscow|PROPN|NNP|3|iobj||B-LOC .|PUNCT|.|3|punct"
    )
    assert [(e.text, e.name, e.kind, e.ref) for e in found] == [
        ("Pyongyang", "North Korea", "state", "wikidata:Q423"),
        ("Moscow", "Russia", "state", "wikidata:Q159"),
    ]


def test_a_capital_where_something_happens_is_no_entity():
    found = entities(
        "He|PRON|PRP|2|nsubj spoke|VERB|VBD|0|root|speak in|ADP|IN|4|case "
        "Seoul|PROPN|NNP|2|obl||B-LOC .|PUNCT|.|2|punct"
    )
    assert "Seoul" not in by_text(found)


def test_capitals_side_by_side_share_the_sense_of_the_first():
    found = entities(
        "Seoul|PROPN|NNP|6|nsubj||B-LOC ,|PUNCT|,|3|punct Washington|PROPN|NNP|1|conj||B-LOC "
        "and|CCONJ|CC|5|cc Kyiv|PROPN|NNP|1|conj||B-LOC agreed|VERB|VBD|0|root|agree"
    )
    assert [e.name for e in found] == ["South Korea", "United States", "Ukraine"]


def test_a_surname_joins_the_full_name():
    found = entities(KIM_VISITED, "Kim|PROPN|NNP|2|nsubj||B-PER left|VERB|VBD|0|root|leave")
    names = [e for e in found if e.kind == "person"]
    assert [e.text for e in names] == ["Kim Jong Un", "Kim"]
    assert {e.name for e in names} == {"Kim Jong Un"}
    assert len({e.chain for e in names}) == 1


def test_a_surname_is_found_where_the_encoder_labels_nothing():
    found = entities(KIM_VISITED, "Kim|PROPN|NNP|2|nsubj left|VERB|VBD|0|root|leave")
    assert [e.text for e in found if e.kind == "person"] == ["Kim Jong Un", "Kim"]


def test_two_people_of_one_surname_who_are_named_in_full_stay_two():
    found = entities(
        KIM_VISITED,
        "Kim|PROPN|NNP|4|nsubj||B-PER Yo|PROPN|NNP|1|flat||I-PER Jong|PROPN|NNP|1|flat||I-PER "
        "left|VERB|VBD|0|root|leave",
    )
    assert len({e.chain for e in found if e.kind == "person"}) == 2


def test_a_jordan_that_is_a_person_is_no_state():
    found = entities(
        "Jordan|PROPN|NNP|3|nsubj||B-PER Smith|PROPN|NNP|1|flat||I-PER left|VERB|VBD|0|root|leave"
    )
    assert [(e.text, e.kind) for e in found] == [("Jordan Smith", "person")]


def test_a_figure_is_no_part_of_who_is_counted():
    found = by_text(entities(TROOPS_ARRIVED))
    assert found["North Korean troops"].kind == "group"


def test_a_range_is_no_part_of_who_is_counted():
    found = entities(
        "between|ADP|IN|1|case|between 30|NUM|CD|5|nummod|30 and|CCONJ|CC|3|cc|and"
        " 40|NUM|CD|1|conj|40 North|PROPN|NNP|5|compound|North soldiers|NOUN|NNS|6|nsubj|soldier"
        " fought|VERB|VBD|-1|root|fight"
    )
    assert [e.text for e in found] == ["soldiers"]


def test_these_troops_are_those_named_before():
    found = by_text(
        entities(
            TROOPS_ARRIVED,
            "These|DET|DT|2|det|this troops|NOUN|NNS|3|nsubj|troops fought|VERB|VBD|0|root|fight",
        )
    )
    assert found["These troops"].chain == found["North Korean troops"].chain
    assert found["These troops"].name == "North Korean troops"


def test_more_troops_are_others():
    found = by_text(
        entities(
            TROOPS_ARRIVED,
            "More|ADJ|JJR|2|amod troops|NOUN|NNS|3|nsubj|troops followed|VERB|VBD|0|root|follow",
        )
    )
    assert found["More troops"].chain != found["North Korean troops"].chain


def test_a_calibre_belongs_to_the_weapon():
    document = made(
        "Russia|PROPN|NNP|2|nsubj||B-LOC received|VERB|VBD|0|root|receive "
        "multiple|ADJ|JJ|5|amod rocket|NOUN|NN|5|compound launchers|NOUN|NNS|2|obj|launcher"
    )
    found = by_text(find_entities(document, RULES))
    assert found["multiple rocket launchers"].kind == "materiel"


def test_he_is_the_one_person_named():
    found = entities(KIM_VISITED, "He|PRON|PRP|2|nsubj left|VERB|VBD|0|root|leave")
    assert by_text(found)["He"].name == "Kim Jong Un"


def test_he_between_two_as_likely_stays_alone():
    found = entities(
        "Smith|PROPN|NNP|4|nsubj||B-PER and|CCONJ|CC|3|cc Jones|PROPN|NNP|4|nsubj||B-PER "
        "met|VERB|VBD|0|root|meet",
        "He|PRON|PRP|2|nsubj left|VERB|VBD|0|root|leave",
    )
    pronoun = by_text(found)["He"]
    assert pronoun.name == "He"
    assert [e.chain for e in found].count(pronoun.chain) == 1


def test_it_that_stands_for_nothing_is_left_out():
    assert entities("It|PRON|PRP|2|nsubj rained|VERB|VBD|0|root|rain") == []


def test_a_pronoun_is_not_the_object_of_its_own_verb():
    found = entities("Kim|PROPN|NNP|2|nsubj||B-PER saw|VERB|VBD|0|root|see him|PRON|PRP|2|obj|he")
    chains = [e.chain for e in found]
    assert len(chains) == len(set(chains))


def test_a_state_after_its_article_needs_a_capital_letter():
    north = "The|DET|DT|2|det {}|PROPN|NNP|4|nsubj may|AUX|MD|4|aux test|VERB|VB|0|root"
    named = "Seoul|PROPN|NNP|2|nsubj||B-LOC agreed|VERB|VBD|0|root|agree"
    told = "South|PROPN|NNP|2|compound||B-LOC Korea|PROPN|NNP|3|nsubj||I-LOC left|VERB|VBD|0|root"
    assert by_text(entities(told, north.format("North")))["North"].name == "North Korea"
    assert by_text(entities(named, north.format("North")))["North"].name == "North Korea"
    assert "north" not in by_text(entities(told, north.format("north")))


def test_the_north_of_a_report_without_the_koreas_is_no_state():
    assert entities("The|DET|DT|2|det North|PROPN|NNP|3|nsubj won|VERB|VBD|0|root|win") == []


def test_an_acronym_joins_the_name_that_it_is_made_of():
    found = entities(
        "Korea|PROPN|NNP|4|nsubj||B-ORG Hydro|PROPN|NNP|1|flat||I-ORG Agency|PROPN|NNP|1|flat||I-ORG "
        "agreed|VERB|VBD|0|root|agree",
        "KHA|PROPN|NNP|2|nsubj||B-ORG left|VERB|VBD|0|root|leave",
    )
    assert {e.name for e in found} == {"Korea Hydro Agency"}


def test_the_country_is_the_state_that_acted_before():
    found = entities(
        "Iran|PROPN|NNP|2|nsubj||B-LOC agreed|VERB|VBD|0|root|agree",
        "The|DET|DT|2|det country|NOUN|NN|3|nsubj has|VERB|VBZ|0|root|have oil|NOUN|NN|3|obj",
    )
    assert [(e.text, e.name) for e in found] == [("Iran", "Iran"), ("The country", "Iran")]


def test_the_country_alone_is_no_entity():
    assert (
        entities(
            "The|DET|DT|2|det country|NOUN|NN|3|nsubj has|VERB|VBZ|0|root|have oil|NOUN|NN|3|obj"
        )
        == []
    )


def test_a_title_before_a_name_belongs_to_the_person():
    found = entities(
        "President|PROPN|NNP|2|compound|president Biden|PROPN|NNP|3|nsubj||B-PER "
        "left|VERB|VBD|0|root|leave",
        "The|DET|DT|2|det president|NOUN|NN|3|nsubj spoke|VERB|VBD|0|root|speak",
    )
    assert [(e.text, e.name, e.kind) for e in found] == [
        ("Biden", "Biden", "person"),
        ("The president", "Biden", "person"),
    ]


@pytest.mark.parametrize("text", ["", "…"])
def test_a_report_without_sentences_has_no_entities(text):
    assert find_entities(Document(Report(text=text), ()), RULES) == []


def test_every_entity_is_the_text_at_its_span():
    document = made(KIM_VISITED, TROOPS_ARRIVED)
    for entity in find_entities(document, RULES):
        assert document.text[slice(*entity.span)] == entity.text
