"""How much speaks for two claims telling of one event, part by part, in natural log-odds.

What the incident shows (reports alike, place, time, names, figures, materiel, words shared) is
weighed apart from what is said to have happened: the same verb is no evidence.
"""

from math import exp, log

from tocsin.records import Place
from tocsin.weigh.events.places import nearness
from tocsin.weigh.events.rarity import Rarity
from tocsin.weigh.events.tellings import Telling
from tocsin.weigh.remembered import Remembered

# Set by hand on development texts; each in natural log-odds.
PRIOR = -1.0
# What one report says for one event, and what two do by their stories where their words were not
# compared.
_REPORT, _STORY, _OTHER_STORY = 2.0, 1.0, -3.0
# What one story adds to words that were.
_STORY_TOO = 0.75
# What is said by each doubling of the words that two reports share, from which share on, and within
# which bounds.
_ALIKE, _NEITHER, _UNLIKE, _MOST_ALIKE, _LEAST = 4.0, 0.18, -4.0, 3.0, 1e-6
# In how many days half of what two reports say for one event is gone.
_HALVES = 16.0
# A report that tells of many events of one type says less by telling of two.
_FEW, _CROWD = 3, 1.0
# What is asked beyond the incident where only the type is the same, not the kind of deed.
TYPE_ONLY = -2.5
_PLACE = {"same": 1.2, "within": 0.3, "apart": -3.0, "unknown": 0.0}
_FINE = {"site": 1.5, "city": 1.0, "admin": 0.6}
# What a place told nearby takes away that is elsewhere in the land, or in another one.
_ELSEWHERE, _ABROAD = -0.5, -1.5
_SAME_DAY, _SAME_SPAN = 1.5, 0.4
_PER_DOUBLING = -0.4
_FIGURE = 1.0
_NAMES, _THINGS, WORDS = 2.0, 0.8, 2.5
_STRANGERS = -0.25
# What parties and words add at the very most, whoever they are.
AT_MOST = WORDS + _NAMES + _THINGS + _FIGURE


def incident(one: Telling, other: Telling, rarity: Rarity, share: float | None = None) -> float:
    """Return what speaks for one incident, whatever is said to have happened in it.

    `share` says how much of their words the two reports share (0 to 1), None for unknown.
    """
    shown = PRIOR + alike(one, other, share) + where(one, other) + when(one, other)
    shown -= max(crowded(one), crowded(other))
    return shown + parties(one, other, rarity) + WORDS * rarity.overlap(one.words, other.words)


def alike(one: Telling, other: Telling, share: float | None) -> float:
    """Return what the reports say: the same one, two that are alike, or two of one story."""
    if one.report == other.report:
        return _REPORT
    if share is None:
        said = _of_stories(one, other)
    else:
        said = max(_UNLIKE, min(_MOST_ALIKE, _ALIKE * log(max(share, _LEAST) / _NEITHER, 2)))
        said += _STORY_TOO if one.story is not None and one.story == other.story else 0.0
    return said * _FADED[abs(one.day - other.day)] if said > 0 else said


def _of_stories(one: Telling, other: Telling) -> float:
    if one.story is None or other.story is None:
        return 0.0
    return _STORY if one.story == other.story else _OTHER_STORY


def crowded(one: Telling) -> float:
    """Return what it takes away that a report tells of many events of one type."""
    return _CROWDED[one.crowd]


def where(one: Telling, other: Telling) -> float:
    """Return what the places say, with those told nearby where one is told without its own."""
    if one.place is not None and other.place is not None:
        relation = nearness(one.place, other.place)
        if relation != "same":
            return _PLACE[relation]
        return _PLACE[relation] + _FINE.get(one.place.precision or "", 0.0)
    if one.near is not None or other.near is not None:
        return _beside(one.place or one.near, other.place or other.near)
    return 0.0


def _beside(one: Place | None, other: Place | None) -> float:
    # A place that is told near a claim, not with it, speaks against one event and never for it.
    if nearness(one, other) != "apart" or one is None or other is None:
        return 0.0
    return _ELSEWHERE if one.country and one.country == other.country else _ABROAD


def when(one: Telling, other: Telling) -> float:
    """Return what the days say that two tellings leave open."""
    if not one.timed or not other.timed:
        return 0.0
    days = max(one.first - other.last, other.first - one.last)
    if days > 1:
        return _DOUBLINGS[days]
    if one.stated and other.stated:
        return _SAME_DAY if one.width <= 2 and other.width <= 2 else _SAME_SPAN
    if one.dated and other.dated:
        return 0.25 * _DOUBLINGS[abs(one.day - other.day)]
    return 0.0


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
    """Return what speaks for one deed beside the incident, None where it cannot be one."""
    if one.kin in other.apart or other.kin in one.apart:
        return None
    if one.kin is not None and one.kin == other.kin:
        return 0.0
    # "Launched" is one word for a missile and for an offensive.
    if one.type is not None and other.type is not None and one.type != other.type:
        return None
    if one.word is not None and one.word == other.word:
        return 0.0
    return None if one.type is None or other.type is None else TYPE_ONLY


def still_ahead(one: Telling, other: Telling) -> bool:
    """Whether one is expected and what happened is another event.

    It happened before, or those did it to whom it was to be done.
    """
    if one.ahead == other.ahead:
        return False
    told, expected = (other, one) if one.ahead else (one, other)
    if expected.report == told.report or expected.at > told.at:
        return True
    turned = bool(told.doers & expected.done_to or expected.doers & told.done_to)
    return turned and told.doers.isdisjoint(expected.doers)


# What is left after days of what reports say, what a crowd takes from it, what days apart say.
_FADED: Remembered[int] = Remembered(lambda days: exp(-log(2) * days / _HALVES))
_CROWDED: Remembered[int] = Remembered(
    lambda crowd: _CROWD * log(crowd / _FEW) if crowd > _FEW else 0.0
)
_DOUBLINGS: Remembered[int] = Remembered(lambda days: _PER_DOUBLING * log(days + 1, 2))
