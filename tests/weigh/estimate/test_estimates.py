"""Figures of several reports come together to histories and a band."""

from datetime import date

import pytest
from tellings import (
    KURSK,
    NORTH,
    SYRIA,
    TURKEY,
    carry,
    copied,
    losses,
    on,
    one_event,
    origins_of,
    own,
    role,
    said,
    state,
    toll,
)

from tocsin.weigh.estimate import estimate


def estimates(*carried, events=(), origins=None):
    return estimate(carried, events, own(*carried) if origins is None else origins)


def only(*carried, **parts):
    (found,) = estimates(*carried, **parts)
    return found


def days(found):
    return [(band.day.day, band.low, band.best, band.high) for band in found.band]


def test_no_figures_no_estimates():
    assert estimates() == ()
    assert estimates(said("people have been killed")) == ()


def test_figures_for_one_thing_meet_in_whatever_words():
    texts = (
        ("3,381 people have been killed in Turkey", "killed", "people"),
        ("a death toll of 3,400 in Turkey", "death toll", None),
        ("3,419 deaths in Turkey", "deaths", "deaths"),
    )
    told = [
        said(text, trigger=trigger, of=of, place=TURKEY, publisher=str(number))
        for number, (text, trigger, of) in enumerate(texts)
    ]
    found = only(*told)
    assert (found.measure, found.place, found.kind) == ("people killed", "Turkey", "total")
    assert days(found) == [(7, 3381, 3400, 3419)]
    assert [history.source for history in found.histories] == ["0", "1", "2"]


def test_the_dead_of_one_land_are_not_those_of_two():
    told = (
        toll("3,000"),
        toll("1,000", place=SYRIA),
        said("4,000 people have been killed in Turkey and Syria", of="people", place=TURKEY),
    )
    places = {found.place for found in estimates(*told, events=[one_event(*told)])}
    assert places == {"Turkey", "Syria", "Syria and Turkey"}


def test_a_toll_without_a_place_is_that_of_the_widest():
    told = (
        said("4,000 people have been killed in Turkey and Syria", of="people", place=TURKEY),
        toll("3,000", publisher="B"),
        toll("4,100", place=None, publisher="C"),
    )
    found = {one.place: one for one in estimates(*told, events=[one_event(*told)])}
    assert days(found["Syria and Turkey"]) == [(7, 4000, 4000, 4100)]


def test_a_toll_that_is_only_pointed_to_joins_nothing():
    told = (toll("3,000"), said("2,000 people have been killed there", of="people"))
    assert len(estimates(*told, events=[one_event(*told)])) == 2


def test_soldiers_of_one_state_are_one_thing_wherever_they_fell():
    told = (
        losses("1,100", source="JCS", day=7),
        losses("3,000", source="Kyiv", publisher="B", day=7),
        said(
            "100 DPRK troops were killed in Kursk",
            type="casualties",
            of="DPRK troops",
            place=KURSK,
            publisher="C",
        ),
    )
    found = only(*told)
    assert (found.population, found.place) == ("North Korean soldiers", "Russia")
    assert days(found) == [(7, 100, 1100, 3000)]


def test_who_is_cited_by_many_has_one_vote():
    told = [losses("1,100", source="JCS", publisher=str(number)) for number in range(5)]
    found = only(*told, losses("3,000", source="Kyiv", publisher="C"))
    assert [history.source for history in found.histories] == ["JCS", "Kyiv"]
    assert days(found) == [(23, 1100, 1100, 3000)]


def test_a_copy_has_no_vote_but_is_listed():
    first, other = toll("3,000"), toll("5,000", publisher="Reuters")
    copies = [copied(first, publisher=f"Copy {number}") for number in range(4)]
    plain = only(first, other)
    found = only(first, other, *copies, origins=origins_of((first, *copies), (other,)))
    assert found.band == plain.band
    assert len(found.histories[0].figures) == 5


def test_a_copy_that_comes_late_does_not_bring_the_old_figure_back():
    first = toll("3,000", day=6)
    second = toll("5,000", day=7)
    late = copied(first, day=9)
    found = only(first, second, late, origins=origins_of((first, late), (second,)))
    assert days(found) == [(6, 3000, 3000, 3000), (7, 5000, 5000, 5000)]


def test_a_toll_never_falls():
    found = only(
        toll("3,000", day=6, publisher="A"),
        toll("2,900", day=7, publisher="B"),
        toll("4,000", day=8, publisher="C"),
    )
    best = [band.best for band in found.band]
    assert best == sorted(best)


def test_a_slipped_zero_does_not_move_the_band():
    told = [toll(f, publisher=name) for f, name in (("3,000", "A"), ("3,100", "B"), ("3,200", "C"))]
    plain = only(*told)
    slipped = only(*told, toll("31,000", publisher="D"))
    assert [b.best for b in slipped.band] == [b.best for b in plain.band]
    assert slipped.band[0].high == 3200


def test_a_slipped_zero_of_one_day_is_known_by_the_next():
    found = only(
        toll("3,000", day=6, publisher="A"),
        toll("33,000", day=7, publisher="B"),
        toll("3,600", day=8, publisher="C"),
        toll("4,000", day=9, publisher="D"),
    )
    assert max(band.best for band in found.band) == 4000


def test_a_source_that_changes_its_figure_is_marked():
    found = only(
        losses("1,000", source="JCS", day=6),
        losses("1,000", source="JCS", day=7, publisher="B"),
        losses("1,100", source="JCS", day=8, publisher="C"),
    )
    (history,) = found.histories
    assert [figure.changed for figure in history.figures] == [False, False, True]


def test_bounds_stay_bounds():
    found = only(toll("at least 3,000"), toll("more than 3,300", publisher="B"))
    (band,) = found.band
    assert (band.low, band.best, band.high) == (3000, 3300, None)
    assert [h.figures[0].high for h in found.histories] == [None, None]


def test_a_stock_may_fall_again():
    def there(figure, day, publisher):
        text = f"{figure} North Korean troops are stationed in Russia"
        return said(
            text,
            trigger="stationed",
            type="deployment",
            of="North Korean troops",
            day=day,
            publisher=publisher,
            roles=(state("recipient", "Russia", text),),
        )

    found = only(there("12,000", 1, "A"), there("8,000", 20, "A"))
    assert found.kind == "stock"
    assert [band.best for band in found.band] == [12000, 8000]


def test_what_happened_on_two_days_is_two_flows():
    def shot(figure, day, publisher):
        text = f"{figure} drones were shot down over Ukraine"
        return said(
            text,
            trigger="shot",
            type="destruction",
            of="drones",
            day=day,
            publisher=publisher,
            time=on(day),
            place={"text": "Ukraine", "country": "UA", "precision": "country"},
        )

    found = estimates(shot("40", 6, "A"), shot("41", 6, "B"), shot("60", 7, "A"))
    assert sorted((one.kind, len(one.histories)) for one in found) == [("flow", 1), ("flow", 2)]


def test_tolls_of_one_land_weeks_apart_are_two():
    assert len(estimates(toll("3,000", day=1), toll("40", day=28, publisher="B"))) == 2


def test_what_is_denied_or_impossible_is_no_figure():
    assert estimates(toll("3,000", polarity="denied")) == ()
    claim = toll("3,000").claims[0]
    endless = type(claim.quantity)(
        span=(0, 5), text="many", low=float("inf"), high=None, best=None, bound="at_least"
    )
    parts = {name: getattr(claim, name) for name in claim.__slots__} | {"quantity": endless}
    assert estimates(carry(type(claim)(**parts))) == ()


def test_a_past_disaster_is_not_this_one():
    told = (toll("3,000"), toll("17,500", publisher="B", historical=True))
    assert len(estimates(*told)) == 2


def test_the_event_is_the_one_that_most_statements_have():
    told = (toll("3,000"), toll("3,100", publisher="B"))
    assert only(*told, events=[one_event(*told)]).event == "event_1"
    assert only(*told).event == ""


def test_every_figure_points_back_to_its_claim():
    one = toll("3,000")
    (figure,) = only(one).histories[0].figures
    assert (figure.claim, figure.file) == (one.claims[0].id, "AFP-7.json")
    assert figure.text in figure.quote


@pytest.mark.parametrize("place", [TURKEY, None])
def test_the_id_comes_from_content(place):
    assert only(toll("3,000", place=place)).id == only(toll("3,000", place=place)).id


def test_one_person_under_two_spellings_has_one_vote():
    def by(name, day):
        told = losses("3,000", source=name, day=day, publisher=name)
        claim = told.claims[0]
        link = type(claim.sources[0])(
            **{n: getattr(claim.sources[0], n) for n in claim.sources[0].__slots__}
            | {"kind": "person"}
        )
        parts = {n: getattr(claim, n) for n in claim.__slots__} | {"sources": (link,)}
        return carry(type(claim)(**parts), report=told.report, publisher=name, day=day, cites=name)

    (history,) = only(by("Zelensky", 7), by("Volodymyr Zelenskyy", 8)).histories
    assert history.source == "Volodymyr Zelenskyy"


def test_an_undated_flow_is_that_of_the_day_it_is_told():
    def launched(publisher, day):
        text = "Russia launched 40 drones overnight"
        return said(
            text,
            trigger="launched",
            type="attack",
            of="drones",
            day=day,
            publisher=publisher,
            roles=(state("actor", "Russia", text),),
        )

    found = estimates(launched("A", 6), launched("B", 6), launched("A", 7))
    assert sorted(len(one.histories) for one in found) == [1, 2]


def test_the_toll_of_a_disaster_is_one_across_reports_though_no_place_is_said():
    text = "1,300 people have been killed"
    quake = said("an earthquake hit Turkey", trigger="earthquake", place=TURKEY).claims[0]
    toll_alone = said(text, of="people", publisher="A").claims[0]
    found = estimates(carry(quake, toll_alone, publisher="A"), toll("1,500", publisher="B"))
    assert [len(one.histories) for one in found] == [2]


def test_countries_behind_the_figure_are_where_the_dead_are():
    text = "21,000 people have died from the earthquake in Turkey and Syria"
    found = only(said(text, trigger="died", of="people"))
    assert found.place == "Syria and Turkey"


def test_who_strikes_is_not_whose_ships_they_are():
    text = "Houthis struck 2 ships"
    actor = role("actor", "Houthis", text, kind="group")
    parts = {"trigger": "struck", "type": "attack", "of": "ships", "roles": (actor,)}
    assert only(said(text, **parts)).population == "ships"
    text = "Houthi militants hit 2 tankers in the Red Sea"
    sea = {"text": "the Red Sea", "name": "Red Sea", "country": "ER", "precision": "region"}
    found = only(said(text, trigger="hit", type="attack", of="tankers", place=sea))
    assert (found.population, found.place) == ("ships", None)


def test_casualties_without_a_name_are_of_whom_the_report_tells():
    named = said(
        "3,000 North Korean troops were killed or wounded",
        type="casualties",
        of="North Korean troops",
        trigger="killed or wounded",
        publisher="A",
    ).claims[0]
    bare = said(
        "Seoul put the number of casualties at 1,100",
        type="casualties",
        trigger="casualties",
        publisher="A",
    ).claims[0]
    other = losses("2,900", trigger="killed", source="Kyiv", publisher="B")
    found = {one.measure: one for one in estimates(carry(named, bare, publisher="A"), other)}
    both = found["soldiers killed or wounded"]
    assert {figure.best for h in both.histories for figure in h.figures} == {1100, 3000}
    assert both.population == "North Korean soldiers"


def test_soldiers_of_a_state_are_not_placed_by_the_war_that_is_named():
    text = "1,100 North Korean soldiers have been killed in the war against Ukraine"
    told = said(text, publisher="A", **NORTH)
    assert only(told, losses("1,000", source="Kyiv", publisher="B", place=None)).place is None


CITY = {"text": "Dnipro", "country": "UA", "precision": "city", "lat": 48.46, "lon": 35.04}
LAND = {"text": "Ukraine", "country": "UA", "precision": "country"}


def hit(place, figure, publisher, type="casualties"):
    text = f"{figure} people were killed in {place['text']}"
    return said(text, of="people", type=type, place=place, publisher=publisher)


def test_a_town_and_its_land_are_one_place_of_one_event():
    told = hit(CITY, "3", "A"), hit(LAND, "4", "B")
    assert only(*told, events=[one_event(*told)]).place == "Dnipro"


def test_of_a_disaster_the_land_is_the_whole_unless_it_struck_one_town():
    told = hit(CITY, "3", "A", "disaster"), hit(LAND, "14", "B", "disaster")
    assert len(estimates(*told, events=[one_event(*told)])) == 2
    told = hit(CITY, "13", "A", "disaster"), hit(LAND, "14", "B", "disaster")
    assert len(estimates(*told, events=[one_event(*told)])) == 1
    far = {**CITY, "text": "Lviv", "lat": 49.84, "lon": 24.03}
    told = (*told, hit(far, "12", "C", "disaster"))
    assert len(estimates(*told, events=[one_event(*told)])) == 3


def test_two_towns_of_one_land_are_two_places():
    far = {**CITY, "text": "Lviv", "lat": 49.84, "lon": 24.03}
    told = hit(CITY, "3", "A"), hit(far, "4", "B"), hit(LAND, "7", "C")
    places = {one.place for one in estimates(*told, events=[one_event(*told)])}
    assert places == {"Dnipro", "Lviv", "Ukraine"}


def test_the_toll_of_a_crash_is_a_total_though_a_day_is_told():
    crash = said("a plane crashed near Dnipro", trigger="crashed", type="accident").claims[0]
    dead = said(
        "38 people were killed in Dnipro on Monday",
        of="people",
        type="casualties",
        place=CITY,
        time=on(6),
    ).claims[0]
    assert only(carry(crash, dead)).kind == "total"


def test_odd_days_and_figures_are_no_error():
    first = on(1)
    odd = type(first)(span=(0, 0), text="x", type="DATE", start=date.min, end=date.min)
    assert estimates(toll("3,000", type="casualties", time=odd, historical=True))
    claim = toll("3,000").claims[0]
    parts = {name: getattr(claim.quantity, name) for name in claim.quantity.__slots__}
    for many in (10**400, float("nan"), -1):
        huge = type(claim.quantity)(**{**parts, "low": many, "high": many, "best": many})
        fields = {name: getattr(claim, name) for name in claim.__slots__} | {"quantity": huge}
        assert estimates(carry(type(claim)(**fields))) == ()
