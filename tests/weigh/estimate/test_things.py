"""What counted words name, and by what name a group is known again."""

import pytest

from tocsin.weigh.estimate.things import group_name, owner_of, thing


@pytest.mark.parametrize("of", ["Palestinians", "Palestinian people"])
def test_a_people_is_people_of_its_land(of):
    found = thing(of, "en")
    assert (found.name, found.owner, found.rule.anybody) == ("people", "PS", True)


def test_an_adjective_alone_names_nobody():
    assert thing("Palestinian", "en").name == ""


def test_dead_soldiers_are_soldiers():
    assert thing("dead soldiers", "en").name == "soldiers"


def test_kinds_that_are_told_together_are_one():
    assert thing("drones and missiles", "en").name == "drones and missiles"


def test_countries_are_no_news():
    assert thing("five countries", "en") is None


def test_a_long_name_goes_by_its_initials():
    assert group_name("Rapid Support Forces") == group_name("RSF") == owner_of("the RSF") == "rsf"
