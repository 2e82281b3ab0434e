"""Figures for one thing are told apart by place and by time."""

from dataclasses import replace

from tellings import TURKEY, carry, on, one_event, own, said

from tocsin.weigh.estimate import estimate
from tocsin.weigh.estimate.scope import Spot, atlas, of_source, pointed, scope_of

DNIPRO = {"text": "Dnipro", "country": "UA", "precision": "city", "lat": 48.46, "lon": 35.04}
UKRAINE = {"text": "Ukraine", "country": "UA", "precision": "country"}


def places(*carried, events=()):
    found = estimate(carried, events, own(*carried))
    return {
        one.place: sorted(f.best for h in one.histories for f in h.figures if f.best)
        for one in found
    }


def killed(text, publisher, **parts):
    return said(text, of="people", publisher=publisher, **{"type": "casualties", **parts})


def test_a_place_that_others_tell_of_is_known_again():
    known = killed("20 people were killed in Dnipro", "A", place=DNIPRO).claims[0]
    other = killed("25 people were killed in the raid on Dnipro", "B").claims[0]
    assert scope_of(other) == ()
    assert scope_of(other, named=atlas([known])) == scope_of(known)


def test_a_place_in_the_name_of_a_source_is_no_place_of_a_figure():
    known = killed("20 people were killed in Dnipro", "A", place=DNIPRO).claims[0]
    text = "25 people were killed, the mayor of Dnipro said"
    other = killed(text, "B", source="the mayor of Dnipro").claims[0]
    assert scope_of(other, named=atlas([known])) == ()


def test_a_source_speaks_for_its_land_or_its_province():
    turkey = (Spot("TR", "TR"),)
    land = killed("9 died, Turkey's agency said", "A", source="Turkey's agency").claims[0]
    part = killed("9 died, the governor of Sanli said", "A", source="the governor of Sanli")
    assert of_source(land, atlas([]), turkey) == turkey
    assert of_source(land, atlas([]), (Spot("SY", "SY"),)) == ()
    assert of_source(part.claims[0], atlas([]), turkey) is None


def test_the_whole_of_a_land_is_not_a_town_in_it():
    told = (
        killed("3,000 people were killed in Ukraine", "A", place=UKRAINE),
        killed("20 people were killed in Dnipro", "B", place=DNIPRO),
    )
    assert places(*told, events=[one_event(*told)]) == {"Ukraine": [3000], "Dnipro": [20]}


def test_the_dead_of_an_earlier_time_are_another_figure():
    told = (
        killed("62 people were killed in Turkey", "A", place=TURKEY, type="disaster"),
        killed("The 1999 quake killed 17,000 people in Turkey", "B", place=TURKEY,
               type="disaster"),
    )  # fmt: skip
    assert len(estimate(told, [one_event(*told)], own(*told))) == 2


def test_what_was_in_weeks_is_not_what_was_on_a_day():
    def shot(figure, publisher, time):
        text = f"{figure} drones were shot down"
        return said(text, trigger="shot", type="destruction", of="drones", publisher=publisher,
                    day=28, time=time)  # fmt: skip

    told = shot("2", "A", on(27)), shot("25", "B", on(1, until=28))
    assert len(estimate(told, [one_event(*told)], own(*told))) == 2


def test_a_figure_known_to_the_digit_is_the_same_thing_without_an_event():
    told = [
        said("58 drones were shot down", trigger="shot", type="destruction", of="drones",
             publisher=name)
        for name in ("A", "B")
    ]  # fmt: skip
    assert len(estimate(told, (), own(*told))) == 1


def test_millions_of_a_land_are_not_the_thousands_of_a_town():
    told = [
        said(f"{figure} people are displaced in Turkey", trigger="displaced", of="people",
             type="displacement", place=TURKEY, publisher=name)
        for figure, name in (("11,800,000", "A"), ("12,000,000", "B"), ("12,000", "C"))
    ]  # fmt: skip
    found = estimate(told, [one_event(*told)], own(*told))
    assert sorted(len(one.histories) for one in found) == [1, 2]


def test_a_figure_given_of_a_land_and_of_a_part_of_it_is_one():
    part = {"text": "Izmir", "name": "Izmir", "country": "TR", "precision": "admin"}
    told = [
        said(f"52,300 people are displaced in {place['text']}", trigger="displaced", of="people",
             type="displacement", place=place, publisher=name)
        for place, name in ((TURKEY, "A"), (TURKEY, "B"), (part, "C"))
    ]  # fmt: skip
    found = estimate(told, [one_event(*told)], own(*told))
    assert [one.place for one in found] == ["Turkey"]


def test_a_part_that_stands_beside_its_whole_keeps_its_place():
    near = {"text": "Bryansk", "name": "Bryansk", "country": "RU", "precision": "admin"}
    land = {"text": "Russia", "country": "RU", "precision": "country"}
    texts = (
        ("94 drones were shot down over Russia", land),
        ("31 drones were shot down over Bryansk", near),
    )
    claims = [
        said(text, trigger="shot", of="drones", type="destruction", place=place).claims[0]
        for text, place in texts
    ]
    report = carry(*(replace(one, span=(200 * n, 200 * n + len(one.quote)), quantity=replace(
        one.quantity, span=(200 * n, 200 * n + 2))) for n, one in enumerate(claims)))  # fmt: skip
    found = estimate([report], [one_event(report)], own(report))
    assert sorted(str(one.place) for one in found) == ["Bryansk", "Russia"]


def test_a_clause_is_about_the_place_before_where():
    lima = said("police fired gas in Lima", trigger="fired", type="crackdown", place=DNIPRO)
    claim = said("Dnipro, where 3,000 people marched", trigger="marched", of="people").claims[0]
    named = atlas([*lima.claims])
    assert scope_of(claim, named=named) == (Spot("Dnipro", "UA", fine=True),)
    other = said("3,000 people marched as Dnipro slept", trigger="marched", of="people").claims[0]
    assert scope_of(other, named=named) == ()


def test_soldiers_of_nobody_are_not_those_of_the_other_land():
    lahore = {"text": "Lahore", "name": "Lahore", "country": "PK", "precision": "city"}
    kinds = {"type": "casualties", "trigger": "killed"}
    told = [
        said("6 Indian soldiers were killed", of="Indian soldiers", publisher="A", **kinds),
        said("14 Pakistani soldiers were killed", of="Pakistani soldiers", publisher="B", **kinds),
    ]
    ours = said("2 soldiers were killed", of="soldiers", publisher="C", **kinds)
    strike = said("a strike hit Lahore", trigger="strike", type="attack", place=lahore).claims[0]
    told.append(replace(ours, claims=(strike, *ours.claims)))
    found = estimate(told, [one_event(*told)], own(*told))
    owners = {one.population: len(one.histories) for one in found}
    assert owners == {"Indian soldiers": 1, "Pakistani soldiers": 1, "soldiers": 1}


def test_a_district_that_no_gazetteer_has_is_a_place_and_a_building_with_a_name_none():
    unknown = {"name": None, "country": None, "precision": None}
    district = {"text": "Choam Khsant district", **unknown}
    pagoda = {"text": "Wat Prey Sbat", **unknown}
    one = killed("4 people were killed in Choam Khsant district", "A", place=district).claims[0]
    other = killed("4 people were killed in Wat Prey Sbat", "B", place=pagoda).claims[0]
    assert scope_of(one) == (Spot("Choam Khsant", fine=True),)
    assert scope_of(other) == ()


def test_who_is_killed_nowhere_is_of_the_very_place_that_the_report_is_at_home_in():
    region = {"text": "the Dnipro region", "country": "UA", "precision": "admin"}
    region |= {"lat": 48.46, "lon": 35.04}
    at_home = killed("9 people were killed", "C")
    strike = said("a raid on Dnipro", trigger="raid", type="attack", place=DNIPRO).claims[0]
    told = (
        killed("20 people were killed in the Dnipro region", "A", place=region),
        killed("7 people were killed in Dnipro", "B", place=DNIPRO),
        carry(*at_home.claims, strike, publisher="C"),
    )
    assert 9 in places(*told, events=[one_event(*told)])["Dnipro"]


def test_there_is_the_district_told_of_last_if_no_gazetteer_has_it():
    claim = killed("4 people were killed there", "A").claims[0]
    assert pointed(claim, (Spot("Choam Khsant", fine=True),)) == (Spot("Choam Khsant", fine=True),)
    assert pointed(claim, (Spot("Dnipro", "UA", fine=True),)) is None


def test_a_clause_is_about_the_land_before_where():
    claim = said("in Mozambique, where 87 cases were notified", trigger="notified", type="disease")
    assert scope_of(claim.claims[0]) == (Spot("MZ", "MZ"),)


def test_a_figure_without_a_place_is_of_no_other_land_than_its_report_is_at_home_in():
    over_there = {"text": "Turkey", "country": "TR", "precision": "country"}
    raid = said("a raid on Dnipro", trigger="raid", type="attack", place=DNIPRO).claims[0]
    raid = replace(raid, span=(100, 116))
    told = (
        killed("20 people were killed in Turkey", "A", place=over_there),
        carry(*killed("90 people were killed", "B").claims, raid, publisher="B"),
    )
    assert places(*told, events=[one_event(*told)])["Turkey"] == [20]
