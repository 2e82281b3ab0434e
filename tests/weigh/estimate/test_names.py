"""Two names of people that are of one thing, and two things under names that are alike."""

from tellings import TURKEY, one_event, own, said

from tocsin.weigh.estimate import Voices, groups_of

IZMIR = {"text": "Izmir", "country": "TR", "precision": "city", "lat": 38.4, "lon": 27.1}
ADANA = {"text": "Adana", "country": "TR", "precision": "city", "lat": 37.0, "lon": 35.3}


def dead(figure, whom, publisher, trigger="killed", place=None, **parts):
    where = f" in {place['text']}" if place else ""
    text = f"{figure} {whom} were {trigger}{where}"
    kinds = {"of": whom, "type": "casualties", "trigger": trigger, "place": place}
    return said(text, publisher=publisher, **{**kinds, **parts})


def counted(*carried, incident="incident_1", story="story_1"):
    """Figures by the thing that they are of, where each report tells its own event of an incident."""
    events = [
        one_event(one, id=f"event_{number}", incident=incident)
        for number, one in enumerate(carried)
    ]
    stories = {one.sighting: story for one in carried}
    groups = groups_of(Voices(carried, own(*carried)), events, stories)
    return sorted(sorted(one.vote.point for one in group.statements) for group in groups)


def test_workers_are_the_people_of_another_report():
    assert counted(dead(11, "workers", "A"), dead(14, "people", "B")) == [[11, 14]]


def test_children_among_the_people_of_one_report_are_not_all():
    one = dead(24, "people", "A")
    also = dead(7, "children", "A", sighting="also")
    assert counted(one, also) == [[7], [24]]


def test_figures_far_apart_are_of_a_part_and_its_whole():
    assert counted(dead(7, "children", "A"), dead(24, "people", "B")) == [[7], [24]]


def test_children_are_a_part_of_the_people_unless_the_figure_is_the_same():
    children = dead(11, "children", "A")
    assert counted(children, dead(14, "people", "B")) == [[11], [14]]
    assert counted(children, dead(11, "people", "B")) == [[11, 11]]


def test_soldiers_are_never_fighters():
    assert counted(dead(7, "soldiers", "A"), dead(7, "fighters", "B")) == [[7], [7]]


def test_of_two_that_may_be_meant_the_nearer_is():
    told = dead(11, "workers", "A"), dead(20, "prisoners", "B"), dead(21, "people", "C")
    assert counted(*told) == [[11], [20, 21]]


def test_bodies_that_were_found_are_of_the_dead_but_not_those_that_came_on_top():
    bodies = said("19 bodies were recovered", trigger="recovered", of="bodies", type="casualties")
    more = said("7 more bodies were found", trigger="found", of="more bodies", type="casualties")
    assert counted(bodies, more, dead(27, "people", "B")) == [[7], [19, 27]]


def test_people_of_two_towns_are_two():
    one, other = dead(11, "workers", "A", place=IZMIR), dead(11, "people", "B", place=ADANA)
    assert counted(one, other) == [[11], [11]]


def test_people_of_a_land_are_not_those_of_a_town_in_it():
    one, other = dead(11, "workers", "A", place=IZMIR), dead(14, "people", "B", place=TURKEY)
    assert counted(one, other) == [[11], [14]]


def test_without_an_incident_or_a_story_names_stay_apart():
    told = dead(11, "workers", "A"), dead(11, "people", "B")
    assert counted(*told, incident="", story="") == [[11], [11]]


def test_a_figure_of_nought_is_near_to_nothing():
    assert counted(dead(0, "workers", "A"), dead(3, "people", "B")) == [[0], [3]]
