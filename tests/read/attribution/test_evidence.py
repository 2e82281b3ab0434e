"""Evidence that a source brings forward is passed on by that source."""

import tocsin


def chains(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [[source.text for source in claim.sources] for claim in claims]


def test_what_a_paper_said_that_the_army_points_to_is_passed_on_by_the_army():
    text = (
        "The army said that 40 soldiers were killed, in line with a report by the ministry, "
        "which said 39 soldiers were killed."
    )
    assert chains(text) == [["The army"], ["The army", "the ministry"]]


def test_what_somebody_else_said_of_the_thing_is_his_own():
    text = "The army said 40 soldiers were killed by rebels, who said they lost two fighters."
    assert chains(text)[0] == ["The army"]
    assert all("The army" not in chain or len(chain) == 1 for chain in chains(text))


def test_a_citing_paper_is_one_link():
    text = "State television reported, citing a military source, that air defences had shot down two drones."
    assert chains(text) == [["State television", "a military source"]]
