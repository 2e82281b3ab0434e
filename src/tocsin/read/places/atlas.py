"""Gazetteer and named lists as one book: what a name may mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.read.places.fold import fold
from tocsin.read.places.gazetteer import Entry, Gazetteer
from tocsin.read.places.rules import PlaceRules
from tocsin.records.layers import Precision

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

    def begins(self, words: str) -> bool:
        """Whether a longer name begins with these words."""
        return fold(words) in self._beginnings or self._gazetteer.begins(words)

    def candidates(self, name: str) -> list[Candidate]:
        """Return all that `name` may mean, without doubles: the lists' answer stands first."""
        folded = fold(name)
        found = [c for key in self._keys.get(folded, ()) if (c := self._listed(key, name))]
        short = self.short(name)
        if short:
            found.append(short)
        names = [name, *self._spelling.get(folded, ())]
        for entry in (entry for n in names for entry in self._gazetteer.lookup(n)):
            if not any(_is_same(c.entry, entry) for c in found):
                found.append(Candidate(entry, _PRECISION[entry.kind]))
        return found

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


def _is_same(first: Entry, second: Entry) -> bool:
    """Whether two entries are one place: one id, or one division under two names."""
    if first.geonames and first.geonames == second.geonames:
        return True
    alike = first.kind == second.kind and first.country == second.country
    return alike and (first.lat, first.lon) == (second.lat, second.lon)
