"""Rival accusations, claims of responsibility, and who began to shoot."""

from dataclasses import replace

import pytest
from deeds import KYIV, LVIV, deed, kinds, on, one, told
from tellings import cue, role

ACTOR, DENIES = [("contradicts", ("actor",))], [("denies", ("polarity",))]


def blamed(group="JNIM", publisher="A", **parts):
    text = f"the government blamed {group}"
    return one(text, "blamed", "accusation", to=group, publisher=publisher, **parts)


def claimed(group="Ansaru", publisher="B", day=8, **parts):
    text = f"{group} claimed the attack"
    return one(
        text, "attack", "attack", by=group, source=group, publisher=publisher, day=day, **parts
    )


def test_who_claims_what_another_is_blamed_for_contradicts():
    assert kinds(blamed(), claimed()) == ACTOR
    assert kinds(blamed("Ansaru"), claimed()) == []
    assert kinds(blamed(), claimed(), stories=False) == []


def test_a_group_is_the_same_with_and_without_its_article():
    assert kinds(blamed("al Shabaab"), claimed("Al Shabaab")) == []


def test_whom_nobody_names_is_nobody():
    assert kinds(blamed("the rebels"), claimed()) == []
    assert kinds(blamed(), claimed("Gunmen")) == []


def test_the_harm_that_a_group_tells_of_is_not_the_deed_another_is_blamed_for():
    text = "Ansaru killed 80 soldiers"
    harm = one(text, "killed", "casualties", by="Ansaru", source="Ansaru", publisher="B", day=8)
    assert kinds(blamed(), harm) == []


def accused(of="the attack on a convoy", trigger="attack", type="attack"):
    """An accusation that tells of the deed in its own words."""
    text = f"the army blamed JNIM for {of}"
    whole = deed(text, "blamed", "accusation", to="JNIM")
    inside = deed(text, trigger, type, to=of.split(" on ")[-1], source="the army")
    return told(replace(whole, sources=()), inside, publisher="A")


def test_an_accusation_lays_the_deed_within_its_words_to_whom_it_names():
    assert kinds(accused(), claimed()) == ACTOR
    assert kinds(accused("a raid", "raid"), claimed()) == []


def test_who_denies_what_he_is_blamed_for_denies_it():
    text = "JNIM denied any part in the attack"
    denial = one(text, "attack", "attack", source="JNIM", polarity="denied", publisher="B", day=8)
    assert kinds(blamed(), denial) == DENIES
    other = one(
        "Mali denied an attack", "attack", "attack", source="Mali", polarity="denied", day=8
    )
    assert kinds(blamed(), other) == []


def fired(by, source, publisher, place=None, time=None, **parts):
    text = f"{by} opened fire on a post"
    words = {"by": by, "to": "a post", "source": source, "place": place, "time": time, **parts}
    return one(text, "opened fire", "attack", publisher=publisher, **words)


def test_each_says_that_the_other_began():
    two = fired("Pakistani troops", "India", "A"), fired("Indian troops", "Pakistan", "B")
    assert kinds(*two) == ACTOR
    days = (
        fired("Pakistani troops", "India", "A", time=on(4)),
        fired("Indian troops", "Pakistan", "B", time=on(5)),
    )
    assert kinds(*days) == ACTOR


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        (("Pakistani troops", "India"), ("Afghan troops", "Iran")),
        (("Pakistani troops", "Pakistan"), ("Indian troops", "India")),
        (("Pakistani troops", "India"), ("Pakistani troops", "Pakistan")),
        (("Russian troops", "Poland"), ("Indian troops", "Nepal")),
    ],
)
def test_others_who_shoot_and_who_say_it_of_themselves_do_not_contradict(one_, other):
    assert kinds(fired(*one_, "A"), fired(*other, "B")) == []


def test_two_places_or_days_are_two_shootings():
    two = (("Pakistani troops", "India", "A", KYIV), ("Indian troops", "Pakistan", "B", LVIV))
    assert kinds(fired(*two[0]), fired(*two[1])) == []
    days = (
        fired("Pakistani troops", "India", "A", time=on(1)),
        fired("Indian troops", "Pakistan", "B", time=on(5)),
    )
    assert kinds(*days) == []


def test_who_is_merely_cited_for_it_did_not_do_it():
    """ "According to the Taliban" was taken for an actor at the words of the source."""
    text = "Taliban: a post was attacked"
    claim = deed(text, "attacked", "attack", by="Taliban", to="a post", source="Taliban",
                 cue=cue("report"))  # fmt: skip
    assert kinds(blamed(), told(claim, publisher="B", day=8)) == []


def test_each_says_that_the_other_rammed():
    rammed = fired("A Chinese ship", "Manila", "A")
    text = "a Philippine boat deliberately collided with a Chinese ship"
    other = one(text, "collided", "attack", by="a Philippine boat", source="China", publisher="B")
    assert kinds(rammed, other) == ACTOR


def test_a_group_of_a_land_is_not_its_state():
    assert kinds(blamed("Yemen"), claimed("Houthis")) == ACTOR
    assert kinds(blamed("a Yemeni armed group"), claimed("Houthis")) == []


def test_a_patrol_is_no_deed_that_another_can_be_blamed_for():
    text = "Ansaru patrolled the road"
    patrol = one(text, "patrolled", "patrol-or-incursion", by="Ansaru", source="Ansaru",
                 publisher="B", day=8)  # fmt: skip
    assert kinds(blamed(), patrol) == []


@pytest.mark.parametrize(("of", "found"), [("the attack", ACTOR), ("sending money", [])])
def test_who_is_blamed_for_another_deed_is_not_blamed_for_this_one(of, found):
    text = f"the government blamed JNIM for {of}"
    charge = deed(text, "blamed", "accusation", to="JNIM")
    charge = replace(charge, roles=(*charge.roles, role("object", of, text)))
    assert kinds(told(charge, publisher="A"), claimed()) == found


def test_who_shell_each_other_are_both_the_first():
    both = fired("Thai and Cambodian troops", None, "A")
    first = fired("Cambodian troops", "Thailand", "B")
    assert kinds(both, first) == []
