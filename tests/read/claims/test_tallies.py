"""Each state of a list of losses is a claim of its own, with the figure right before it."""

import pytest

import tocsin


def read(text):
    return tocsin.read(text, published="2024-12-23", language="en").claims


def counted(text):
    return [(c.event.text, c.quantity.low) for c in read(text) if c.quantity]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The toll now stands at 73 dead, 118 injured and 14 missing.",
            [("dead", 73), ("injured", 118), ("missing", 14)],
        ),
        (
            "Local officials gave a toll of 22 dead and 60 injured.",
            [("dead", 22), ("injured", 60)],
        ),
        (
            "The army put its losses at 14 dead and 38 wounded.",
            [("dead", 14), ("wounded", 38)],
        ),
        ("At least 19 dead, 40 wounded in Lagos.", [("dead", 19), ("wounded", 40)]),
    ],
)
def test_each_state_of_a_tally_has_its_own_figure(text, found):
    assert counted(text) == found


def test_those_of_a_tally_are_whose_the_losses_are():
    told = read("The army put its losses at 14 dead and 38 wounded.")
    assert [[r.text for r in c.roles if r.role == "target"] for c in told] == [["its"], ["its"]]


def test_a_figure_in_words_counts_in_a_tally_too():
    found = counted("There are 12 dead and dozens injured, the mayor said.")
    assert found == [("dead", 12), ("injured", 24)]


def test_a_state_that_describes_a_noun_is_no_entry_of_a_tally():
    assert ("wounded", 60) not in counted("The 60 wounded soldiers were flown to Germany.")


def test_a_second_noun_has_the_figure_before_it():
    text = "A total of 3,412 cholera cases and 61 deaths were recorded in Borno."
    assert [low for _, low in counted(text)] == [3412, 61]


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers were killed and three of their comrades wounded.",
        "Four soldiers were killed and three policemen wounded.",
    ],
)
def test_a_participle_that_shares_its_auxiliary_tells_whom_it_befell(text):
    wounded = read(text)[1]
    assert (wounded.event.text, wounded.quantity.low) == ("wounded", 3)
    assert [r.role for r in wounded.roles if r.text.startswith("three")] == ["target"]


def test_a_part_of_the_dead_is_not_how_many_died():
    found = counted("Fifteen people died in the fire, four of them children.")
    assert found == [("died", 15), ("four", 4)]


def test_the_number_of_injured_is_counted_however_it_is_told():
    assert counted("The number of injured rose to 40.") == [("injured", 40)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "For the governor the dead number 29 and the wounded 38.",
            [("dead", 29), ("wounded", 38)],
        ),
        (
            "The numbers of dead (19) and rescued (96) were correct.",
            [("dead", 19), ("rescued", 96)],
        ),
        (
            "The office put the number of dead at four and that of the wounded at 12.",
            [
                ("dead", 4),
                ("wounded", 12),
            ],
        ),
    ],
)
def test_a_state_may_stand_before_its_figure(text, found):
    assert counted(text) == found


def test_each_entry_of_a_list_without_verbs_undergoes_its_own_participle():
    text = "Enemy side: 71 terrorists neutralised, 90 motorcycles destroyed, 12 men arrested."
    assert counted(text) == [("neutralised", 71), ("destroyed", 90), ("arrested", 12)]


def test_a_figure_that_somebody_denies_is_told_with_its_state():
    (claim,) = read("The ministry denies the figure of 46 dead.")
    assert (claim.quantity.low, claim.polarity) == (46, "denied")


def test_what_losses_amount_to_is_their_figure_and_the_loser_their_target():
    (claim,) = read("The enemy's losses amounted to up to 45 servicemen, two tanks and a howitzer.")
    assert claim.quantity.high == 45
    assert [r.text for r in claim.roles if r.role == "target"] == ["The enemy"]


def test_each_thing_of_a_list_of_losses_is_counted_whatever_its_name():
    text = "Ukraine has lost 1,250 troops, 14 armoured vehicles and 22 artillery pieces."
    assert {low for _, low in counted(text)} == {1250, 14, 22}


def test_one_more_in_another_place_is_counted():
    found = counted("Three people were killed in Kharkiv and one in Sumy.")
    assert found == [("killed", 3), ("one", 1)]


def test_shelters_do_not_say_how_many_stay_in_them():
    told = read("Two thousand people fled Masisi. They are sheltering in two churches in Sake.")
    assert [c.quantity and c.quantity.low for c in told] == [2000, None]


def test_a_place_behind_is_where_all_of_a_shared_passive_were_hurt():
    text = "Nine soldiers were killed and three kidnapped when rebels attacked a base in Guaviare."
    assert {c.place.name for c in read(text)} == {"Guaviare"}


def test_a_toll_with_a_figure_of_its_own_takes_nobody_over_from_before():
    text = "A bus crash killed 22 people. The bus was carrying 46 people. Police put the death toll at 18."
    toll = read(text)[-1]
    assert [r.role for r in toll.roles] == ["object"]


def test_each_side_of_a_toll_is_counted_behind_the_colon():
    text = "The fighting has left 120 combatants dead: 75 from the army and 45 from the RSF."
    assert [low for _, low in counted(text)] == [120, 75, 45]


def test_a_second_count_of_the_same_in_brackets_is_told():
    text = "Some 1,734 families (8,670 individuals) arrived in Renk in May."
    assert [low for _, low in counted(text)] == [1734, 8670]


def test_whoever_receives_the_bodies_of_others_is_not_dead():
    (claim,) = read("Ukraine received the bodies of 1,212 soldiers on Monday.")
    assert [r.text for r in claim.roles if r.role == "target"] == ["1,212 soldiers"]


def test_whoever_is_picked_out_of_the_dead_is_no_second_toll():
    text = "The count stood at 41 dead, 12 of whom had been identified."
    assert [low for _, low in counted(text)] == [41]


def test_damage_is_told_by_what_it_costs():
    (claim,) = read("Damage is estimated at $1.2 billion, the government said.")
    assert (claim.quantity.low, claim.quantity.unit) == (1_200_000_000, "USD")


def test_where_some_come_from_is_not_where_they_are():
    text = "Some 1,200 soldiers from Kenya and 200 from Jamaica are deployed in Haiti."
    assert {c.quantity.low: c.place and c.place.name for c in read(text)}[200] != "Jamaica"


def test_a_part_elsewhere_leaves_the_place_of_the_whole_alone():
    text = "Air defences destroyed 94 drones overnight, 31 of them over the Bryansk region."
    found = {c.quantity.low: (c.quantity.of, c.place and c.place.text) for c in read(text)}
    assert found == {94: ("drones", None), 31: ("drones", "Bryansk region")}


def test_ships_that_act_together_are_counted_each():
    text = "Five coast guard ships and 12 militia boats took part in the blockade."
    assert [low for _, low in counted(text)] == [5, 12]


def test_each_entry_in_a_bracket_is_counted():
    text = "Missing persons: 58 (31 employees of the company and its contractors, 27 residents)."
    assert [low for _, low in counted(text)] == [58, 31, 27]
