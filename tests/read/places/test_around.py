"""What the words around a name make of it: its sort, how near it is, whose body it names."""

import pytest
from read.places.world import a_gazetteer

from tocsin.read.places import find_places, place_rules, resolve_spans
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES, GAZETTEER = place_rules("en"), a_gazetteer()


def read(text):
    return find_places(Document(Report(text=text), ()), RULES, GAZETTEER)


def told(text):
    return [(p.text, p.precision) for p in read(text)]


def given(text, *names):
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return resolve_spans(Document(Report(text=text), ()), spans, RULES, GAZETTEER)


@pytest.mark.parametrize(
    "text",
    [
        "A depot burned near Moscow.",
        "A mine lies 50 km north of Moscow.",
        "He lives 30 miles from Moscow.",
        "They dug in on the outskirts of Moscow.",
        "They camped just outside Moscow.",
        "They camped near the city of Moscow.",
    ],
)
def test_what_is_told_around_a_town_is_one_step_less_precise(text):
    assert told(text) == [("Moscow", "admin")]


def test_a_ship_off_a_country_is_not_in_it():
    assert told("A ship was stopped off Yemen.") == [("Yemen", "region")]


def test_a_sea_stays_beside_the_country_that_lies_on_it():
    assert told("It was hit off Yemen in the Red Sea.") == [
        ("Yemen", "region"),
        ("Red Sea", "region"),
    ]


def test_a_part_of_a_country_is_not_the_whole():
    assert told("He was seen in eastern Ukraine.") == [("Ukraine", "region")]


def test_a_word_for_several_makes_each_of_a_series_a_division():
    found = given("Shells fell in the Kursk and Hodeida regions.", "Kursk", "Hodeida")
    assert [p.precision for p in found] == ["admin", "admin"]


def test_a_word_before_the_name_tells_its_sort():
    assert told("They fought in the province of Kursk.") == [("Kursk", "admin")]
    assert told("They fought in the city of Kursk.") == [("Kursk", "city")]


def test_a_district_lies_about_the_town_of_its_name_and_is_another_place():
    (found,) = read("They fought in Atlanta district.")
    assert (found.name, found.geonames, found.precision) == ("Atlanta district", None, "admin")
    assert found.country == "US"


def test_a_river_is_told_from_a_town_of_its_name():
    (found,) = given("They crossed the river Dnipro.", "Dnipro")
    assert (found.text, found.precision) == ("Dnipro", "region")


def test_a_body_called_after_a_place_is_no_place():
    assert told("He works for the Bank of Georgia.") == []


def test_an_article_that_is_joined_to_a_name_belongs_to_it():
    assert told("They met in al-Hudaydah.") == [("al-Hudaydah", "city")]


def test_an_article_of_another_language_is_left_out_where_it_must():
    (found,) = given("They met in al-Moscow.", "al-Moscow")
    assert found.country == "RU"


def test_names_that_another_found_are_placed_and_keep_their_spans():
    (found,) = given("They met in Paris, Texas.", "Paris")
    assert (found.text, found.country) == ("Paris", "FR")
    town, state = given("They met in Paris, Texas.", "Paris", "Texas")
    assert (town.country, state.name) == ("US", "Texas")


@pytest.mark.parametrize(("word", "country"), [("Russian", "RU"), ("Yemenis", "YE")])
def test_a_people_tells_a_place_only_to_who_asks_for_it(word, country):
    text = f"They met {word} there."
    assert (given(text, word)[0].country, read(text)) == (country, [])


def test_a_people_speaks_for_its_country():
    plain, told_whose = "Police in Georgia said so.", "Russian police in Georgia told Russians so."
    assert read(plain)[0].country == read(told_whose)[0].country == "GE"


def test_a_short_name_in_capitals_is_only_one_of_the_lists():
    assert [p.name for p in given("It is in KURSK and PARIS and US.", "US")] == ["United States"]
    assert given("They met in the EU.", "EU")[0].name is None
