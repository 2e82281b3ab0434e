"""A pronoun that speaks means whoever of that sort spoke last."""

import tocsin


def speakers(text):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [[source.name for source in claim.sources] for claim in reading.claims]


def test_it_said_is_the_body_that_spoke_before():
    text = "The ministry said that rebels attacked the base. It said five soldiers were killed."
    assert speakers(text) == [["The ministry"], ["The ministry"]]


def test_it_is_no_person():
    text = "Kim Jong Un said that rebels attacked the base. It said five soldiers were killed."
    assert speakers(text)[1] == []


def test_without_anybody_before_it_stays_nobody():
    assert speakers("It said five soldiers were killed.") == [[]]


def test_they_are_the_several_who_spoke_last():
    text = "Officials said 40 people had died. They later lowered the toll to 33."
    assert speakers(text) == [["Officials"], ["Officials"]]
