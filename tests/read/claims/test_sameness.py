"""What keeps two claims apart, and what ties them."""

from datetime import date

from builders import a_claim

from tocsin.read.claims.sameness import alike, differ, particulars, sets_apart
from tocsin.records import Place, Quantity, Role, Time


def role(text, name=None, **more):
    return Role(role=more.pop("role", "actor"), text=text, span=(50, 60), name=name, **more)


def figure(of):
    return Quantity(span=(0, 1), text=str(of), low=of, high=of, best=of, bound="exact")


def day(of):
    return Time(span=(0, 1), text="then", type="DATE", start=of, end=of)


def place(name, precision="city", country="UA"):
    return Place(span=(0, 1), text="x", name=name, precision=precision, country=country)


def test_figures_places_days_and_participants_that_differ_keep_apart():
    for name, one, two in (
        ("quantity", figure(3), figure(4)),
        ("place", place("Odesa"), place("Kherson")),
        ("time", day(date(2024, 12, 1)), day(date(2024, 12, 2))),
        ("roles", (role("the army"),), (role("rebels"),)),
    ):
        assert differ(a_claim(**{name: one}), a_claim(**{name: two})), name
        assert not differ(a_claim(**{name: one}), a_claim(**{name: one})), name


def test_what_only_one_states_keeps_nothing_apart_but_is_noticed():
    dated = a_claim(time=day(date(2024, 12, 1)), quantity=None, place=None)
    bare = a_claim(time=None, quantity=None, place=None)
    assert not differ(dated, bare)
    assert sets_apart(dated, bare)
    assert not sets_apart(bare, bare)


def test_a_place_without_a_name_is_no_other_place():
    assert not differ(a_claim(place=place(None)), a_claim(place=place("Odesa")))


def test_a_town_may_be_in_the_land_that_is_named():
    wide = a_claim(place=place("Ukraine", "country"))
    assert not differ(wide, a_claim(place=place("Odesa")))
    assert differ(wide, a_claim(place=place("Goma", country="CD")))


def test_particulars_are_named_by_what_they_are():
    claim = a_claim(
        quantity=figure(12),
        place=place("Odesa"),
        time=day(date(2024, 12, 1)),
        roles=(role("Rebels", "Rebels of Goma"), role("sailors", "sailors", role="target")),
    )
    assert sorted(particulars(claim, claim)) == ["figure", "named", "part", "place", "time"]


def test_long_times_whole_countries_and_small_figures_tell_nothing_apart():
    year = Time(span=(0, 1), text="y", type="DATE", start=date(2024, 1, 1), end=date(2024, 12, 31))
    claim = a_claim(quantity=figure(1), place=place("Ukraine", "country"), time=year, roles=())
    assert list(particulars(claim, claim)) == []


def test_names_are_alike_by_reference_or_by_their_words():
    assert alike(role("a", "Kim", ref="wikidata:Q1"), role("b", "Han", ref="wikidata:Q1"))
    assert alike(role("North Korean troops"), role("the North Korean troops"))
    assert not alike(role("it"), role("it"))
