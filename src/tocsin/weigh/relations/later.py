"""Whether a figure has moved on from an earlier one, or says against it."""

from collections.abc import Mapping
from datetime import timedelta

from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.relations.meant import OPEN
from tocsin.weigh.relations.rules import opposed

# Figures of two sources hold at one time if they were given this close together; beyond, they have
# moved on.
_TOGETHER: Mapping[FigureKind, timedelta] = {
    "total": timedelta(days=14),
    "stock": timedelta(days=4),
    "flow": timedelta(days=3650),
}
# Within these days a total that is more than doubled is another figure, not a later one.
_SOON = timedelta(days=2)
_TWICE = 2.0
# So much more is another figure within a day, where no one counts on the dead of a disaster.
_APART, _DAY = 1.15, timedelta(days=1)
# Within these days two who tell of an army's losses tell of the same.
_CLAIMED = timedelta(days=5)
_BODIES = frozenset({"state", "organisation"})


def moved_on(later: Statement, earlier: Statement, kind: FigureKind) -> bool:
    """Return whether a figure that differs from an earlier one comes of the time between them."""
    apart = later.day - earlier.day
    if apart > _TOGETHER[kind]:
        return True
    if kind == "flow" and later.what.grows and not later.what.period:
        apart = later.at.date() - earlier.at.date()
    elif kind != "total":
        return False
    if apart and later.what.falls:
        return True
    if not apart and later.slow:
        return _counting_on(later, earlier)
    if not apart or later.vote.point <= earlier.vote.point:
        return False
    return not _said_against(later, earlier, apart)


def _said_against(later: Statement, earlier: Statement, apart: timedelta) -> bool:
    """Whether so much more so soon is another figure than the one before, and no later one."""
    if later.what.noun in opposed().armed and not later.slow and apart <= _CLAIMED:
        # An army's losses are claimed and not counted on: who gives more says against the other.
        return later.vote.point > _APART * earlier.vote.point
    by_two = _stood_by(later) and _stood_by(earlier)
    named = not later.slow and (by_two or later.what.army is not None)
    growth = _APART if apart <= _DAY and _stands(later) else _TWICE
    grown = later.vote.point > growth * earlier.vote.point
    return named and grown and apart <= _SOON


def _stood_by(one: Statement) -> bool:
    """Whether somebody gives a figure in his own name, or a body of which none is told."""
    return one.cited or any(source.kind in _BODIES for source in one.claim.sources)


def _stands(one: Statement) -> bool:
    """Whether a total moves slowly: what was sent or lost in weeks, not the dead of a day."""
    return not one.what.harm or one.what.army is not None


def _counting_on(later: Statement, earlier: Statement) -> bool:
    """Whether two figures of one day are of two hours: the dead of a disaster are still counted."""
    exact = later.bound == earlier.bound == "exact"
    points = sorted((later.vote.point, earlier.vote.point))
    return not exact or points[1] > OPEN * points[0]
