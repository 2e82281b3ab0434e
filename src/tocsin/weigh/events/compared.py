"""Parts of the evidence that many pairs of tellings share, each worked out once.

Most claims are told without a place or a day of their own, and many of one report with the same
words: there are far fewer pairs of places, days, reports and deeds than there are pairs of claims.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

from tocsin.records import Place
from tocsin.weigh.events.evidence import PRIOR, alike, crowded, deed, still_ahead, when, where
from tocsin.weigh.events.likeness import Likeness
from tocsin.weigh.events.tellings import Telling

T = TypeVar("T")

_SHIFT = 32
_NUMBER = (1 << _SHIFT) - 1
# So many pairs are kept at hand; then all are forgotten.
_REMEMBERED = 1 << 19


class Marked(NamedTuple):
    """A telling with the numbers of its parts: tellings with one number are alike in that part."""

    telling: Telling
    report: int
    place: int
    days: int
    deed: int
    crowd: float
    ahead: bool


class Compared:
    """Says what speaks for one event but for parties and words, which few pairs share."""

    def __init__(self, likeness: Likeness, typed: bool) -> None:
        def reports(one: Telling, other: Telling) -> float:
            return PRIOR + alike(one, other, likeness.share(one.report, other.report))

        self._reports = _Pairs(lambda one: one.report, reports)
        self._places = _Pairs(lambda one: (_marks(one.place), _marks(one.near)), where)
        self._days = _Pairs(_days, when)
        self._deeds = _Pairs(_deed, deed if typed else lambda one, other: 0.0)
        self._typed = typed

    def marked(self, one: Telling) -> Marked:
        """Return a telling with the numbers of its parts."""
        return Marked(
            one,
            self._reports.number(one),
            self._places.number(one),
            self._days.number(one),
            self._deeds.number(one),
            crowded(one),
            one.ahead and self._typed,
        )

    def said(self, one: Marked, others: Iterable[Marked]) -> list[float] | None:
        """Return what reports, places, days and deeds say of each; None where one cannot be."""
        reports, places, days, deeds = self._reports, self._places, self._days, self._deeds
        # This runs for every pair: parts are taken out of the tuples, and asked for by one figure.
        telling, *numbers, crowd, ahead = one
        report, place, day, deed = (number << _SHIFT for number in numbers)
        found = []
        for other, its_report, its_place, its_days, its_deed, its_crowd, its_ahead in others:
            same = deeds[deed | its_deed]
            if same is None or (ahead != its_ahead and still_ahead(telling, other)):
                return None
            said = reports[report | its_report] + places[place | its_place] + days[day | its_days]
            found.append(same + said - (crowd if crowd > its_crowd else its_crowd))
        return found


class _Pairs(dict[int, T]):
    """What two tellings say by one part of them, by the numbers of that part in one figure."""

    def __init__(
        self, part: Callable[[Telling], Hashable], say: Callable[[Telling, Telling], T]
    ) -> None:
        super().__init__()
        self._part, self._say = part, say
        self._numbers: dict[Hashable, int] = {}
        self._first: list[Telling] = []

    def number(self, one: Telling) -> int:
        """Return the number of this part of a telling."""
        part = self._part(one)
        number = self._numbers.get(part)
        if number is None:
            number = self._numbers[part] = len(self._first)
            self._first.append(one)
        return number

    def __missing__(self, pair: int) -> T:
        if len(self) >= _REMEMBERED:
            self.clear()
        said = self._say(self._first[pair >> _SHIFT], self._first[pair & _NUMBER])
        self[pair] = said
        return said


def _marks(place: Place | None) -> Hashable:
    """Return all that `nearness` asks of a place."""
    if place is None:
        return None
    name, at = place.name or place.text, (place.lat, place.lon)
    return place.geonames, name, place.text.islower(), place.country, at, place.precision


def _days(one: Telling) -> Hashable:
    return one.first, one.last, one.stated, one.dated, one.day


def _deed(one: Telling) -> Hashable:
    return one.type, one.kin, one.word, one.apart
