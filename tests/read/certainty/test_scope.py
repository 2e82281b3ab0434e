"""What is refused, not found or nobody's: how far a denial reaches."""

import pytest

import tocsin


def stances(text, kind):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return {(c.status, c.polarity, c.certainty) for c in reading.claims if c.event.type == kind}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            "The ministry declined to confirm that troops had attacked the base.",
            ("occurred", "affirmed", "unknown"),
        ),
        ("The army refused to attack the base.", ("occurred", "denied", "certain")),
        ("The army did not rule out an attack on the city.", ("predicted", "affirmed", "possible")),
        ("The army refrained from attacking the city.", ("occurred", "denied", "certain")),
        ("The claim that Iran attacked the ship is false.", ("occurred", "denied", "certain")),
        (
            "The government is considering attacking the city.",
            ("predicted", "affirmed", "possible"),
        ),
        ("The army plans to resume its attacks.", ("planned", "affirmed", "certain")),
        ("If the attacks persist, troops will leave.", ("hypothetical", "affirmed", "unknown")),
    ],
)
def test_an_attack_stands_as_its_clause_says(text, stance):
    assert stances(text, "attack") == {stance}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("No soldiers were killed.", "denied"),
        ("Not a single soldier was killed.", "denied"),
        ("No fewer than nine soldiers were killed.", "affirmed"),
        ("Six soldiers were wounded, none of them gravely.", "affirmed"),
    ],
)
def test_nobody_killed_is_a_denial_and_no_fewer_is_a_count(text, polarity):
    assert {found for _, found, _ in stances(text, "casualties")} == {polarity}


def test_feared_dead_is_of_the_past_and_possible():
    assert stances("Up to 200 soldiers are feared dead.", "casualties") == {
        ("occurred", "affirmed", "possible")
    }


def test_what_goes_on_is_the_saying_and_not_what_is_said():
    text = "The institute continues to say that Russia attacked Odesa."
    assert stances(text, "attack") == {("occurred", "affirmed", "certain")}
    assert stances("Russia continues to attack Odesa.", "attack") == {
        ("ongoing", "affirmed", "certain")
    }


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("They were to have attacked the base last week.", ("planned", "affirmed", "certain")),
        ("An attack on the base is unlikely.", ("predicted", "denied", "probable")),
        ("It is a lie that the army attacked the base.", ("occurred", "denied", "certain")),
        ("It is unclear who attacked the base.", ("occurred", "affirmed", "certain")),
        ("An attack on the base is possible.", ("predicted", "affirmed", "possible")),
        ("The army has yet to attack the base.", ("occurred", "denied", "certain")),
        ("The ministry dismissed as baseless reports that the army had attacked the base.",
         ("occurred", "denied", "certain")),
    ],
)  # fmt: skip
def test_what_was_due_or_is_said_of_an_attack_sets_its_status(text, stance):
    assert stances(text, "attack") == {stance}


def test_a_ban_that_is_in_place_goes_on():
    text = "The ban on protests is still in place, the police chief said."
    assert stances(text, "crackdown") == {("ongoing", "affirmed", "certain")}


def test_what_there_is_no_evidence_of_is_not_known_and_not_denied():
    text = "The ministry has seen no evidence that troops attacked the base."
    assert stances(text, "attack") == {("occurred", "affirmed", "unknown")}


def test_failing_which_makes_a_condition():
    text = "They want a ransom by Friday, failing which they have vowed to kill the captives."
    assert stances(text, "casualties") == {("planned", "affirmed", "certain")}
