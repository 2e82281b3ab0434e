"""What takes place once cannot have been in two places, or at two times."""

from dataclasses import replace

import pytest
from deeds import KYIV, ROME, ZHYTOMYR, at, deed, joined, kinds, on, one, told

TIME, PLACE = [("contradicts", ("time",))], [("contradicts", ("place",))]


def sank(publisher, place=None, time=None, to="A ferry", day=7, **parts):
    text = f"{to} sank off {place['text'] if place else 'the coast'}"
    return one(
        text,
        "sank",
        "accident",
        to=to,
        place=place,
        time=time,
        publisher=publisher,
        day=day,
        **parts,
    )


def test_one_sinking_in_two_towns_contradicts():
    assert kinds(sank("A", KYIV), sank("B", ZHYTOMYR)) == PLACE
    assert kinds(sank("A", KYIV), sank("B", KYIV)) == []
    assert kinds(sank("A", KYIV), sank("B", ZHYTOMYR), stories=False) == []


def test_a_ferry_is_no_tanker_and_a_far_country_is_another_sinking():
    assert kinds(sank("A", KYIV), sank("B", ZHYTOMYR, to="A tanker")) == []
    assert kinds(sank("A", KYIV), sank("B", ROME)) == []


@pytest.mark.parametrize(
    ("one_time", "other_time"),
    [
        (at("09:00"), at("11:30")),
        (at("EV", 5), at("MO", 6)),
        (at("09:15"), at("AF")),
        (on(3), on(6)),
        (replace(on(5), mod="END"), at("MO", 6)),
    ],
)
def test_times_that_never_meet_contradict(one_time, other_time):
    assert kinds(sank("A", time=one_time), sank("B", time=other_time)) == TIME


@pytest.mark.parametrize(
    ("one_time", "other_time"),
    [
        (at("09:00"), at("09:30")),
        (at("NI", 5), at("02:00", 6)),
        (at("NI", 6), at("23:00", 5)),
        (on(5), on(6)),
        (at("09:00", 5), on(6)),
        (on(3), on(8)),
        (replace(at("09:00"), value="2023-02-06T09:00Z"), at("12:00")),
        (on(2, until=5), on(6)),
        (replace(at("11:00"), mod="APPROX"), at("12:00")),
    ],
)
def test_times_that_may_be_one_do_not(one_time, other_time):
    assert kinds(sank("A", time=one_time), sank("B", time=other_time)) == []


def test_one_source_that_tells_anew_corrects():
    first = sank("A", KYIV, source="Coast guard")
    assert kinds(first, sank("B", ZHYTOMYR, source="Coast guard", day=8)) == [
        ("corrects", ("place",))
    ]


def test_who_names_the_place_that_it_was_not_speaks_of_that():
    text = "the ferry sank off Zhytomyr, not Rome"
    denied = one(text, "sank", "accident", to="the ferry", place=ZHYTOMYR, publisher="B", day=8)
    assert kinds(sank("A", ROME), denied) == PLACE


def test_two_happenings_that_one_voice_tells_of_are_two():
    both = [deed(f"a bomb exploded in {where['text']} at {hour}", "exploded", "attack",
                 place=where, time=at(hour)) for where, hour in ((KYIV, "09:00"), (ZHYTOMYR, "13:00"))]  # fmt: skip
    other = one("a bomb exploded in Zhytomyr", "exploded", "attack", place=ZHYTOMYR, time=at("13:00"),
                publisher="B")  # fmt: skip
    assert kinds(told(*both), other) == []


def test_another_one_is_another_one():
    again = one("another ferry sank off Zhytomyr", "sank", "accident", to="ferry", place=ZHYTOMYR,
                publisher="B")  # fmt: skip
    assert kinds(sank("A", KYIV), again) == []


def killed(publisher, time, name="Hassan Ali", **parts):
    text = f"{name} was killed"
    return one(text, "killed", "casualties", to=name, time=time, publisher=publisher, **parts)


def test_a_man_is_killed_once_and_people_are_killed_all_the_time():
    assert kinds(killed("A", at("EV", 5)), killed("B", at("MO", 4))) == TIME
    assert kinds(killed("A", at("EV", 5)), killed("B", at("MO", 4), "Omar Said")) == []
    assert kinds(killed("A", at("EV", 5), "a man"), killed("B", at("MO", 4), "a man")) == []


def struck(by, publisher, place=KYIV, **parts):
    text = f"{by} struck a hospital in Kyiv"
    return one(
        text, "struck", "attack", by=by, to="a hospital", place=place, publisher=publisher, **parts
    )


def test_one_strike_by_two_hands_contradicts_if_it_is_of_one_place():
    actor = ("contradicts", ("actor",))
    found = joined(struck("Russian jets", "A"), struck("Ukrainian jets", "B"))
    assert actor in found
    assert kinds(struck("Russian jets", "A"), struck("Ukrainian jets", "B")) == [actor]
    assert kinds(struck("Russian jets", "A"), struck("Ukrainian jets", "B", None)) == []


@pytest.mark.parametrize("by", ["The General Staff", "Air Defence Forces", "Gunmen", "its forces"])
def test_a_body_of_no_named_state_is_no_other_hand(by):
    assert kinds(struck("Ukrainian jets", "A"), struck(by, "B")) == []


def test_what_is_possible_denied_or_long_past_tells_no_slot():
    for parts in ({"certainty": "possible"}, {"status": "planned"}, {"historical": True}):
        assert kinds(sank("A", KYIV), sank("B", ZHYTOMYR, **parts)) == []
