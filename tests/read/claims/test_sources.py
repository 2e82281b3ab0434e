"""Who is a source of a claim, and who only does what it tells."""

import pytest

import tocsin


def sources(text, kind):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [[s.name for s in c.sources] for c in reading.claims if c.event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The group threatened to attack the port.", "attack", [["The group"]]),
        ("The rebels mined the tanker, threatening an oil spill.", "disaster", [[]]),
    ],
)
def test_who_threatens_is_the_source_of_a_deed_and_of_no_mishap(text, kind, who):
    assert sources(text, kind) == who


def chains_of(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [[source.text for source in claim.sources] for claim in claims]


def test_who_confirms_cases_is_their_source():
    assert chains_of("The Ministry of Health confirmed 96 new cholera cases.") == [
        ["The Ministry of Health"]
    ]


def test_a_body_that_keeps_count_is_a_source_and_a_land_is_none():
    [[who]] = chains_of("The World Health Organization has recorded more than 470 attacks.")
    assert who == "The World Health Organization"
    assert chains_of("Sudan has recorded more than 470 attacks.") == [[]]


def test_one_of_several_is_somebody():
    assert chains_of("One of them said the army had attacked the town.") == [["One of them"]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Rescue teams have found nine bodies so far, the fire chief, Maria Lopez, told AFP.",
            "Rescue teams have found nine bodies so far",
        ),
        (
            "Debris damaged a school in Poltava, the governor, Volodymyr Kohut, wrote on Telegram.",
            "Debris damaged a school in Poltava",
        ),
    ],
)
def test_a_speaker_at_the_end_is_in_no_clause_of_what_he_tells(text, quote):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert {claim.quote for claim in claims} == {quote}


def test_a_daily_update_is_no_time_of_saying():
    text = "The ministry, in its daily update, said that rebels had attacked Odesa."
    [claim] = tocsin.read(text, published="2024-12-23", language="en").claims
    assert claim.said is None


def test_what_a_story_says_of_itself_is_the_publishers():
    text = "This story has been corrected to say that 31 people were killed."
    assert sources(text, "casualties") == [[]]


def test_who_did_not_claim_a_deed_says_nothing_of_it():
    assert sources("The group did not claim responsibility for the attack.", "attack") == [[]]
