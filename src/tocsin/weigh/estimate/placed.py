"""Figures for one thing told apart by place: of a land, a town in it, or several lands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from tocsin.records import Place
from tocsin.weigh.estimate.scope import Scope, Spot, country_only, spot_of
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.estimate.ties import telling
from tocsin.weigh.events.places import nearness

# A disaster that strikes many places, and how many places of one thing are looked at.
_WIDE, _NESTED = "disaster", 8
_AROUND = ("same", "within")
# A figure so many times another one is of a whole, and the other of a part of it.
_PART = 5.0
# One so near to it may be of the same: of where a quake struck, and of its land.
_STRUCK = 2.0


def by_scope(
    owner: str | None, members: Sequence[Statement]
) -> dict[Scope | None, list[Statement]]:
    """Return the statements about one thing by place; one without a place joins another.

    That is the place that its report told of last, the widest, or of soldiers of a state
    (`owner`) where most of them are. None is a place that is only pointed to.
    """
    known = members[0].what.army is not None or not members[0].what.person
    scopes: dict[Scope | None, list[Statement]] = defaultdict(list)
    most = _most_told(members)
    for one in members:
        part = not one.what.person and one.vote.point < most[one.carried.report]
        scope = one.scope if part or not known else country_only(one.scope or ())
        scopes[scope].append(one)
    if not known:
        _know_again(scopes)
        _at_home(scopes)
        _nest(scopes)
        _place(scopes)
    lands = {scope: held for scope, held in scopes.items() if not known or _land(scope)}
    widest = _widest([scope for scope in lands if scope]) or (_most(lands) if known else None)
    if widest is not None:
        scopes[widest].extend(_whole(scopes, widest))
    return scopes


def _most_told(members: Iterable[Statement]) -> Mapping[str, float]:
    """Return the largest figure of each report: beside it another of a place is of a part."""
    most: dict[str, float] = defaultdict(float)
    for one in members:
        most[one.carried.report] = max(most[one.carried.report], one.vote.point)
    return most


def _whole(scopes: dict[Scope | None, list[Statement]], widest: Scope) -> list[Statement]:
    """Take the figures without a place out of `scopes` that are no small part of the widest.

    A report that gives the millions of a land, and thousands of somewhere, tells of two things.
    """
    most = _most_told(scopes[widest])
    joined: list[Statement] = []
    left: list[Statement] = []
    for one in scopes.pop((), []):
        small = not one.slow and most.get(one.carried.report, 0) > _PART * one.vote.point
        out = _elsewhere(one, widest) or (small and one.what.person)
        (left if out else joined).append(one)
    if left:
        scopes[()] = left
    return joined


def _elsewhere(one: Statement, scope: Scope) -> bool:
    """Whether what a report told of last lies in none of the lands of a scope.

    A place of people that is in no known land is only where that very place was told of last.
    """
    lands, near = country_only(scope), country_only(one.near) or _at(one)
    if not lands and one.what.person:
        return bool(one.near) and one.near != scope
    army = one.what.army is not None
    return bool(lands and near) and not army and not set(lands) & set(near)


def _at(one: Statement) -> Scope:
    """Return the land that a report is at home in."""
    land = one.home.country if one.home is not None else None
    return (Spot(land, land),) if land else ()


def _most(scopes: Mapping[Scope | None, Sequence[Statement]]) -> Scope | None:
    """Return the scope that most statements have: where soldiers of a state are, if not said."""
    said = [scope for scope in scopes if scope]
    return min(said, key=lambda scope: (-len(scopes[scope]), scope), default=None)


def _place(scopes: dict[Scope | None, list[Statement]]) -> None:
    """Give figures without a place the one that their report told of last, if others are there."""
    if len(scopes) < 3:
        return
    left: list[Statement] = []
    for one in scopes.pop((), []):
        near = country_only(one.near) if one.slow else one.near
        (scopes[near] if near and near in scopes else left).append(one)
    if left:
        scopes[()] = left


def _know_again(scopes: dict[Scope | None, list[Statement]]) -> None:
    """Put figures that others give to the digit where those are: "in Sofala and Zambezia".

    One report names the land of them, another a part of it, or only points to it.
    """
    lands = {scope for scope in scopes if scope}
    points = {scope: {one.vote.point for one in scopes[scope] if telling(one)} for scope in lands}
    for scope in sorted(lands, key=lambda one: (len(scopes[one]), one)):
        told = {one.vote.point for one in scopes[scope]}
        around = [
            land
            for land in lands
            if land != scope and land in scopes and _holds(land, scope) and told <= points[land]
        ]
        if around:
            scopes[min(around)].extend(scopes.pop(scope))
    for one in scopes.pop(None, []):
        there = [scope for scope in points if scope in scopes and one.vote.point in points[scope]]
        scopes[there[0] if len(there) == 1 else None].append(one)


def _holds(land: Scope, scope: Scope) -> bool:
    return _land(land) and {spot.country for spot in scope} <= {spot.country for spot in land}


def _at_home(scopes: dict[Scope | None, list[Statement]]) -> None:
    """Put figures without a place where their report is at home, if others are near it or apart.

    Of a disaster a report that tells of other places, too, may mean the whole.
    """
    known = [(scope, place_of(held)) for scope, held in scopes.items() if scope and scope[0].fine]
    wholes = {one.carried.report for s, held in scopes.items() if _land(s) for one in held}
    left: list[Statement] = []
    for one in scopes.pop((), []):
        loose = one.carried.report not in wholes and (not one.slow or (one.alone and one.near))
        home = one.home if known and loose else None
        near = [scope for as_ in _AROUND for scope, at in known if nearness(home, at) == as_]
        told = home is not None and bool(one.near)
        away = told and all(nearness(home, place) == "apart" for _, place in known)
        if near:
            scopes[near[0]].append(one)
        elif away and home is not None:
            scopes[(spot_of(home),)].append(one)
        else:
            left.append(one)
    if left:
        scopes[()] = left


def _land(scope: Scope | None) -> bool:
    return bool(scope) and not any(spot.fine for spot in scope or ())


def place_of(held: Sequence[Statement]) -> Place | None:
    """Return the place of the first of some statements whose place is known on the map."""
    return next((one.located for one in held if one.located is not None), None)


def _nest(scopes: dict[Scope | None, list[Statement]]) -> None:
    """Join a place with the land around it, where one thing happened in one place.

    In a disaster the dead of a town are a part of all; so they are where two places are apart.
    """
    single = sorted(scope for scope in scopes if scope and len(scope) == 1)
    places = [place_of(scopes[scope]) for scope in single]
    wide = any(one.claim.event.type == _WIDE for held in scopes.values() for one in held)
    if len(single) < 2 or len(single) > _NESTED or (wide and not _where_it_struck(scopes)):
        return
    if any(nearness(a, b) not in ("same", "within") for a, b in combinations(places, 2)):
        return
    first = min(single, key=lambda scope: (-len(scopes[scope]), not scope[0].fine, scope))
    for scope in single:
        if scope != first and not _of_a_part(scopes[first], scopes[scope]):
            scopes[first].extend(scopes.pop(scope))


def _where_it_struck(scopes: Mapping[Scope | None, Sequence[Statement]]) -> bool:
    """Whether one part of a land is told of, with figures near those of the land: a quake's."""
    fine = [held for scope, held in scopes.items() if scope and not _land(scope)]
    lands = [held for scope, held in scopes.items() if scope and _land(scope)]
    if len(fine) != 1 or len(lands) != 1:
        return False
    near = (sorted((a.vote.point, b.vote.point)) for a, b in product(fine[0], lands[0]))
    return any(high <= _STRUCK * low for low, high in near)


def _of_a_part(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether figures in two places, one in the other, are of a whole and of a part of it.

    They are if one is many times the other, or if one report gives both.
    """
    points = sorted((_middle(one), _middle(other)))
    if points[1] > _PART * points[0]:
        return True
    by_report: dict[str, set[float]] = defaultdict(set)
    for first in one:
        by_report[first.carried.report].add(first.vote.point)
    return any(by_report.get(o.carried.report, {o.vote.point}) != {o.vote.point} for o in other)


def _middle(told: Sequence[Statement]) -> float:
    points = sorted(one.vote.point for one in told)
    return points[(len(points) - 1) // 2]


def _widest(scopes: Sequence[Scope]) -> Scope | None:
    """Return the scope that holds all others, None if none does."""
    if len(scopes) == 1:
        return scopes[0]
    for scope in scopes:
        lands = {spot.country for spot in scope if not spot.fine}
        if all(spot.country in lands for other in scopes for spot in other):
            return scope
    return None
