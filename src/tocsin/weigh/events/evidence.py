"""How much speaks for two claims telling of one event, part by part, in natural log-odds.

What the incident shows (place, time, names, figures, materiel, words shared) is weighed apart from
what is said to have happened: the same verb is no evidence.
"""

from collections import Counter
from collections.abc import Iterable
from math import log

from tocsin.weigh.events.places import nearness
from tocsin.weigh.events.tellings import Telling
from tocsin.weigh.events.times import between, gap, width

# Set by hand, to be overturned by what is learned; each in natural log-odds.
PRIOR = -2.0
_STORY = {True: 1.5, False: -1.0}
_PLACE = {"same": 1.2, "within": 0.3, "apart": -3.0, "unknown": 0.0}
_FINE = {"site": 1.5, "city": 1.0, "admin": 0.6}
_SAME_DAY, _SAME_SPAN = 1.5, 0.4
_PER_DOUBLING = -0.8
_FIGURE = 1.0
_NAMES, _THINGS, _WORDS = 2.0, 0.8, 2.5
_STRANGERS = -1.0


class Rarity:
    """Counts in how many reports a word has been seen, and says how much a word tells."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()
        self._reports = 0

    def add(self, words: Iterable[int]) -> None:
        """Count the words of one more report."""
        self._seen.update(set(words))
        self._reports += 1

    def of(self, word: int) -> float:
        """Return how much a word tells, at least 0 and about 1 for one not seen before."""
        return log((self._reports + 2) / (self._seen[word] + 1)) / log(self._reports + 2)

    def overlap(self, one: frozenset[int], other: frozenset[int]) -> float:
        """Return the share (0 to 1) of what the smaller set tells that both tell."""
        both = sum(map(self.of, one & other))
        least = min(sum(map(self.of, one)), sum(map(self.of, other)))
        return both / least if least > 0 else 0.0


def incident(one: Telling, other: Telling, rarity: Rarity) -> float:
    """Return what speaks for one incident, whatever is said to have happened in it."""
    return (
        PRIOR
        + _story(one, other)
        + _where(one, other)
        + _when(one, other)
        + _who(one, other, rarity)
        + _FIGURE * bool(one.figures & other.figures)
        + _WORDS * rarity.overlap(one.words, other.words)
    )


def same_kind(one: Telling, other: Telling) -> bool:
    """Say whether two tellings can be of one event: of one type, and not overtaken by time.

    What is still expected after an event was told as past is another event.
    """
    if one.ahead != other.ahead:
        told, expected = (other, one) if one.ahead else (one, other)
        if expected.report == told.report or expected.at > told.at:
            return False
    if one.type is None or other.type is None:
        return one.word == other.word
    return one.type == other.type


def _story(one: Telling, other: Telling) -> float:
    if one.story is None or other.story is None:
        return 0.0
    return _STORY[one.story == other.story]


def _where(one: Telling, other: Telling) -> float:
    relation = nearness(one.place, other.place)
    fine = 0.0
    if relation == "same" and one.place is not None:
        fine = _FINE.get(one.place.precision or "", 0.0)
    return _PLACE[relation] + fine


def _when(one: Telling, other: Telling) -> float:
    days = gap(one, other)
    if days > 1:
        return _PER_DOUBLING * log(days + 1, 2)
    if one.stated and other.stated:
        return _SAME_DAY if max(width(one), width(other)) <= 2 else _SAME_SPAN
    return 0.25 * _PER_DOUBLING * log(between(one.at.date(), other.at.date()) + 1, 2)


def _who(one: Telling, other: Telling, rarity: Rarity) -> float:
    names = rarity.overlap(one.names, other.names)
    if one.names and other.names and not names:
        return _STRANGERS
    return _NAMES * names + _THINGS * rarity.overlap(one.things, other.things)
