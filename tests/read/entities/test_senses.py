"""Names that mean what the report makes of them."""

from read.entities.parsing import made

from tocsin.read.entities import entity_rules, find_entities

RULES = entity_rules("en")
CHIEFS = (
    "Joint|PROPN|NNP|{a}|amod||B-ORG Chiefs|PROPN|NNPS|{h}|nsubj||I-ORG of|ADP|IN|{s}|case||I-ORG "
    "Staff|PROPN|NNP|{a}|nmod||I-ORG {verb}|VERB|VBD|0|root"
)
OF_SOUTH_KOREA = (
    "South|PROPN|NNP|2|compound||B-LOC Korea|PROPN|NNP|5|nmod:poss||I-LOC 's|PART|POS|2|case "
    + CHIEFS.format(a=5, h=8, s=7, verb="met")
)
OF_THE_US = "U.S.|PROPN|NNP|3|compound||B-LOC " + CHIEFS.format(a=3, h=6, s=5, verb="left")
OF_NOBODY = CHIEFS.format(a=2, h=5, s=4, verb="spoke")
KOREAN = "Joint Chiefs of Staff (South Korea)"
AMERICAN = "Joint Chiefs of Staff (United States)"


def names(*sentences):
    found = find_entities(made(*sentences), RULES)
    return [e.name for e in found if e.text == "Joint Chiefs of Staff"]


def test_a_shared_name_is_the_one_of_the_state_that_owns_it():
    assert names(OF_SOUTH_KOREA, OF_THE_US) == [KOREAN, AMERICAN]


def test_a_shared_name_without_an_owner_is_the_one_that_the_report_names():
    assert names(OF_NOBODY, OF_SOUTH_KOREA) == [KOREAN, KOREAN]


def test_a_shared_name_between_two_owners_is_nobodys():
    assert names(OF_SOUTH_KOREA, OF_THE_US, OF_NOBODY) == [
        KOREAN,
        AMERICAN,
        "Joint Chiefs of Staff",
    ]


def test_a_shared_name_alone_has_no_outside_id():
    found = find_entities(
        made("Foreign|PROPN|NNP|2|compound Ministry|PROPN|NNP|3|nsubj agreed|VERB|VBD|0|root"),
        RULES,
    )
    assert [(e.name, e.ref) for e in found] == [("Foreign Ministry", None)]


def test_a_command_is_that_of_the_only_military_in_the_report():
    military = (
        "Seoul|PROPN|NNP|3|nmod:poss||B-LOC 's|PART|POS|1|case military|NOUN|NN|4|nsubj "
        "agreed|VERB|VBD|0|root"
    )
    assert names(military, OF_NOBODY) == [KOREAN]


def test_an_owner_may_follow_its_command():
    of_the_us = (
        "Joint|PROPN|NNP|2|amod||B-ORG Chiefs|PROPN|NNPS|8|nsubj||I-ORG of|ADP|IN|4|case||I-ORG "
        "Staff|PROPN|NNP|2|nmod||I-ORG of|ADP|IN|7|case the|DET|DT|7|det U.S.|PROPN|NNP|4|nmod||B-LOC "
        "met|VERB|VBD|0|root"
    )
    assert names(of_the_us) == [AMERICAN]


def test_a_command_sits_in_a_capital():
    in_seoul = (
        "Joint|PROPN|NNP|2|amod||B-ORG Chiefs|PROPN|NNPS|7|nsubj||I-ORG of|ADP|IN|4|case||I-ORG "
        "Staff|PROPN|NNP|2|nmod||I-ORG in|ADP|IN|6|case Seoul|PROPN|NNP|2|nmod||B-LOC "
        "met|VERB|VBD|0|root"
    )
    assert names(in_seoul) == [KOREAN]


def test_common_nouns_after_a_state_may_mean_an_organisation_of_the_list():
    found = find_entities(
        made(
            "Russia|PROPN|NNP|4|nmod:poss||B-LOC 's|PART|POS|1|case defence|NOUN|NN|4|compound "
            "ministry|NOUN|NN|5|nsubj agreed|VERB|VBD|0|root"
        ),
        RULES,
    )
    assert ("Ministry of Defence (Russia)", "wikidata:Q1146492") in {(e.name, e.ref) for e in found}
    found = find_entities(
        made(
            "Chad|PROPN|NNP|4|nmod:poss||B-LOC 's|PART|POS|1|case defence|NOUN|NN|4|compound "
            "ministry|NOUN|NN|5|nsubj agreed|VERB|VBD|0|root"
        ),
        RULES,
    )
    assert {e.ref for e in found if "ministry" in e.text} == {None}


def test_a_house_is_a_place_behind_at():
    at = "He|PRON|PRP|2|nsubj spoke|VERB|VBD|0|root at|ADP|IN|6|case the|DET|DT|6|det "
    at += "White|PROPN|NNP|6|amod||B-LOC House|PROPN|NNP|2|obl||I-LOC"
    says = "White|PROPN|NNP|2|amod||B-ORG House|PROPN|NNP|3|nsubj||I-ORG agreed|VERB|VBD|0|root"
    assert "White House" not in {e.text for e in find_entities(made(at), RULES)}
    assert "White House" in {e.text for e in find_entities(made(says), RULES)}


def test_capitals_that_deal_with_one_another_are_governments():
    talks = (
        "{}|NOUN|NNS|6|nsubj|{} between|ADP|IN|3|case Moscow|PROPN|NNP|1|nmod||B-LOC and|CCONJ|CC|5|cc "
        "Kyiv|PROPN|NNP|3|conj||B-LOC failed|VERB|VBD|0|root"
    )
    party = find_entities(made(talks.format("Talks", "talk")), RULES)
    assert {e.name for e in party} == {"Russia", "Ukraine"}
    assert not [e for e in find_entities(made(talks.format("Trains", "train")), RULES) if e.ref]


def test_what_is_all_in_capitals_is_found_by_the_list():
    shouted = (
        "IRAN|PROPN|NNP|2|nsubj FIRED|VERB|VBD|0|root A|DET|DT|4|det MISSILE|NOUN|NN|2|obj "
        "TO|PART|TO|6|mark TELL|VERB|VB|2|advcl US|PRON|PRP|6|obj"
    )
    found = find_entities(made(shouted), RULES)
    assert [(e.text, e.name) for e in found if e.kind == "state"] == [("IRAN", "Iran")]


def test_ministries_of_states_that_no_list_has_stay_apart():
    ministry = (
        "{}|PROPN|NNP|4|nmod:poss||B-LOC 's|PART|POS|1|case Foreign|PROPN|NNP|4|compound||B-ORG "
        "Ministry|PROPN|NNP|5|nsubj||I-ORG agreed|VERB|VBD|0|root"
    )
    found = find_entities(made(ministry.format("France"), ministry.format("Germany")), RULES)
    names = [(e.name, e.ref) for e in found if e.text == "Foreign Ministry"]
    assert names == [("Foreign Ministry (France)", None), ("Foreign Ministry (Germany)", None)]
