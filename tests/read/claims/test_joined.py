"""Joint forecasts share their bound, and what background led to is background."""

import tocsin


def claims(text):
    return tocsin.read(text, published="2024-12-23", language="en").claims


def test_two_alternatives_are_two_claims_with_one_deadline_and_one_purpose():
    missile, bomb = claims(
        "North Korea may launch a missile or conduct a nuclear test by the end of March "
        "to strengthen its position."
    )
    assert {missile.event.type, bomb.event.type} == {"missile-launch", "nuclear-test"}
    assert missile.deadline == bomb.deadline is not None
    assert missile.purpose == bomb.purpose is not None


def test_the_bound_of_a_condition_is_no_deadline():
    attack = claims("The army will attack the city unless the rebels withdraw by Friday.")[0]
    assert (attack.deadline, attack.condition is None) == (None, False)


def test_what_background_led_to_is_background():
    attack, toll = claims("In October 2023, Hamas attacked Israel, killing 1,200 people.")
    assert attack.historical
    assert toll.historical


def test_what_happened_on_sunday_is_news():
    assert not any(c.historical for c in claims("On Sunday, drones hit Odesa, killing two people."))


def test_whoever_is_jailed_is_jailed_for_what_was_before():
    text = "A court jailed the man on Monday for killing five people."
    assert [c.historical for c in claims(text) if c.event.type == "casualties"] == [True]
