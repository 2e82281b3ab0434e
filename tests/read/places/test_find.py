"""Places as named and as resolved, with and without a parse."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.places.world import a_gazetteer
from read.quantities.trees import a_document

from tocsin.read.places import find_places, place_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES, GAZETTEER = place_rules("en"), a_gazetteer()


def read(text):
    return find_places(Document(Report(text=text), ()), RULES, GAZETTEER)


def parsed(lines):
    return find_places(a_document(lines), RULES, GAZETTEER)


def names(text):
    return [(p.text, p.name, p.country, p.precision) for p in read(text)]


def test_a_country_is_found_with_its_code():
    assert names("Shells fell on Ukraine.") == [("Ukraine", "Ukraine", "UA", "country")]


def test_a_sea_is_found_and_lies_in_no_country():
    assert names("Ships burned in the Red Sea.") == [("Red Sea", "Red Sea", None, "region")]


def test_the_longest_name_is_taken():
    assert names("Troops reached Kursk Oblast.") == [
        ("Kursk Oblast", "Kursk Oblast", "RU", "admin")
    ]


def test_a_word_for_its_sort_makes_a_town_a_division_and_belongs_to_the_name():
    (found,) = read("Fighting went on in the Kursk region.")
    assert (found.text, found.precision) == ("Kursk region", "admin")


def test_a_known_place_has_its_id_only_where_a_source_has_it():
    places = {p.name: p.geonames for p in read("From Kursk Oblast to the Red Sea and Ukraine.")}
    assert places == {"Kursk Oblast": 538555, "Red Sea": None, "Ukraine": 690791}


@pytest.mark.parametrize("spelling", ["Kyiv", "Kiev"])
def test_two_spellings_are_one_place(spelling):
    (found,) = read(f"A blast was heard in {spelling} today.")
    assert (found.name, found.geonames) == ("Kyiv", 703448)


@pytest.mark.parametrize("spelling", ["Hodeidah", "Al-Hudaydah", "Hodeida"])
def test_a_port_answers_to_every_way_of_writing_it(spelling):
    (found,) = read(f"The port of {spelling} was hit.")
    assert found.country == "YE"


def test_the_larger_of_two_towns_is_meant_by_its_bare_name():
    (found,) = read("They met in Paris today.")
    assert found.country == "FR"


def test_what_a_town_is_said_to_lie_in_decides():
    town, _ = read("They met in Paris, Texas, today.")
    assert (town.country, town.geonames) == ("US", 4717560)


def test_the_company_of_a_name_decides():
    country = read("Russia and Georgia share a border; talks in Moscow failed.")[1]
    state = read("Police in Atlanta and elsewhere in Georgia and Texas said so.")[1]
    assert (country.country, state.country) == ("GE", "US")


def test_a_county_draws_the_town_of_its_name_to_itself():
    county, town = read("The Lamar County jail is in Paris now.")
    assert (county.text, town.country) == ("Lamar County", "US")


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador left.",
        "President Ford left.",
        "Mr Jordan left.",
        "Russian troops left.",
        "They are Moscow-backed.",
        "They ate turkey.",
    ],
)
def test_people_adjectives_and_parts_of_words_are_no_places(text):
    assert read(text) == []


def test_a_border_has_a_name_and_no_point():
    (found,) = read("They massed on the Korean border.")
    assert (found.text, found.precision, found.lat) == ("Korean border", "region", None)


def test_a_place_without_a_name_has_no_point():
    (found,) = read("Losses rose on the battlefield.")
    assert (found.text, found.name, found.lat, found.precision) == (
        "the battlefield",
        None,
        None,
        None,
    )


def test_a_place_that_nothing_is_known_of_stays_unresolved():
    (found,) = parsed("""
        They 2 nsubj PRP
        left 0 root VBD leave
        Xanadu 2 obj NNP Xanadu B-LOC
    """)
    assert (found.text, found.name, found.lat, found.country) == ("Xanadu", None, None, None)


def test_a_capital_that_speaks_is_a_government_and_one_where_things_happen_a_place():
    said = """
        Moscow 2 nsubj NNP Moscow B-LOC
        said 0 root VBD say
        so 2 advmod RB
    """
    held = """
        Talks 2 nsubj NNS talk
        failed 0 root VBD fail
        in 4 case IN in
        Moscow 2 obl NNP Moscow B-LOC
    """
    assert (parsed(said), [p.name for p in parsed(held)]) == ([], ["Moscow"])


def test_capitals_in_a_row_all_act():
    assert (
        parsed("""
        Paris 5 nsubj NNP Paris B-LOC
        , 3 punct ,
        Moscow 1 conj NNP Moscow B-LOC
        today 5 obl NN
        agreed 0 root VBD agree
    """)
        == []
    )


def test_a_country_that_suffers_is_a_place():
    (found,) = parsed("""
        Ukraine 2 nsubj NNP Ukraine B-LOC
        suffered 0 root VBD suffer
        blackouts 2 obj NNS
    """)
    assert found.name == "Ukraine"


def test_a_person_named_like_a_place_is_none():
    assert (
        parsed("""
        Michael 3 nsubj NNP Michael B-PER
        Jordan 1 flat NNP Jordan I-PER
        left 0 root VBD leave
    """)
        == []
    )


@given(st.text(alphabet="Paris, TexasKu-'’.\n rkBorde", max_size=60))
def test_any_text_is_read_and_every_span_holds_its_words(text):
    found = read(text)
    assert all(text[p.span[0] : p.span[1]] == p.text for p in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
