"""What cues, tense and voices together make of an event, on the real parse."""

import pytest

import tocsin

SAID = [
    # who means to kill plans it; what a thing may bring about nobody plans
    ("The rebels vowed to kill the hostages.", "casualties", "planned affirmed certain"),
    ("The strike threatens to kill thousands.", "casualties", "predicted affirmed certain"),
    ("The general ordered the killing of 12 civilians.", "casualties", "planned affirmed certain"),
    ("Supplies will run out within a month.", "humanitarian-aid", "predicted affirmed certain"),
    # what begins has the tense of the verb by which it begins
    ("A night curfew takes effect on Wednesday.", "emergency-measure", "planned affirmed certain"),
    ("The talks may resume next week.", "negotiation", "predicted affirmed possible"),
    # who stays ready has not begun
    ("The army remains ready to attack the port.", "attack", "planned affirmed certain"),
    ("The army continues to attack the port.", "attack", "ongoing affirmed certain"),
    # who tried has done something; who is trying has it before him
    ("Militants attempted to cross the border.", "patrol-or-incursion", "occurred affirmed certain"),
    ("Militants are trying to cross the border.", "patrol-or-incursion", "planned affirmed certain"),
    # what one does by entering into it
    ("The troops may engage in combat.", "clash", "predicted affirmed possible"),
    # a state at the time of the telling
    ("The hospital had no electricity, the mayor said.", "infrastructure-outage", "ongoing affirmed certain"),
    # a threat is made whoever warns; what is counted since a day has happened
    ("The ministry warned that it would take countermeasures.", "threat", "occurred affirmed certain"),
    ("Some 44,235 Palestinians have been killed since October 7.", "casualties", "occurred affirmed certain"),
    ("The claim that rebels attacked Odesa was incorrect.", "attack", "occurred denied certain"),
    # not aware is not knowing
    ("Moscow said it was unaware of reports that troops had been killed.", "casualties", "occurred affirmed unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "stance"), SAID)
def test_status_polarity_and_certainty(text, type_, stance):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    found = [f"{c.status} {c.polarity} {c.certainty}" for c in claims if c.event.type == type_]
    assert found == [stance]


def test_who_denies_one_thing_and_says_another_takes_two_stands():
    text = "The minister denied that 135 people had died and said 56 people were killed."
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert [(c.quantity.best, c.polarity) for c in claims] == [(135, "denied"), (56, "affirmed")]


@pytest.mark.parametrize("verb", ["comment on", "disclose", "say"])
def test_who_declines_to_speak_of_it_denies_nothing(verb):
    text = f"He declined to {verb} how many troops North Korea had sent."
    (claim,) = tocsin.read(text, published="2024-12-23", language="en").claims
    assert (claim.polarity, claim.certainty) == ("affirmed", "unknown")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The government has not requested assistance.", "demand"),
        ("The army has not threatened the city.", "threat"),
    ],
)
def test_a_word_that_is_a_cue_of_others_is_denied_where_it_is_the_event(text, type_):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert [(c.event.type, c.polarity) for c in claims] == [(type_, "denied")]


def test_what_is_said_beside_a_denial_is_not_denied():
    text = "The army denied that 20 soldiers were killed, saying only three soldiers were wounded."
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert [(c.quantity.best, c.polarity) for c in claims] == [(20, "denied"), (3, "affirmed")]


@pytest.mark.parametrize(
    ("text", "attack"),
    [
        ("The army denied that 31 soldiers had been killed in the attack near Kursk.", "affirmed"),
        ("The army denied that its troops took part in the attack on Kursk.", "denied"),
        ("The army denied the attack on Kursk.", "denied"),
    ],
)
def test_who_denies_what_an_attack_has_done_grants_the_attack(text, attack):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    assert {c.polarity for c in claims if c.event.type == "attack"} == {attack}
