"""How places stand to each other."""

import pytest

from tocsin.records import Place
from tocsin.weigh.events.places import distance, nearness


def at(name, lat=None, lon=None, country=None, precision=None, geonames=None):
    return Place(
        span=(0, 0),
        text=name,
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        precision=precision,
        geonames=geonames,
    )


KURSK = at("Kursk", 51.73, 36.19, "RU", "city", 538560)
OBLAST = at("Kursk Oblast", 51.7, 36.0, "RU", "admin", 538555)
OMSK = at("Omsk", 54.99, 73.37, "RU", "city", 1496153)
RUSSIA = at("Russia", 60.0, 100.0, "RU", "country")
KYIV = at("Kyiv", 50.45, 30.52, "UA", "city")
SEA = at("Red Sea", 20.0, 38.0, None, "region")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (KURSK, None, "unknown"),
        (KURSK, KURSK, "same"),
        (KURSK, at("Koursk", 51.73, 36.19, "RU", "city"), "same"),
        (at("KURSK"), at("Kursk"), "same"),
        (KURSK, OBLAST, "within"),
        (KURSK, RUSSIA, "within"),
        (KURSK, OMSK, "apart"),
        (KURSK, KYIV, "apart"),
        (KURSK, SEA, "unknown"),
        (at("Kursk"), at("Omsk"), "unknown"),
    ],
)
def test_nearness_is_the_same_from_both_ends(one, other, relation):
    assert nearness(one, other) == nearness(other, one) == relation


def test_kursk_and_omsk_are_about_two_and_a_half_thousand_kilometres_apart():
    assert 2300 < distance(KURSK, OMSK) < 2600
