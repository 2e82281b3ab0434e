"""Whether two figures are of one whole, or of a part, of a day, of some of whom was told."""

from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.meant import meet
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.when import single_day

# A day may be another one elsewhere in the world.
_ZONES = 1


def of_one_whole(one: Statement, other: Statement) -> bool:
    """Return whether two figures are to be held against each other at all."""
    if part_of_days(one, other) or _of_a_part(one, other) or _of_those(one) != _of_those(other):
        return False
    flows = one.what.kind == other.what.kind == "flow"
    if flows and days_between(one, other) > _ZONES:
        return False
    return not (_added(one, other) or _added(other, one))


def feared(one: Statement) -> bool:
    """Return whether a figure is of what may have been and nobody counted: "may have died"."""
    return one.claim.certainty == "possible"


def part_of_days(one: Statement, other: Statement) -> bool:
    """Return whether what befell a people on a day is set against all that befell them, no less."""
    if one.what.kind == other.what.kind or one.what.army is None or meet(one, other):
        return False
    day, whole = (one, other) if one.what.kind == "flow" else (other, one)
    return day.what.kind != "flow" or day.vote.point <= whole.vote.point


def _of_a_part(one: Statement, other: Statement) -> bool:
    """Whether things of one place are set against those of another, or of all of them."""
    if one.what.person or (one.claim.place is None and other.claim.place is None):
        return False
    if one.claim.place is not None and other.claim.place is not None:
        return nearness(one.claim.place, other.claim.place) != "same"
    there, whole = (one, other) if one.claim.place is not None else (other, one)
    return there.vote.point < whole.vote.point


def _of_those(one: Statement) -> bool:
    """Whether a figure counts some of whom was told before: "two of them"."""
    figure = one.claim.quantity
    return figure is not None and (figure.of or "").casefold() in opposed().those


def _added(one: Statement, other: Statement) -> bool:
    """Whether a figure is of who fell on a day after another was given: "two died on Thursday"."""
    day = single_day(one.claim.time)
    if one.what.kind != "flow" or day is None or other.what.kind == "flow":
        return False
    return day > other.day and one.vote.point < other.vote.point


def days_between(one: Statement, other: Statement) -> int:
    """Return how many days lie between the single days that two tell of, 0 if they tell none."""
    mine, its = single_day(one.claim.time), single_day(other.claim.time)
    return 0 if mine is None or its is None else abs((mine - its).days)
