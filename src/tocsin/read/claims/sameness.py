"""Whether two claims of one report may be of one event, and what they share that few others do."""

from collections.abc import Iterator

from tocsin.records import Claim, Place, Quantity, Role, Time
from tocsin.records.claim import RoleName

# A stated time tells one event from others of its kind if it is no longer than this, in days.
_MOMENT = 3
# Figures up to this are met by chance.
_FEW = 2
_FINE = frozenset({"site", "city", "admin"})
_ACTED_ON: frozenset[RoleName] = frozenset({"target", "object", "recipient"})
_KEPT = 3  # letters: shorter words that begin small are articles and the like


def may_be_one(claim: Claim, other: Claim) -> bool:
    """Return whether nothing that two claims state of place and time keeps them apart."""
    return _meet(claim.time, other.time) and _near(claim.place, other.place)


def same_figure(claim: Claim, other: Claim) -> bool:
    """Return whether both claims give a figure, and the same one."""
    one, two = claim.quantity, other.quantity
    return one is not None and two is not None and _bounds(one) == _bounds(two)


def differ(claim: Claim, other: Claim) -> bool:
    """Return whether anything that both state of figure, place, time or participants differs."""
    if claim.quantity and other.quantity and not same_figure(claim, other):
        return True
    if not may_be_one(claim, other):
        return True
    return any(
        not any(alike(a, b) for a in _in_role(claim, name) for b in _in_role(other, name))
        for name in {role.role for role in claim.roles}
        if _in_role(claim, name) and _in_role(other, name)
    )


def particulars(claim: Claim, other: Claim) -> Iterator[str]:
    """Yield what two claims share that tells an event from others of its kind, by its name.

    A participant counts as `named` if it is one by name, else as `part`.
    """
    if same_figure(claim, other) and claim.quantity and _is_telling(claim.quantity):
        yield "figure"
    if claim.place and other.place and _is_same_spot(claim.place, other.place):
        yield "place"
    if claim.time and other.time and _is_same_moment(claim.time, other.time):
        yield "time"
    start, end = claim.event.span
    for role in claim.roles:
        # What merely names the outcome ("killed") is no participant.
        if start <= role.span[0] and role.span[1] <= end:
            continue
        if any(alike(role, twin) for twin in _in_role(other, role.role)):
            yield "named" if _is_named(role) else "part"


def sets_apart(claim: Claim, other: Claim) -> bool:
    """Return whether one of two claims states a figure, a time or a place and the other does not.

    One attack of a Monday is not the attacks of which a report tells in general.
    """
    given = [(one.quantity, one.time, one.place) for one in (claim, other)]
    return any((a is None) != (b is None) for a, b in zip(*given, strict=True))


def alike(role: Role, other: Role) -> bool:
    """Return whether two participants may be one: by name, or the words of one are in the other."""
    if role.ref is not None and role.ref == other.ref:
        return True
    one, two = _words(role), _words(other)
    return bool(one) and bool(two) and (one <= two or two <= one)


def _in_role(claim: Claim, name: RoleName) -> list[Role]:
    return [role for role in claim.roles if role.role == name and _words(role)]


def _words(role: Role) -> set[str]:
    text = role.name or role.text
    return {w.casefold() for w in text.split() if len(w) > _KEPT or w[:1].isupper()}


def _is_named(role: Role) -> bool:
    return role.ref is not None or any(w[:1].isupper() for w in (role.name or "").split())


def _bounds(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.unit, quantity.change


def _is_telling(quantity: Quantity) -> bool:
    return max(quantity.low or 0, quantity.high or 0) > _FEW and quantity.bound != "vague"


def _is_same_spot(one: Place, two: Place) -> bool:
    return one.name is not None and one.name == two.name and one.precision in _FINE


def _is_same_moment(one: Time, two: Time) -> bool:
    if one.start is None or one.end is None or (one.start, one.end) != (two.start, two.end):
        return False
    return (one.end - one.start).days <= _MOMENT


def _meet(one: Time | None, two: Time | None) -> bool:
    if one is None or two is None:
        return True
    apart = one.end and two.start and one.end < two.start
    return not (apart or (two.end and one.start and two.end < one.start))


def _near(one: Place | None, two: Place | None) -> bool:
    if one is None or two is None or None in (one.name, two.name) or one.name == two.name:
        return True
    wide = "country" in (one.precision, two.precision)
    return wide and one.country == two.country
