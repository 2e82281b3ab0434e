"""Gazetteer and named lists as one book: what a name may mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tocsin.read.places.fold import fold
from tocsin.read.places.gazetteer import Entry, Gazetteer
from tocsin.read.places.rules import PlaceRules
from tocsin.records.layers import Precision

_MOST_CACHED = 50_000
_PRECISION: dict[str, Precision] = {
    "city": "city",
    "capital": "city",
    "country": "country",
    "admin": "admin",
    "district": "admin",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may mean, with how finely that is known.

    `listed` tells that it stands in the world's list of known places, `booked` that the book of
    names has it.
    """

    entry: Entry
    precision: Precision
    listed: bool = False
    booked: bool = False

    @property
    def is_state(self) -> bool:
        """Whether it is a country, or the capital that stands for one."""
        return self.entry.kind in ("country", "capital")


class Atlas:
    """Looks names up in the lists of the rules first, then in the gazetteer."""

    def __init__(self, rules: PlaceRules, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = rules.known
        self._keys: dict[str, list[tuple[str, str, str]]] = {}
        self._spelling: dict[str, list[str]] = {}
        self._beginnings: set[str] = set()
        for key, names in rules.book.names.items():
            self._add_names(key, names)
        for name, spellings in rules.book.spelling.items():
            for spelling in spellings:
                self._spelling.setdefault(fold(spelling), []).append(name)
                self._begin(fold(spelling))
        self._find = lru_cache(_MOST_CACHED)(self._find_uncached)
        self._short = {s: key for key, shorts in rules.book.short.items() for s in shorts}

    def _add_names(self, key: str, names: Iterable[str]) -> None:
        first = ""
        for name in names:
            first = first or name
            keys = self._keys.setdefault(fold(name), [])
            if key not in (known for known, _, _ in keys):
                keys.append((key, first, name))
            self._begin(fold(name))

    def _begin(self, folded: str) -> None:
        words = folded.split(" ")
        self._beginnings |= {" ".join(words[:n]) for n in range(1, len(words))}

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return all that `name` may mean, without doubles: the lists' answer stands first."""
        return self._find(name)[0]

    def find(self, name: str) -> tuple[tuple[Candidate, ...], bool]:
        """Return what `name` may mean, and whether a longer name begins with it."""
        return self._find(name)

    def _find_uncached(self, name: str) -> tuple[tuple[Candidate, ...], bool]:
        folded = fold(name)
        found = [c for key in self._keys.get(folded, ()) if (c := self._listed(key, name))]
        short = self.short(name)
        if short:
            found.append(short)
        names = [name, *self._spelling.get(folded, ())]
        entries = (entry for each in names for entry in self._gazetteer.lookup(each))
        found += [Candidate(entry, _PRECISION[entry.kind]) for entry in entries]
        once = {_identity(candidate.entry): candidate for candidate in reversed(found)}
        ordered = tuple(c for c in found if once[_identity(c.entry)] is c)
        return ordered, folded in self._beginnings or self._gazetteer.begins(name)

    def short(self, text: str) -> Candidate | None:
        """Return the division whose short form in news style is `text`."""
        key = self._short.get(text)
        entry = self._gazetteer.division(key) if key else None
        return Candidate(entry, "admin") if entry else None

    def _listed(self, found: tuple[str, str, str], name: str) -> Candidate | None:
        key, first, written = found
        if written.isupper() and written.isalpha() and name != written:
            return None
        known = self._known.get(key)
        if known is not None:
            entry = Entry(first, *known.at, known.geonames, known.country or "", "", "admin", 0)
            return Candidate(entry, known.precision, listed=True)
        place = self._gazetteer.division(key) if "-" in key else self._gazetteer.state(key)
        if place is None:
            return None
        return Candidate(place._replace(name=first), _PRECISION[place.kind], booked=True)


def _identity(entry: Entry) -> tuple[object, ...]:
    """Return what two entries of one place share: their id, or kind and point."""
    return (entry.geonames,) if entry.geonames else (entry.kind, entry.lat, entry.lon)
