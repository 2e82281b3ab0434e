"""The places that a figure is counted in."""

import pytest
from tellings import KURSK, SYRIA, TURKEY, placed, said, state

from tocsin.weigh.estimate.scope import (
    Spot,
    atlas,
    country_only,
    of_source,
    pointed,
    scope_of,
)
from tocsin.weigh.estimate.scope import said as in_words

BOTH = (Spot("SY", "SY"), Spot("TR", "TR"))


def scope(text, place=None, **parts):
    return scope_of(said(text, place=place, **parts).claims[0])


@pytest.mark.parametrize(
    "text",
    [
        "3,000 killed in Turkey and Syria",
        "3,000 killed in Turkey, Syria",
        "3,000 killed across Syria and Turkey",
        "3,000 killed in Turkey and neighboring Syria",
    ],
)
def test_countries_that_are_joined_are_meant_together(text):
    assert scope(text, TURKEY) == BOTH
    assert in_words(scope(text, TURKEY)) == "Syria and Turkey"


def test_countries_in_two_clauses_are_two():
    text = "3,000 killed in Turkey while 2,470 have died in Syria"
    assert scope(text, TURKEY) == (Spot("TR", "TR"),)
    assert scope(text, SYRIA) == (Spot("SY", "SY"),)


def test_a_place_within_a_country_is_a_part_of_it():
    fine = scope("100 killed in Kursk", KURSK)
    assert fine == (Spot("Kursk Oblast", "RU", fine=True),)
    assert in_words(fine) == "Kursk Oblast"
    assert country_only(fine) == (Spot("RU", "RU"),)


def test_a_sea_is_in_no_country():
    sea = scope("3 killed in the Red Sea", {"text": "the Red Sea", "name": "Red Sea"})
    assert sea == (Spot("Red Sea", "", fine=True),)
    assert country_only(sea) == ()


def test_what_is_only_pointed_to_cannot_be_told():
    assert scope("6,957 people have been killed there") is None


def test_without_a_place_there_is_no_scope_but_who_receives_is_one():
    assert scope("3,000 killed") == ()
    text = "3,000 troops were sent to Russia"
    assert scope(text, roles=(state("recipient", "Russia", text),)) == (Spot("RU", "RU"),)
    assert in_words(()) is None


def test_there_is_the_land_of_who_says_it():
    text = "19 people have been killed there, Ecuador said"
    claim = said(text, source="Ecuador").claims[0]
    assert pointed(claim, (Spot("PE", "PE"),)) == (Spot("EC", "EC"),)
    assert pointed(said("19 people have been killed there").claims[0], (Spot("PE", "PE"),)) is None


def test_in_the_country_is_the_one_told_of_last():
    claim = said("900 people have died in the country").claims[0]
    assert pointed(claim, (Spot("Luanda", "AO", fine=True),)) == (Spot("AO", "AO"),)
    assert pointed(claim, ()) is None
    assert pointed(said("900 people have died elsewhere").claims[0], (Spot("AO", "AO"),)) is None


def test_his_province_is_the_nearest_that_was_told_of():
    sofala = placed({"text": "Sofala", "country": "MZ", "precision": "admin"}, "Sofala")
    beira = placed({"text": "Beira", "country": "MZ", "precision": "city"}, "Beira")
    claim = said("38 people had died in his province").claims[0]
    assert pointed(claim, (), [beira, sofala]) == (Spot("Sofala", "MZ", fine=True),)
    assert pointed(claim, (), [beira]) is None
    town = said("38 people had died in the town").claims[0]
    assert pointed(town, (), [sofala, beira]) == (Spot("Beira", "MZ", fine=True),)


def test_a_mayor_speaks_for_the_town_told_of_last():
    claim = said("38 people had died, the mayor said", source="the mayor").claims[0]
    izmir = (Spot("Izmir", "TR", fine=True),)
    assert of_source(claim, atlas([]), (), izmir) == izmir
    assert of_source(claim, atlas([]), (), (Spot("TR", "TR"),)) is None
