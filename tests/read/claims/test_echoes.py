"""What is told again takes over who and when; what differs is another event."""

import pytest

import tocsin


def claims(text, kind):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [claim for claim in reading.claims if claim.event.type == kind]


def part(claim, name):
    return [role.name or role.text for role in claim.roles if role.role == name]


def test_a_definite_event_is_the_one_told_before():
    first, again = claims("Rebels attacked the port on Sunday. The attack lasted hours.", "attack")
    assert part(again, "actor") == part(first, "actor") == ["Rebels"]
    assert again.time == first.time


@pytest.mark.parametrize(
    "behind",
    [
        "The latest attack lasted hours.",
        "The attack by the army lasted hours.",
        "An attack lasted hours.",
    ],
)
def test_what_is_told_apart_is_another_event(behind):
    *_, again = claims(f"Rebels attacked the port on Sunday. {behind}", "attack")
    assert part(again, "actor") != ["Rebels"]
    assert again.time is None


def test_such_events_have_the_same_doers_at_another_time():
    text = "Rebels attacked the port on Sunday. Such attacks on ports have gone on for weeks."
    *_, again = claims(text, "attack")
    assert part(again, "actor") == ["Rebels"]
    assert again.time.text == "weeks"


def test_of_two_attackers_neither_is_meant():
    text = "Rebels attacked the port and the army attacked the airport. The attack lasted hours."
    *_, again = claims(text, "attack")
    assert part(again, "actor") == []


def test_what_was_denied_is_not_told_again():
    text = "The army did not attack the port. The attack lasted hours."
    *_, again = claims(text, "attack")
    assert part(again, "actor") == []


def test_doing_the_same_is_the_same_deed_at_another_time():
    text = "The army shelled the port on Sunday and did the same on Monday."
    first, again = claims(text, "attack")
    assert part(again, "actor") == part(first, "actor") == ["The army"]
    assert part(again, "target") == ["the port"]
    assert (first.time.text, again.time.text) == ("Sunday", "Monday")


def test_doing_so_reaches_back_over_one_sentence():
    text = "Iran fired missiles at Israel in April. It did so again in October."
    first, again = claims(text, "attack")
    assert again.event.text == "did so"
    assert part(again, "target") == part(first, "target") == ["Israel"]
    assert again.time.text == "October"


def test_a_tactic_that_is_employed_is_what_the_clause_tells():
    text = "The North may send more balloons to the South, a tactic it has employed since May."
    sent, tactic = claims(text, "propaganda-or-balloons")
    assert (sent.status, tactic.status) == ("predicted", "ongoing")
    assert tactic.time.text == "May"


@pytest.mark.parametrize(
    "text",
    [
        "Troops crossed the border on Friday, a step that Kyiv condemned.",
        "The army shelled the port on Sunday, so did the rebels leave?",
        "The army shelled the port. He has used a tactic of delay.",
    ],
)
def test_a_word_that_sums_up_no_deed_is_none(text):
    assert {c.event.text for c in tocsin.read(text, language="en").claims}.isdisjoint(
        {"step", "tactic", "so did", "did so"}
    )


def test_an_earlier_figure_is_not_of_the_method():
    text = "Gunmen abducted ten villagers, a method the gangs have used since 2023."
    _, method = claims(text, "abduction-or-detention")
    assert part(method, "target") == []
