"""Gazetteer and named lists as one book: what a name may mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tocsin.read.places.fold import fold
from tocsin.read.places.gazetteer import Entry, Gazetteer
from tocsin.read.places.rules import PlaceRules
from tocsin.records.layers import Precision

_MOST_CACHED = 50_000
_SHORTEST = 4  # letters of a name in capitals
_LARGE = 100_000  # people
_PRECISION: dict[str, Precision] = {
    "city": "city",
    "capital": "city",
    "country": "country",
    "admin": "admin",
    "district": "admin",
    "subdivision": "admin",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may mean, with how finely that is known.

    `listed` tells that it stands in the world's list of known places, `booked` that the book of
    names has it, `seated` that it is a division whose large seat bears the same name.
    """

    entry: Entry
    precision: Precision
    listed: bool = False
    booked: bool = False
    seated: bool = False

    @property
    def is_state(self) -> bool:
        """Whether it is a country, or the capital that stands for one."""
        return self.entry.kind in ("country", "capital")


class Atlas:
    """Looks names up in the lists of the rules first, then in the gazetteer."""

    def __init__(self, rules: PlaceRules, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = rules.known
        self._peoples = rules.peoples
        self._articles = frozenset(rules.usage.article.word)
        self._full = dict(
            zip(rules.usage.abbreviated.word, rules.usage.abbreviated.full, strict=True)
        )
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
        found, begins = self._looked_up(name)
        for rest in () if found else self._otherwise(name):
            found = found or self._looked_up(rest)[0]
        once = {_identity(candidate.entry): candidate for candidate in reversed(found)}
        ordered = [c for c in found if once[_identity(c.entry)] is c]
        seats = {c.entry.country for c in ordered if _is_seat(c.entry)}
        return tuple(_seated(c) if c.entry.country in seats else c for c in ordered), begins

    def _otherwise(self, name: str) -> Iterator[str]:
        """Yield other ways to write a name: without an article, its first word in full."""
        first, _, rest = name.replace("-", " ").partition(" ")
        word = first.lower().rstrip(".")
        if rest and word in self._articles:
            yield rest
        if rest and word in self._full:
            yield f"{self._full[word]} {rest}"

    def _looked_up(self, name: str) -> tuple[list[Candidate], bool]:
        folded = fold(name)
        found = [c for key in self._keys.get(folded, ()) if (c := self._listed(key, name))]
        short = self.short(name)
        if short:
            found.append(short)
        # "EU" is no town of France: short names in capitals are only those of the lists.
        acronym = name.isupper() and len(folded) < _SHORTEST
        names = [*([] if acronym else [name]), *self._spelling.get(folded, ())]
        entries = (entry for each in names for entry in self._gazetteer.lookup(each))
        found += [Candidate(entry, _PRECISION[entry.kind]) for entry in entries]
        return found, folded in self._beginnings or self._gazetteer.begins(name)

    def people(self, word: str) -> Candidate | None:
        """Return the place whose people or adjective `word` is: "Syrian", "Chechens"."""
        key = self._peoples.get(word)
        return self._listed((key, "", ""), word) if key else None

    def short(self, text: str) -> Candidate | None:
        """Return the division whose short form in news style is `text`."""
        key = self._short.get(text.replace(" ", ""))
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


def _is_seat(entry: Entry) -> bool:
    large = entry.population >= _LARGE or entry.kind == "capital"
    return entry.kind in ("city", "capital") and large


def _seated(candidate: Candidate) -> Candidate:
    """Mark a division beside its seat; a state of a union stands for itself."""
    entry = candidate.entry
    division = entry.kind in ("admin", "subdivision") and not entry.admin
    return replace(candidate, seated=True) if division and not candidate.listed else candidate


def _identity(entry: Entry) -> tuple[object, ...]:
    """Return what two entries of one place share: their id, or kind and point."""
    return (entry.geonames,) if entry.geonames else (entry.kind, entry.lat, entry.lon)
