"""What a text says of itself is believed: satire and fiction give no claims."""

import pytest

import tocsin
from tocsin.read.doubts import INVENTED, is_invented

MARKS = ("this article is satire", "satire:")
TOLD = "The Pentagon deployed 10,000 troops to Spain on Monday."


@pytest.mark.parametrize(
    "text",
    [f"{TOLD}\n\nThis article is satire.", f"SATIRE: Troops in garden\n\n{TOLD}"],
)
def test_a_text_that_declares_itself_made_up_is(text):
    assert is_invented(text, MARKS)


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "He said this article is satire, and " + "went on at length about it, " * 9,
        "\n".join([TOLD] * 4 + ["This article is satire."] + [TOLD] * 4),
    ],
)
def test_a_text_that_only_speaks_of_it_is_not(text):
    assert not is_invented(text, MARKS)


def test_its_layers_are_read_and_its_claims_are_not():
    reading = tocsin.read(f"{TOLD}\n\nThis article is satire.", language="en")
    assert reading.claims == ()
    assert INVENTED in reading.problems
    assert reading.layers.quantities


def test_what_is_only_imagined_is_hypothetical():
    reading = tocsin.read("Imagine a world in which China attacks Taiwan.", language="en")
    assert {claim.status for claim in reading.claims} == {"hypothetical"}


def test_an_earlier_version_is_the_publisher():
    text = "An earlier version of this story said that 20 people were killed."
    (claim,) = tocsin.read(text, language="en").claims
    assert claim.sources == ()
