"""How much speaks for two claims telling of one event, part by part, in natural log-odds.

What the incident shows (place, time, names, figures, materiel, words shared) is weighed apart from
what is said to have happened: the same verb is no evidence.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from math import exp, log

from tocsin.records import Place
from tocsin.weigh.events.places import nearness
from tocsin.weigh.events.tellings import Telling
from tocsin.weigh.remembered import Remembered

# Set by hand, to be overturned by what is learned; each in natural log-odds.
PRIOR = -2.0
_STORY, _OTHER_STORY = 3.0, -1.0
# In how many days half of what one story says for one event is gone.
_STORY_HALVES = 4.0
# A report that tells of many events of one type says less by telling of two.
_FEW, _CROWD = 3, 1.0
# What is asked beyond the incident where only the type is the same, not the kind of deed.
TYPE_ONLY = -2.5
_PLACE = {"same": 1.2, "within": 0.3, "apart": -3.0, "unknown": 0.0}
_FINE = {"site": 1.5, "city": 1.0, "admin": 0.6}
_ELSEWHERE = -1.5
_SAME_DAY, _SAME_SPAN = 1.5, 0.4
_PER_DOUBLING = -0.4
_FIGURE = 1.0
_NAMES, _THINGS, WORDS = 2.0, 0.8, 2.5
_STRANGERS = -0.5
# A word's weight is worked out again when so many times as many reports have been seen.
_STALE = 1.2


class Rarity:
    """Counts in how many reports a word has been seen, and says how much a word tells.

    Weights are those of the time when they were last worked out: it does not matter which tellings
    were compared since and which were not.
    """

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()
        self._reports = 0
        self._counted: dict[int, int] = {}
        self._counted_at = 0
        self._forget()

    def _forget(self) -> None:
        self._known = Remembered(self._work_out)
        self._sums = Remembered(self._sum)
        # How much a word tells: at least 0, near to 1 for one not seen before.
        self.of: Callable[[int], float] = self._known.__getitem__

    def add(self, words: Iterable[int]) -> None:
        """Count the words of one more report."""
        self._seen.update(frozenset(words))
        self._reports += 1
        if self._reports > _STALE * self._counted_at:
            self._counted, self._counted_at = dict(self._seen), self._reports
            self._forget()

    def _work_out(self, word: int) -> float:
        # A word that came up since was in one report at least.
        held = self._counted.get(word, 1 if self._counted_at else 0)
        return log((self._counted_at + 2) / (held + 1)) / log(self._counted_at + 2)

    def overlap(self, one: frozenset[int], other: frozenset[int]) -> float:
        """Return the share (0 to 1) of what the smaller set tells that both tell."""
        if one == other:
            return 1.0 if self._sums[one] > 0 else 0.0
        shared = one & other
        if not shared:
            return 0.0
        least = min(self._sums[one], self._sums[other])
        return sum(map(self.of, shared)) / least if least > 0 else 0.0

    def _sum(self, words: frozenset[int]) -> float:
        return sum(map(self.of, sorted(words)))


def incident(one: Telling, other: Telling, rarity: Rarity) -> float:
    """Return what speaks for one incident, whatever is said to have happened in it."""
    shown = setting(one, other) + parties(one, other, rarity)
    return shown + WORDS * rarity.overlap(one.words, other.words)


def setting(one: Telling, other: Telling) -> float:
    """Return what story, place and time say for one incident: the part that is quick to tell."""
    said = PRIOR
    if one.story is not None and other.story is not None:
        said += _of_one_story(one, other) if one.story == other.story else _OTHER_STORY
    if one.place is not None and other.place is not None:
        said += _where(one.place, other.place)
    elif one.near is not None or other.near is not None:
        said += _beside(one.place or one.near, other.place or other.near)
    return said + _when(one, other) if one.timed and other.timed else said


def at_most(one: Telling, other: Telling) -> float:
    """Return what `parties` and words add at the very most, told without weighing any."""
    most = WORDS if one.figures.isdisjoint(other.figures) else WORDS + _FIGURE
    if one.names and other.names:
        if one.names.isdisjoint(other.names):
            return most + _STRANGERS
        most += _NAMES
    return most + _THINGS if one.things and other.things else most


def parties(one: Telling, other: Telling, rarity: Rarity) -> float:
    """Return what names, things and figures say for one incident."""
    figure = 0.0 if one.figures.isdisjoint(other.figures) else _FIGURE
    names = rarity.overlap(one.names, other.names) if one.names and other.names else 0.0
    if one.names and other.names and not names:
        return _STRANGERS + figure
    things = rarity.overlap(one.things, other.things) if one.things and other.things else 0.0
    return _NAMES * names + _THINGS * things + figure


def deed(one: Telling, other: Telling) -> float | None:
    """Return what speaks for one deed beside the incident, None where it cannot be one.

    What is still expected after an event was told as past is another event.
    """
    if one.ahead != other.ahead:
        told, expected = (other, one) if one.ahead else (one, other)
        if expected.report == told.report or expected.at > told.at:
            return None
    if one.kin in other.apart or other.kin in one.apart:
        return None
    if one.kin is not None and one.kin == other.kin:
        return 0.0
    if one.type is not None and other.type is not None and one.type != other.type:
        return None
    if one.word is not None and one.word == other.word:
        return 0.0
    return None if one.type is None or other.type is None else TYPE_ONLY


def _of_one_story(one: Telling, other: Telling) -> float:
    crowd = one.crowd if one.crowd > other.crowd else other.crowd
    return _FADED[abs(one.day - other.day)] - _CROWDED[crowd]


def _where(one: Place, other: Place) -> float:
    relation = nearness(one, other)
    if relation != "same":
        return _PLACE[relation]
    return _PLACE[relation] + _FINE.get(one.precision or "", 0.0)


def _beside(one: Place | None, other: Place | None) -> float:
    # A place that is told near a claim, not with it, speaks against one event and never for it.
    return _ELSEWHERE if nearness(one, other) == "apart" else 0.0


def _when(one: Telling, other: Telling) -> float:
    days = max(one.first - other.last, other.first - one.last)
    if days > 1:
        return _DOUBLINGS[days]
    if one.stated and other.stated:
        return _SAME_DAY if one.width <= 2 and other.width <= 2 else _SAME_SPAN
    if one.dated and other.dated:
        return 0.25 * _DOUBLINGS[abs(one.day - other.day)]
    return 0.0


# What is left of one story after days, what a crowd takes from it, and what days apart say.
_FADED: Remembered[int] = Remembered(lambda days: _STORY * exp(-log(2) * days / _STORY_HALVES))
_CROWDED: Remembered[int] = Remembered(
    lambda crowd: _CROWD * log(crowd / _FEW) if crowd > _FEW else 0.0
)
_DOUBLINGS: Remembered[int] = Remembered(lambda days: _PER_DOUBLING * log(days + 1, 2))
