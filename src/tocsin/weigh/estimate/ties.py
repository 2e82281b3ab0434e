"""By what figures that count alike are tied to one thing: an event, a day, a page, a town, digits.

Where no event or incident ties them, time does: a running total of one people is one thing for
weeks, what happened on a day is that day's.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from math import log

from tocsin.weigh.copies.sets import Sets
from tocsin.weigh.estimate.scope import Scope, country_only
from tocsin.weigh.estimate.statements import Statement

# Days without a word after which a running figure counts as another thing's.
_SLOW, _FAST, _SHORT = 45, 10, 4
_OF_A_DAY = timedelta(days=1)
# So many figures of a story are looked at before one.
_LOOKED_AT = 40
# News is of the last days before its report.
_NEWS = timedelta(days=10)
# What is counted over more than this is no deed of a day.
_STRETCH = timedelta(days=14)
# A figure of so many digits that are not nought is known again, within these days.
_TELLING, _AGAIN, WEEK = 2, timedelta(days=2), timedelta(days=7)
# So many people stay in need for years: what is said of them weeks apart is of them all.
_STAYS, _MANY = frozenset({"displacement", "hunger"}), 100_000
# A figure so many times another that is told beside it is of another thing.
_ELSE = 10.0
Key = tuple[Hashable, ...]


def tied(block: Sequence[Statement]) -> list[list[Statement]]:
    """Return statements that count alike as lists of those that anything ties to one thing."""
    sets = Sets(len(block))
    for key_of in (_event, _incident, _disaster, _same_day, _deed):
        _tie(sets, block, key_of)
    _follow_pages(sets, block)
    _of_one_story(sets, block)
    _know_again(sets, block)
    _set_against(sets, block)
    for keys_of, gap in ((_people, _SLOW), (_lasting, _SLOW), (_land, _FAST), (_spot, _SHORT)):
        _chain(sets, block, keys_of, gap)
    found: dict[int, list[Statement]] = defaultdict(list)
    for number, one in enumerate(block):
        found[sets.root(number)].append(one)
    return list(found.values())


def long(one: Statement) -> bool:
    """Whether a figure is of a stretch of weeks: "25 since November"."""
    time = one.claim.time
    told = time is not None and time.start is not None and time.end is not None
    return bool(told and time and time.start and time.end and time.end - time.start > _STRETCH)


def _event(one: Statement) -> Key | None:
    # What is counted by the day is told again every day, of an event that goes on.
    return ("event", one.event, past(one)) if one.event and not one.what.period else None


def _incident(one: Statement) -> Key | None:
    if not one.incident or one.what.period:
        return None
    return ("incident", one.incident, one.what.kind, past(one))


def _deed(one: Statement) -> Key | None:
    """The harm done in one deed, where its own claim is joined with no other."""
    what = one.what
    if not (one.deed and what.harm and what.person) or what.period or one.slow or long(one):
        return None
    return None if one.claim.historical else ("deed", one.deed)


def _comparable(one: Statement, other: Statement) -> bool:
    points = sorted((one.vote.point, other.vote.point))
    return points[1] <= _ELSE * max(points[0], 1.0)


def _disaster(one: Statement) -> Key | None:
    if not one.slow or one.what.kind == "flow":
        return None
    return ("report", one.carried.report)


def _same_day(one: Statement) -> Key | None:
    """What a deed or harm of one day is known by where no incident is."""
    time, scope = one.claim.time, one.scope
    if one.what.kind != "flow" or one.claim.historical or not (scope or one.what.owner):
        return None
    if time is None:
        return ("day", one.what.owner, scope if one.what.harm else None, one.day)
    if time.start is None or time.end is None or time.end - time.start > _OF_A_DAY:
        return None
    return ("day", one.what.owner, scope if one.what.harm else None, time.end)


def town(one: Statement) -> list[Scope]:
    """Return the town or province that harm is told of, as a list of it; [] for none."""
    spots = one.near if one.scope == () else one.scope or ()
    return [spots] if spots and spots[0].fine and not one.claim.historical else []


def telling(one: Statement) -> bool:
    """Whether a figure is known again: it has digits enough that are not noughts."""
    return len(f"{one.vote.point:.0f}".rstrip("0")) >= _TELLING


def _people(one: Statement) -> list[Key]:
    """A running figure of one people or group, wherever they are."""
    if one.what.kind == "flow" or one.what.army is None or one.claim.historical:
        return []
    return [("people", one.what.army)]


def _lasting(one: Statement) -> list[Key]:
    """The people of a land who stay displaced or hungry for years, by how many there are."""
    if one.claim.event.type not in _STAYS or not one.what.person or one.vote.point < _MANY:
        return []
    home = {one.home.country} if one.home is not None and not one.scope else set()
    lands = {spot.country for spot in country_only(one.scope or ())} or home
    size = round(log(one.vote.point, 2))
    return [("lasting", land, size + step) for land in lands if land for step in (0, 1)]


def _land(one: Statement) -> list[Key]:
    """The running toll of a disaster in each of its lands."""
    if not one.slow or one.what.kind == "flow":
        return []
    return [("land", spot) for spot in country_only(one.scope or one.lands)]


def _spot(one: Statement) -> list[Key]:
    """The dead and hurt of one town within days, nobody's army: the town told of, if not said."""
    what = one.what
    if not (what.harm and what.person) or what.army is not None or what.period:
        return []
    size = len(f"{one.vote.point:.0f}")
    return [("spot", spots, number) for spots in town(one) for number in (size - 1, size)]


def _tie(sets: Sets, block: Sequence[Statement], key_of: Callable[[Statement], Key | None]) -> None:
    first: dict[Key, int] = {}
    for number, one in enumerate(block):
        key = key_of(one)
        if key is None:
            continue
        before = first.setdefault(key, number)
        if key_of not in (_deed, _disaster) or _comparable(one, block[before]):
            sets.join(before, number)


def _follow_pages(sets: Sets, block: Sequence[Statement]) -> None:
    """Join what a page said before it was changed with what it says, or said, of the same."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(block)), key=lambda n: (block[n].former, n)):
        one, held = block[number], pages[block[number].page]
        if one.former:
            kept = (other for other in held if _at_one_page(one, block[other]))
            sets.join(next(kept, number), number)
        held.append(number)


def _at_one_page(one: Statement, other: Statement) -> bool:
    """Whether a figure of a page is in the place of another of it, and not of another town or day.

    A page that runs on for days tells of the dead of each.
    """
    if one.what.kind == other.what.kind == "flow" and one.day != other.day:
        return False
    return one.what.owner == other.what.owner and one.scope == other.scope


def _of_one_story(sets: Sets, block: Sequence[Statement]) -> None:
    """Join the harm that reports of one story tell, where nothing says that it was another's.

    Two reports that tell of one incident have its dead in common. The same figure for the same
    things is of one thing in whatever place.
    """
    held: dict[Key, list[int]] = defaultdict(list)
    for number in _by_day(block):
        one = block[number]
        if not one.story or one.claim.historical or long(one) or past(one):
            continue
        # Only what gives the same figure or tells of the same incident may be one.
        keys = [(one.story, shared) for shared in (one.vote.point, *one.told_of)]
        for other in {other for key in keys for other in held[key]}:
            apart = sets.root(other) != sets.root(number)
            if apart and _may_be_one(one, block[other]):
                sets.join(other, number)
        for key in keys:
            held[key].append(number)


def past(one: Statement) -> bool:
    """Whether it was well before the news: "one in July killed four"."""
    end = one.claim.time.end if one.claim.time is not None else None
    return end is not None and one.at.date() - end > _NEWS


def _may_be_one(one: Statement, other: Statement) -> bool:
    if None not in (one.what.owner, other.what.owner) and one.what.owner != other.what.owner:
        return False
    lands = _lands(one), _lands(other)
    if all(lands) and not lands[0] & lands[1]:
        return False
    same, told = one.vote.point == other.vote.point, bool(one.told_of & other.told_of)
    if one.what.kind == other.what.kind == "flow" and abs(one.day - other.day) > _OF_A_DAY:
        return same and telling(one) and not one.what.period
    # Two and two may be of anything.
    if same or one.what.period:
        return same and (told or telling(one))
    return told and one.what.harm and one.what.person and _comparable(one, other)


def _lands(one: Statement) -> set[str]:
    """Return the countries that a figure is of, or else those told of last, or its report's."""
    told = (
        {spot.country for spot in spots or () if spot.country} for spots in (one.scope, one.near)
    )
    home = {one.home.country} if one.home is not None and one.home.country else set()
    return next(filter(None, told), home)


def _know_again(sets: Sets, block: Sequence[Statement]) -> None:
    """Join figures that are the same to the digit and given within days of each other."""
    last: dict[Key, int] = {}
    for number in _by_day(block):
        one = block[number]
        if not telling(one) or one.what.period:
            continue
        for scope in {one.scope or (), (), *town(one)}:
            key = (one.vote.point, one.what.owner, scope)
            before = last.get(key)
            if before is not None and _again(one, block[before]):
                sets.join(before, number)
            last[key] = number


def _again(one: Statement, other: Statement) -> bool:
    fits = one.scope == other.scope or () in (one.scope, other.scope)
    near = town(one) and town(one) == town(other)
    return fits and (one.day - other.day <= (WEEK if near else _AGAIN) or not one.dated)


def _set_against(sets: Sets, block: Sequence[Statement]) -> None:
    """Join what a report has of one after another, of no other place: two say how many."""
    last: dict[Key, int] = {}
    for number, one in enumerate(block):
        key = one.carried.report, one.what.owner
        before = last.get(key)
        if before is not None and _of_one_thing(one, block[before]):
            sets.join(before, number)
        last[key] = number


def _of_one_thing(one: Statement, other: Statement) -> bool:
    said, before = (s.claim.sources[-1].name if s.claim.sources else "" for s in (one, other))
    apart = one.scope and other.scope and one.scope != other.scope
    loose = (s.what.period or s.claim.historical or long(s) for s in (one, other))
    if not (said and before) or said == before or one.scope is None or apart or any(loose):
        return False
    return one.what.harm and _comparable(one, other)


def _chain(
    sets: Sets, block: Sequence[Statement], keys_of: Callable[[Statement], Iterable[Key]], gap: int
) -> None:
    last: dict[Key, int] = {}
    for number in _by_day(block):
        for key in keys_of(block[number]):
            before = last.get(key)
            if before is not None and _follows(block[number], block[before], gap):
                sets.join(before, number)
            last[key] = number


def _follows(one: Statement, before: Statement, gap: int) -> bool:
    if (one.day - before.day).days > gap and one.dated:
        return False
    days = {one.day, before.day}
    return len(days) == 1 or not one.what.kind == before.what.kind == "flow"


def _by_day(block: Sequence[Statement]) -> list[int]:
    return sorted(range(len(block)), key=lambda n: (block[n].day, block[n].claim.id))
