"""A headline may set its source off with a colon or a dash."""

import pytest

import tocsin


def sources(text):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return {source.text for claim in reading.claims for source in claim.sources}


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Pentagon: Iran sent missiles to Russia", "Pentagon"),
        ("Russia attacks Kyiv, killing five - officials", "officials"),
        ("Two men arrested after attack on mosque: police", "police"),
    ],
)
def test_what_is_set_off_by_a_colon_or_dash_speaks(headline, source):
    assert sources(headline) == {source}


@pytest.mark.parametrize(
    "headline",
    [
        "Ukraine: Russia attacks power plants",
        "Breaking: Russia attacks power plants",
        "Russia attacks power plants - Reuters",
    ],
)
def test_a_land_a_label_and_the_outlet_do_not(headline):
    assert sources(headline) == set()


def test_a_sentence_with_its_stop_is_no_headline():
    assert sources("The general was clear: Russia attacked Kyiv.") == set()
