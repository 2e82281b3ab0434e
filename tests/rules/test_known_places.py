"""Points of the known places are held against the towns of GeoNames that lie by them."""

from math import atan2, cos, degrees, hypot, radians, sin

import pytest

from tocsin.read.places import place_rules
from tocsin.read.places.resolve import distance
from tocsin.run.gazetteer import open_gazetteer

GAZETTEER = open_gazetteer()
KNOWN = place_rules("en").known
CHECKED = sorted(key for key, known in KNOWN.items() if known.by)
# How far a point may lie from the middle of its towns, in km; farther where the towns themselves do.
ASKED = {"site": 60.0, "city": 60.0, "admin": 150.0, "region": 200.0}
NO_TOWNS = {"antarctica", "southern-ocean", "franz-josef-land", "north-pole", "south-pole"}


def town(written):
    name, country = written.rsplit(" ", 1)
    entries = (e for e in GAZETTEER.lookup(name) if e.country == country)
    towns = [e for e in entries if e.kind in ("city", "capital")]
    return max(towns, key=lambda entry: (entry.population, -entry.rank))


def middle(towns):
    """Return the middle of towns on the globe, which the date line does not tear apart."""
    east = sum(cos(radians(t.lat)) * cos(radians(t.lon)) for t in towns)
    north = sum(cos(radians(t.lat)) * sin(radians(t.lon)) for t in towns)
    up = sum(sin(radians(t.lat)) for t in towns)
    return degrees(atan2(up, hypot(east, north))), degrees(atan2(north, east))


@pytest.mark.parametrize("key", CHECKED)
def test_a_known_place_lies_by_its_towns(key):
    known, towns = KNOWN[key], [town(written) for written in KNOWN[key].by]
    lat, lon = middle(towns)
    spread = max(distance(lat, lon, t.lat, t.lon) for t in towns)
    assert distance(*known.at, lat, lon) <= (known.reach or max(ASKED[known.precision], spread))


def test_all_but_a_few_lonely_places_are_checked():
    assert {key for key, known in KNOWN.items() if not known.by} == NO_TOWNS


def test_a_longer_reach_is_told_only_where_it_is_needed():
    assert sum(known.reach is not None for known in KNOWN.values()) <= len(KNOWN) // 10
