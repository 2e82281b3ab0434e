"""What a figure counts, told by the words of event and figure."""

from dataclasses import replace

import pytest
from tellings import KURSK, a_source, figure_in, on, role, said, state

from tocsin.weigh.estimate.counted import counted
from tocsin.weigh.estimate.things import group_name


def count(text, **parts):
    return counted(said(text, **parts).claims[0])


def name(text, **parts):
    found = count(text, **parts)
    return found and found.name


@pytest.mark.parametrize(
    ("text", "trigger", "of"),
    [
        ("3,381 people have been killed", "killed", "people"),
        ("a death toll of at least 3,381", "death toll", None),
        ("3,381 deaths were reported", "reported", "deaths"),
        ("3,381 have died", "died", None),
        ("the quake claimed 3,381 lives", "claimed", "lives"),
    ],
)
def test_the_dead_are_the_dead_in_whatever_words(text, trigger, of):
    assert name(text, trigger=trigger, of=of) == "people killed"


def test_wounded_and_injured_are_one():
    texts = ("20 were wounded", "wounded"), ("20 were injured", "injured")
    assert {name(text, trigger=word) for text, word in texts} == {"people wounded"}


def test_killed_or_wounded_is_apart_from_killed():
    text = "3,000 soldiers have been killed or wounded"
    both = name(text, trigger="killed or wounded", of="soldiers", type="casualties")
    assert both == "soldiers killed or wounded"
    one = name("3,000 soldiers were killed", of="soldiers", type="casualties")
    assert one == "soldiers killed"


def test_troops_and_soldiers_are_one_and_their_state_is_known_by_any_name():
    one = count("100 North Korean troops were killed", of="North Korean troops", type="casualties")
    other = count("100 DPRK soldiers were killed", of="DPRK soldiers", type="casualties")
    assert (one.noun, one.owner) == (other.noun, other.owner) == ("soldiers", "KP")


def test_troops_are_of_the_state_they_come_from_or_that_sends_them():
    text = "3,000 troops from North Korea were sent"
    whole = "3,000 troops from North Korea"
    assert count(text, trigger="sent", type="deployment", of="troops", object=whole).owner == "KP"
    text = "North Korea sent 3,000 troops"
    actor = state("actor", "North Korea", text)
    sent = count(text, trigger="sent", type="deployment", of="troops", roles=(actor,))
    assert (sent.owner, sent.name, sent.kind) == ("KP", "soldiers sent", "total")


def test_troops_in_a_place_are_a_stock_and_troops_that_fight_another():
    parts = {"type": "deployment", "of": "troops"}
    there = count("12,000 troops are stationed in Russia", trigger="stationed", **parts)
    assert (there.measure, there.kind) == ("stationed", "stock")
    fight = count("8,000 troops are fighting in Kursk", trigger="fighting", **parts)
    assert (fight.measure, fight.kind) == ("in combat", "stock")


def test_plans_forecasts_and_additions_are_kept_apart():
    text = "North Korea will send 3,000 troops"
    parts = {"trigger": "send", "type": "deployment", "of": "troops"}
    marks = {count(text, status=status, **parts).mark for status in ("planned", "prepared")}
    assert marks == {"planned"}
    assert count(text, status="predicted", **parts).mark == "expected"
    text = "North Korea sent an additional 3,000 troops"
    assert count(text, trigger="sent", type="deployment", of="troops").mark == "in addition"
    text = "North Korea sent 3,000 more troops"
    assert count(text, trigger="sent", type="deployment", of="troops").mark == "in addition"


def test_a_figure_by_the_day_is_a_flow_and_one_so_far_a_total():
    daily = count("1,000 casualties per day", trigger="casualties", of="casualties")
    assert daily.kind == "flow"
    assert count("1,000 killed so far", trigger="killed").kind == "total"


def test_the_dead_of_a_day_are_a_flow_but_not_in_a_disaster():
    text = "24 people were killed on Monday"
    assert count(text, of="people", type="casualties", time=on(6)).kind == "flow"
    assert count(text, of="people", type="disaster", time=on(6)).kind == "total"


def test_attacks_are_counted_themselves():
    text = "The Houthis have launched 30 attacks since November"
    actor = role("actor", "The Houthis", text, name="Houthis", kind="group")
    found = count(text, trigger="attacks", type="attack", of="attacks", roles=(actor,))
    assert (found.name, found.owner, found.kind) == ("attacks", "houthi", "total")


def test_ships_that_were_hit_and_missiles_that_were_fired_are_apart():
    assert name("two ships were struck", trigger="struck") is None
    assert name("2 ships were struck", trigger="struck", type="attack", of="ships") == "ships hit"
    fired = name("2 missiles were fired", trigger="fired", type="attack", of="missiles")
    assert fired == "missiles launched"


def test_what_befell_may_stand_behind_the_figure():
    text = "leaving 2 people missing"
    assert name(text, trigger="leaving", type="casualties", of="people") == "people missing"


def test_number_of_tells_what_a_bare_figure_counts():
    text = "That brings the number of North Korean troops in Russia to 3,000"
    found = count(text, trigger="brings", type="deployment", object="3,000")
    assert (found.noun, found.owner) == ("soldiers", "KP")


def test_what_is_no_news_counts_nothing():
    assert count("a second, 7 quake", trigger="quake", of="quake") is None
    assert count("three countries agreed on 3 countries", type="agreement", of="countries") is None
    text = "Russian forces attacked near Orikhiv.[98"
    assert count(text, trigger="attacked", type="attack", object="Orikhiv") is None
    bare = said("people were killed", of="people").claims[0]
    assert counted(replace(bare, quantity=None)) is None


def test_a_magnitude_is_no_number_of_people():
    claim = said("a quake of 7 struck", trigger="quake").claims[0]
    odd = replace(figure_in("a quake of 7 struck"), low=7.7, high=7.7, best=7.7)
    assert counted(replace(claim, quantity=odd)) is None


def test_money_is_counted_by_its_unit():
    text = "The United States sent 725 in aid"
    unit = replace(figure_in(text), unit="USD", of="aid")
    found = count(text, trigger="sent", type="military-aid", quantity=unit, object="725 in aid")
    assert (found.unit, found.measure) == ("USD", "sent")


def test_words_before_the_noun_make_another_thing_unless_they_are_plain():
    assert name("20 young people died", trigger="died", of="young people") == "young people killed"
    assert name("20 other people died", trigger="died", of="other people") == "people killed"


def test_several_kinds_together_are_a_kind():
    text = "21 drones and missiles were shot down"
    found = name(text, trigger="shot", type="destruction", of="drones and missiles")
    assert found == "drones and missiles shot down"


def test_a_group_is_known_by_its_proper_name():
    assert group_name("the Houthi rebels") == group_name("Houthis") == "houthi"
    assert group_name("rebels") is None
    assert group_name(None) is None


def test_a_source_that_speaks_changes_nothing_of_what_is_counted():
    text = "100 soldiers were killed in Kursk, the ministry said"
    plain = count(text, of="soldiers", type="casualties", place=KURSK)
    told = count(
        text, of="soldiers", type="casualties", place=KURSK, sources=(a_source("Ministry"),)
    )
    assert plain == told


def test_a_figure_by_which_another_rose_is_apart_and_no_total():
    claim = said("21 more have died since January", trigger="died").claims[0]
    moved = replace(claim, quantity=replace(claim.quantity, change="up"))
    assert (counted(moved).mark, counted(moved).kind) == ("rise", "flow")
    fallen = replace(claim, quantity=replace(claim.quantity, change="down"))
    assert counted(fallen).mark == "fall"
    doubled = replace(claim, quantity=replace(claim.quantity, change="up", unit="times"))
    assert counted(doubled) is None


def test_the_dead_are_those_whom_it_befell():
    text = "Rwandan forces suffered 100 deaths"
    forces = role("target", "Rwandan forces", text)
    found = count(text, trigger="deaths", of="deaths", roles=(forces,))
    assert (found.name, found.owner) == ("soldiers killed", "RW")


def test_bodies_that_are_found_are_no_toll():
    assert name("7 bodies were recovered", trigger="recovered", of="bodies") == "people found dead"


def test_people_are_not_destroyed():
    assert count("400 people were aboard when it sank", trigger="sank", of="people") is None


def test_who_is_counted_is_nobody_s():
    text = "28,000 people took part in a protest"
    people = role("actor", "28,000 people", text, name="Some 28,000 people", kind="group")
    found = count(
        text, trigger="protest", type="protest", of="people", roles=(people,), object="protest"
    )
    assert found.owner is None


def test_a_toll_is_counted_however_far_its_figure_stands():
    text = "The death toll from the floods in the Valencia region rose to 217 on Monday"
    assert name(text, trigger="floods", of=None) == "people killed"
    assert name("The floods in the Valencia region rose to 217 on Monday", trigger="floods") is None


def test_what_flies_is_destroyed_by_shooting_it_down():
    found = name("19 drones were destroyed", trigger="destroyed", of="drones", type="destruction")
    assert found == "drones shot down"
    other = name("19 tanks were destroyed", trigger="destroyed", of="tanks", type="destruction")
    assert other == "tanks destroyed"


def test_the_wounded_who_died_are_not_all_who_died():
    found = name("3 of the wounded have died", trigger="died", of="wounded", type="casualties")
    assert found == "people killed (of the wounded)"


def test_some_of_the_wounded_are_not_the_wounded():
    text = "3 of the wounded were flown out"
    assert name(text, trigger="wounded", of="wounded", type="casualties") is None


def test_people_who_left_their_homes_are_displaced_and_those_in_shelters_are_in_shelter():
    homes = name("3,500 people left their homes", trigger="left", of="people", type="displacement")
    beds = name("400 people sleep in shelters", trigger="sleep", of="people", type="displacement")
    assert (homes, beds) == ("people displaced", "people in shelter")


def test_a_day_earlier_is_no_day_by_day():
    assert not count("46 people had died, 15 more than a day earlier", of="people").period
    assert count("46 people die a day", trigger="die", of="people").period


def test_cases_are_recorded_and_never_killed():
    text = "1,316 cases and 41 deaths were reported"
    assert name(text, trigger="deaths", of="cases", type="disease") == "cases recorded"


def test_new_cases_and_more_dead_are_no_whole():
    text = "52 new cases were recorded"
    assert name(text, trigger="recorded", of="new cases", type="disease") == (
        "cases recorded (in addition)"
    )
    text = "15 more people have died"
    assert name(text, trigger="died", of="more people", type="casualties") == (
        "people killed (in addition)"
    )


def test_who_is_held_is_not_all_who_were_captured():
    held = name("29 girls are in captivity", trigger="captivity", of="girls", type="casualties")
    assert held == "children held"


def test_refugees_who_died_are_killed_and_shelters_that_burnt_are_destroyed():
    died = name("6 refugees have died", trigger="died", of="refugees", type="casualties")
    assert died == "people killed"
    burnt = name(
        "2,412 shelters were destroyed", trigger="destroyed", of="shelters", type="disaster"
    )
    assert burnt == "shelters destroyed"


def test_two_who_are_among_the_dead_are_a_part_of_them():
    text = "2 nurses are among the dead"
    assert name(text, trigger="dead", of="nurses", type="casualties") == "medics killed (a part)"
    whole = "24 people died, among them 7 children"
    assert name(whole, trigger="died", of="people", type="casualties") == "people killed"
