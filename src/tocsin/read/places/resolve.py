"""Which of all places of one name a report means.

Each reading of a name is weighed by its own size and kind, then by its company: countries and
divisions that the report names (votes), what the text says it lies in ("Paris, Texas"), and how
near it lies to the other places. Two rounds: the second knows what the first chose.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, inf, log2, log10, radians, sqrt
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
    names: dict[tuple[object, ...], _Name] = {}
    order = [names.setdefault(_key(case), _Name(case)) for case in cases]
    for name in order:
        name.count += 1
    votes = _votes(names.values(), peoples or {})
    for _ in range(1 + _ROUNDS):
        company = _Company(names.values(), votes)
        for name in names.values():
            name.next = name.best(company)
        for name in names.values():
            name.chosen = name.next
    return [name.chosen for name in order]


def _key(case: Case) -> tuple[object, ...]:
    """Return what two cases share that mean the same; the atlas gives a name the same tuple."""
    return id(case.candidates), case.sort, *(id(outer.entry) for outer in case.inside)


class _Name:
    """A name of the report with its readings, each weighed by itself, and what it means so far."""

    __slots__ = ("_weights", "candidates", "chosen", "count", "next", "share")

    def __init__(self, case: Case) -> None:
        self.candidates = case.candidates
        self._weights = [_own(c) + _fit(c, case) for c in case.candidates]
        self.share = _shares(case.candidates, self._weights)
        self.count = 0
        self.chosen: Candidate | None = None
        self.next: Candidate | None = None

    def best(self, company: "_Company") -> Candidate | None:
        """Return the reading that fits best; of equals the first, as the gazetteer has them."""
        best, most = None, -inf
        for candidate, weight in zip(self.candidates, self._weights, strict=True):
            whole = weight + company.weight(candidate.entry, self.share)
            if whole > most:
                best, most = candidate, whole
        return best


def _shares(candidates: Sequence[Candidate], own: Sequence[float]) -> Mapping[Area, float]:
    """Return how a name shares its one vote among the countries and divisions that it may mean.

    Many small names that can all lie in one division so outvote what each would mean alone.
    """
    shares: dict[Area, float] = defaultdict(float)
    weights = [exp(_EVEN * weight) for weight in own]
    whole = sum(weights)
    for weight, candidate in zip(weights, candidates, strict=True):
        country, admin = candidate.entry.country, candidate.entry.admin
        shares[country, ""] += weight / whole
        if admin:
            shares[country, admin] += weight / whole
    return shares


def _votes(names: Iterable[_Name], peoples: Mapping[str, int]) -> Mapping[Area, float]:
    """Return how much of the report speaks for each country and division, a name but once."""
    votes: dict[Area, float] = defaultdict(float)
    for share in {id(name.candidates): name.share for name in names}.values():
        for area, part in share.items():
            votes[area] += part
    for country, count in peoples.items():
        votes[country, ""] += _PEOPLE * log2(1 + count)
    return votes


class _Company:
    """The places that a report names, as votes and as points."""

    def __init__(self, names: Iterable[_Name], votes: Mapping[Area, float]) -> None:
        self._votes = votes
        self._total = max(1.0, sum(v for (_, admin), v in votes.items() if not admin) - 1.0)
        self._firm: Counter[Area] = Counter()
        self._points: Counter[tuple[float, float]] = Counter()
        self._all = 0
        for name in names:
            if name.chosen is not None:
                self._take(name.chosen.entry, name.count)
        self._all = max(1, self._all)

    def _take(self, entry: Entry, count: int) -> None:
        self._all += count
        self._firm[entry.country, ""] += count
        if entry.admin:
            self._firm[entry.country, entry.admin] += count
        if entry.kind in _POINTS and entry.lat is not None and entry.lon is not None:
            self._points[entry.lat, entry.lon] += count

    def weight(self, entry: Entry, own: Mapping[Area, float]) -> float:
        """Return how well a place fits its company; a name's `own` vote is not for itself."""
        if not entry.country:
            return 0.0
        fits = _COUNTRY_VOTES * self._share((entry.country, ""), own)
        if entry.admin:
            fits += _DIVISION_VOTES * self._share((entry.country, entry.admin), own)
        return fits + _NEAR * self._near(entry) if self._points else fits

    def _share(self, area: Area, own: Mapping[Area, float]) -> float:
        return (self._votes[area] - own[area]) / self._total + self._firm[area] / self._all

    def _near(self, entry: Entry) -> float:
        if entry.kind not in _POINTS or entry.lat is None or entry.lon is None:
            return 0.0
        total = 0.0
        for point, count in self._points.items():
            lat, lon = point
            if abs(lat - entry.lat) < _REACH_DEGREES and point != (entry.lat, entry.lon):
                total += count * exp(-distance(entry.lat, entry.lon, lat, lon) / _REACH_KM)
        return min(1.0, total)


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
