"""Whether two figures are of one whole, or of a part, of a day, of some of whom was told."""

from tocsin.records import Quantity
from tocsin.weigh.estimate.rules import Noun
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.events.places import nearness
from tocsin.weigh.relations.meant import meet
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.when import single_day
from tocsin.weigh.relations.wording import capitals, nouns

# So many letters behind a figure the next one is of the same people.
_CLOSE = 100
_WHOLE = "country"
# A day may be another one elsewhere in the world.
_ZONES = 1


def of_one_whole(one: Statement, other: Statement) -> bool:
    """Return whether two figures are to be held against each other at all."""
    if part_of_days(one, other) or _of_a_part(one, other) or _of_those(one) != _of_those(other):
        return False
    if of_other_people(one, other):
        return False
    flows = one.what.kind == other.what.kind == "flow"
    if flows and days_between(one, other) > _ZONES:
        return False
    return not (_added(one, other) or _added(other, one))


def of_other_people(one: Statement, other: Statement) -> bool:
    """Return whether figures without a noun of their own are of other people, by who was told of.

    "Two soldiers died and 11 were wounded" counts soldiers, and not the civilians of another.
    """
    if not (one.what.harm and other.what.harm):
        return False
    mine, its = _people(one), _people(other)
    special = all(people and not any(noun.anybody for noun in people) for people in (mine, its))
    return special and {n.name for n in mine}.isdisjoint(n.name for n in its)


def _people(one: Statement) -> tuple[Noun, ...]:
    """Return the kinds of people that a figure counts: its own, or those of the figure before."""
    figure = one.claim.quantity
    if figure is None or figure.of:
        return nouns(figure.of or "") if figure is not None else ()
    before = _before(one)
    return nouns(before.of or "") if before is not None else ()


def _before(one: Statement) -> Quantity | None:
    """Return the last figure with a noun that the report gives close before another."""
    start = one.claim.quantity.span[0] if one.claim.quantity is not None else 0
    told = (claim.quantity for claim in one.carried.claims if claim.quantity is not None)
    near = (q for q in told if q.of and q.span[1] <= start <= q.span[1] + _CLOSE)
    return max(near, key=lambda q: q.span, default=None)


def of_a_named_part(one: Statement) -> bool:
    """Return whether a figure without a noun is given for a name that is no known place.

    In the report it stands against what the figure before it counts, elsewhere for that name alone.
    """
    claim, figure = one.claim, one.claim.quantity
    if figure is None or claim.place is not None or claim.event.text not in figure.text:
        return False
    behind = claim.quote[max(0, figure.span[1] - claim.span[0]) :]
    return bool(capitals(behind, begins=False))


def in_two_places(one: Statement, other: Statement) -> bool:
    """Return whether figures of one report are told of two places of which none holds the other."""
    mine, its = one.claim.place, other.claim.place
    if mine is None or its is None or _WHOLE in (mine.precision, its.precision):
        return False
    return nearness(mine, its) not in ("same", "within")


def by_the_way(one: Statement, other: Statement) -> bool:
    """Return whether a report names less in its own words after what it cites: "610 cases" of it.

    Where it tells in a clause what befell so many, it sets its own count against another's.
    """
    first, then = sorted((one, other), key=lambda s: s.claim.event.span)
    figure = then.claim.quantity
    named = figure is not None and then.claim.event.text == figure.of
    own = bool(first.claim.sources) and not then.claim.sources
    return named and own and then.vote.point < first.vote.point


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
