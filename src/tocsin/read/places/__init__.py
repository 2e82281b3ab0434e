"""Places in a report: named, told from governments and people, and found on the map."""

from tocsin.read.places.find import find_places, read_places, resolve_spans
from tocsin.read.places.gazetteer import Arrays, Entry, Gazetteer
from tocsin.read.places.rules import PlaceRules, place_rules

__all__ = [
    "Arrays",
    "Entry",
    "Gazetteer",
    "PlaceRules",
    "find_places",
    "place_rules",
    "read_places",
    "resolve_spans",
]
