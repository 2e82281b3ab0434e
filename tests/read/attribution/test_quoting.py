"""Somebody quoted by somebody else gives two links of the chain."""

import pytest

import tocsin


def chains(text):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [[source.text for source in claim.sources] for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The agency quoted the minister as saying that Russia had attacked Odesa.",
            ["The agency", "the minister"],
        ),
        (
            "The minister was quoted by state media as saying that Russia had attacked Odesa.",
            ["state media", "The minister"],
        ),
        (
            "The minister was quoted as saying that Russia had attacked Odesa.",
            ["The minister"],
        ),
        (
            "Yonhap, citing the ministry, said that Russia had attacked Odesa.",
            ["Yonhap", "the ministry"],
        ),
    ],
)
def test_who_quotes_stands_before_who_is_quoted(text, chain):
    assert chains(text) == [chain]


def test_a_verb_of_quoting_alone_gives_no_second_voice():
    assert chains("The agency quoted a price. Russia attacked Odesa.") == [[]]
