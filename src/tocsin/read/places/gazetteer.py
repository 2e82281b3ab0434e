"""Names of the world's places and where they are; the arrays are opened by `tocsin.run.gazetteer`.

Names are kept as sorted 64-bit keys of their folded spelling, so that a look-up reads a few pages
of a mapped file and nothing is loaded. Compiled by `hatch_build.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tocsin.read.places.fold import fold, key_of

Kind = Literal["city", "capital", "country", "admin", "district", "subdivision"]
Array = NDArray[Any]

MAIN, SPELLING, ALTERNATE = range(3)
_MOST_CACHED = 50_000


class Entry(NamedTuple):
    """A place of the gazetteer; `geonames`, `lat` and `lon` are None where the sources have none.

    `rank` says whether it was met by its main name, a spelling of that or a by-name.
    """

    name: str
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str
    admin: str
    kind: Kind
    population: int
    rank: int = MAIN


@dataclass(frozen=True, slots=True)
class Arrays:
    """The mapped arrays: see `hatch_build.py` for how they are made."""

    table: Array
    names: Array
    keys: Array
    first: Array
    begins: Array
    posts: Array
    ranks: Array


_SIGNS = "’‘ʼʻ"


class Gazetteer:
    """Looks names up; every answer is the same for every spelling that `fold` makes one."""

    def __init__(self, arrays: Arrays, about: Mapping[str, Any]) -> None:
        self._arrays = arrays
        self._kinds: Sequence[Kind] = about["kinds"]
        self._countries: Sequence[str] = about["countries"]
        self._admins: Sequence[str] = about["admins"]
        self._divisions: Mapping[str, int] = about["divisions"]
        self._states: Mapping[str, int] = about["states"]
        self._find = lru_cache(_MOST_CACHED)(self._find_uncached)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the places called `name`, those by their main name first, large before small."""
        return self._find(fold(name))[0]

    def begins(self, words: str) -> bool:
        """Whether a longer name begins with these words."""
        return self._find(fold(words))[1]

    def division(self, code: str) -> Entry | None:
        """Return the division with an ISO 3166-2 code, such as "UA-14"."""
        i = self._divisions.get(code)
        return None if i is None else self._entry(i, MAIN)

    def state(self, code: str) -> Entry | None:
        """Return the country with an ISO 3166-1 code, such as "UA"."""
        i = self._states.get(code)
        return None if i is None else self._entry(i, MAIN)

    def _find_uncached(self, folded: str) -> tuple[tuple[Entry, ...], bool]:
        key = np.uint64(key_of(folded))
        at = int(self._arrays.keys.searchsorted(key))
        if at >= len(self._arrays.keys) or self._arrays.keys[at] != key:
            return (), False
        low, high = (int(i) for i in self._arrays.first[at : at + 2])
        posts = zip(self._arrays.posts[low:high], self._arrays.ranks[low:high], strict=True)
        entries = [self._entry(int(i), int(rank)) for i, rank in posts]
        entries.sort(key=lambda entry: (entry.rank == ALTERNATE, -entry.population, entry.name))
        return tuple(entries), bool(self._arrays.begins[at])

    def _entry(self, i: int, rank: int) -> Entry:
        row = self._arrays.table[i]
        start = int(row["name"])
        name = self._arrays.names[start : start + int(row["size"])].tobytes().decode()
        # Nobody but a transcription writes the sign at the end of "Ryazan’" and "Sāmarrā’".
        name = name.rstrip(_SIGNS)
        lat, lon = float(row["lat"]), float(row["lon"])
        known = not np.isnan(lat)
        return Entry(
            name=name,
            lat=round(lat, 5) if known else None,
            lon=round(lon, 5) if known else None,
            geonames=int(row["geonames"]) or None,
            country=self._countries[row["country"]],
            admin=self._admins[row["admin"]],
            kind=self._kinds[row["kind"]],
            population=int(row["population"]),
            rank=rank,
        )
