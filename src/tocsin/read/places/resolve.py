"""Which of all places of one name a report means.

Each reading of a name is weighed by its own size and kind, then by its company: countries and
divisions that the report names (votes), what the text says it lies in ("Paris, Texas"), and how
near it lies to the other places. Two rounds: the second knows what the first chose.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log2, log10, radians, sqrt
from typing import Literal

from tocsin.read.places.atlas import Candidate
from tocsin.read.places.gazetteer import ALTERNATE, Entry, Kind

_COUNTRY, _LISTED, _STATE_OF_UNION = 8.0, 8.0, 6.0
_DIVISION, _DISTRICT, _SUBDIVISION = 5.5, 5.0, 4.8
_CAPITAL, _BY_NAME, _SEATED = 0.5, -1.5, -1.5
_COUNTRY_VOTES, _DIVISION_VOTES, _NEAR = 2.0, 2.5, 2.0
_INSIDE, _OUTSIDE, _HEADED = 5.0, -4.0, 4.0
_REACH_KM = 120.0
_REACH_DEGREES = 5.0  # of latitude; farther off, nearness is nothing
_ROUNDS = 2
_PEOPLE = 0.5  # of a name's vote, for a people named once
_EVEN = 0.7  # below 1, so that the largest place of a name does not take its whole vote
_POINTS = ("city", "capital", "district")
OUTER = ("country", "admin", "district", "subdivision")
_WIDEST = 400.0  # km from a division's middle within which a town may lie in it

Area = tuple[str, str]  # a country, with one of its divisions or ""
Sort = Literal["division", "district", "town"]
_KINDS: dict[Sort, tuple[Kind, ...]] = {
    "division": ("admin", "subdivision"),
    "district": ("district", "subdivision", "admin"),
    "town": ("city", "capital"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A name to be resolved: what it may mean and what it is said to lie in.

    `sort` is what a word beside it says that it is: "Kursk region", "the town of Sake".
    """

    candidates: tuple[Candidate, ...]
    inside: Sequence[Candidate] = ()
    sort: Sort | None = None


def resolve(
    cases: Sequence[Case], peoples: Mapping[str, int] | None = None
) -> list[Candidate | None]:
    """Return what each name means, or None where nothing is known of it.

    `peoples` tells how often the report names the people of each country, who speak for it.
    """
    shares = {case.candidates: _shares(case) for case in cases}
    votes: dict[Area, float] = defaultdict(float)
    for share in shares.values():
        for area, part in share.items():
            votes[area] += part
    for country, count in (peoples or {}).items():
        votes[country, ""] += _PEOPLE * log2(1 + count)
    chosen: list[Candidate | None] = []
    for _ in range(1 + _ROUNDS):
        company = _Company(chosen, votes)
        chosen = [_best(case, company, shares[case.candidates]) for case in cases]
    return chosen


def _shares(name: Case) -> Mapping[Area, float]:
    """Return how a name shares its one vote among the countries and divisions that it may mean.

    Many small names that can all lie in one division so outvote what each would mean alone.
    """
    best: dict[Area, float] = {}
    weights = [(exp(_EVEN * (_own(c) + _fit(c, name))), c.entry) for c in name.candidates]
    whole = sum(weight for weight, _ in weights)
    for weight, entry in weights:
        for area in {(entry.country, ""), (entry.country, entry.admin)}:
            best[area] = best.get(area, 0.0) + weight / whole
    return best


class _Company:
    """The places that a report names, as votes and as points."""

    def __init__(self, chosen: Sequence[Candidate | None], votes: Mapping[Area, float]) -> None:
        entries = [c.entry for c in chosen if c is not None]
        self._countries = Counter(e.country for e in entries if e.country)
        self._divisions = Counter((e.country, e.admin) for e in entries if e.admin)
        self._all = max(1, len(entries))
        self._votes = votes
        self._total = sum(v for (_, admin), v in votes.items() if not admin)
        towns = (e for e in entries if e.kind in _POINTS)
        self._points = Counter((e.lat, e.lon) for e in towns if e.lat is not None)

    def weight(self, entry: Entry, own: Mapping[Area, float]) -> float:
        """Return how well a place fits its company; a name's `own` vote is not for itself."""
        country, area = (entry.country, ""), (entry.country, entry.admin)
        soft = _COUNTRY_VOTES * (self._votes.get(country, 0.0) - own[country])
        firm = _COUNTRY_VOTES * self._countries[entry.country]
        if entry.admin:
            soft += _DIVISION_VOTES * (self._votes.get(area, 0.0) - own[area])
            firm += _DIVISION_VOTES * self._divisions[area]
        others = max(1.0, self._total - 1.0)
        return soft / others + firm / self._all + _NEAR * self._near(entry)

    def _near(self, entry: Entry) -> float:
        if entry.kind not in _POINTS or entry.lat is None or entry.lon is None:
            return 0.0
        total = 0.0
        for (lat, lon), count in self._points.items():
            if lon is None or (lat, lon) == (entry.lat, entry.lon):
                continue
            if abs(lat - entry.lat) < _REACH_DEGREES:
                total += count * exp(-distance(entry.lat, entry.lon, lat, lon) / _REACH_KM)
        return min(1.0, total)


def _best(case: Case, company: _Company, own: Mapping[Area, float]) -> Candidate | None:
    def weight(candidate: Candidate) -> float:
        return _own(candidate) + _fit(candidate, case) + company.weight(candidate.entry, own)

    return max(case.candidates, key=weight, default=None)


def _own(candidate: Candidate) -> float:
    """Return how likely a bare name means this place: the larger, by its main name."""
    entry = candidate.entry
    by_name = _BY_NAME if entry.rank == ALTERNATE else 0.0
    by_name += _SEATED if candidate.seated else 0.0
    if candidate.listed:
        return _LISTED
    if entry.kind == "country":
        return _COUNTRY + by_name
    if entry.kind == "district":
        return _DISTRICT + by_name
    if entry.kind == "subdivision":
        return _SUBDIVISION + by_name
    if entry.kind == "admin":
        return (_STATE_OF_UNION if entry.admin else _DIVISION) + by_name
    capital = _CAPITAL if entry.kind == "capital" else 0.0
    return log10(entry.population + 1000) + capital + by_name


def _fit(candidate: Candidate, case: Case) -> float:
    weight = _HEADED if case.sort and candidate.entry.kind in _KINDS[case.sort] else 0.0
    if case.inside:
        inside = any(lies_in(candidate.entry, outer.entry) for outer in case.inside)
        weight += _INSIDE if inside else _OUTSIDE
    return weight


def lies_in(entry: Entry, outer: Entry) -> bool:
    """Whether a place lies in a country or a division, as far as the gazetteer can tell."""
    if entry.country != outer.country or outer.kind not in OUTER:
        return False
    if outer.kind == "country":
        return entry.kind != "country"
    if outer.admin and outer.kind == "admin":
        return entry.admin == outer.admin and entry.kind != "admin"
    known = None not in (entry.lat, entry.lon, outer.lat, outer.lon)
    return known and distance(entry.lat, entry.lon, outer.lat, outer.lon) < _width(outer)  # type: ignore[arg-type]


def _width(outer: Entry) -> float:
    return _WIDEST / 5 if outer.kind in ("district", "subdivision") else _WIDEST


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance in kilometres along a great circle.

    >>> round(distance(52.5, 13.4, 48.85, 2.35))
    877
    """
    up, across = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    part = sin2(up) + cos(radians(lat)) * cos(radians(other_lat)) * sin2(across)
    return 12742.02 * asin(min(1.0, sqrt(part)))


def sin2(angle: float) -> float:
    """Return the square of the sine, by the cosine of the double angle."""
    return (1 - cos(2 * angle)) / 2
