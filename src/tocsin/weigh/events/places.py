"""How two places stand to each other: the same, one perhaps within the other, or apart."""

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from tocsin.records import Place

Nearness = Literal["same", "within", "apart", "unknown"]

_EARTH_KM = 6371.0
# How far from its centre a place of each precision may reach, in km; a country's or a sea's reach
# is told by its code, or not at all.
_REACH = {"site": 10.0, "city": 40.0, "admin": 300.0}


def nearness(one: Place | None, other: Place | None) -> Nearness:
    """Return how two places stand to each other; a missing place tells nothing.

    The law: it does not matter which place comes first.
    """
    if one is None or other is None:
        return "unknown"
    if _same(one, other):
        return "same"
    if one.country and other.country and one.country != other.country:
        return "apart"
    far, reach = distance(one, other), _reach(one, other)
    if far is None or reach is None:
        return "within" if one.country and one.country == other.country else "unknown"
    if far > reach:
        return "apart"
    return "same" if one.precision == other.precision and far <= 5 else "within"


def distance(one: Place, other: Place) -> float | None:
    """Return the way between two places over the ground in km, None where one is not located."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    south, north = radians(one.lat), radians(other.lat)
    turn = radians(other.lon - one.lon)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(turn / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def _same(one: Place, other: Place) -> bool:
    if one.geonames is not None and other.geonames is not None:
        return one.geonames == other.geonames
    if one.text.islower() or other.text.islower():
        return False  # a place only described: one report's "the town" is not another's
    return (one.name or one.text).casefold() == (other.name or other.text).casefold()


def _reach(one: Place, other: Place) -> float | None:
    reaches = [_REACH.get(place.precision or "") for place in (one, other)]
    known = [reach for reach in reaches if reach is not None]
    return max(known) if len(known) == len(reaches) else None
