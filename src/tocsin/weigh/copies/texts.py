"""The distinct texts among what was carried, each with all who carry it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from tocsin.records import Carried, Numbers
from tocsin.weigh.copies.addresses import page_of, site_of

Marks = NDArray[np.int64]

_DAY = 86_400.0
_ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text:
    """One text as a sorted set of marks, with its carriers in order of time.

    `order[i]` is where `marks[i]` first stands in the fingerprint. `site` is where it came out
    first, and `day` when, in days since 1970 with their fraction; None where that has no date that
    can be. Neither is moved by a later copy.
    """

    number: int
    marks: Marks = field(repr=False)
    order: Marks = field(repr=False)
    carriers: tuple[Carried, ...]
    site: str
    pages: frozenset[str]
    day: float | None


def dated(one: Carried) -> datetime | None:
    """Return when it was published, or None where it is unknown or later than its collection.

    A page cannot be collected before it came out; a day is left for zones of time.
    """
    if one.published is None or one.published > one.collected_at + _ZONES:
        return None
    return one.published


def when(one: Carried) -> tuple[datetime, str]:
    """Return the key that puts sightings in order of time, the same for every arrival."""
    return dated(one) or one.collected_at, one.sighting


def texts_of(carried: Iterable[Carried]) -> list[Text]:
    """Return the distinct texts, longest first; the order of `carried` makes no difference."""
    alike: dict[Numbers | str, list[Carried]] = defaultdict(list)
    for one in {one.sighting: one for one in carried}.values():
        alike[_same(one)].append(one)
    ordered = sorted(alike.values(), key=lambda group: min(_length(one) for one in group))
    return [_text(number, sorted(group, key=when)) for number, group in enumerate(ordered)]


def gap(one: Text, other: Text) -> float | None:
    """Return the days between the publications of two texts; None if one of them is undated."""
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def near_elsewhere(one: Text, other: Text, days: float) -> bool:
    """Return whether two texts came out at two sites so few days apart; undated ones did not."""
    apart = gap(one, other)
    return apart is not None and apart <= days and one.site != other.site


def _same(one: Carried) -> Numbers | str:
    # A text too short for marks is one with the very same text only.
    return one.fingerprint.marks or one.report


def _length(one: Carried) -> tuple[int, str]:
    return -len(one.fingerprint.marks), one.report


def _text(number: int, group: Sequence[Carried]) -> Text:
    found = np.array(group[0].fingerprint.marks, dtype=np.int64)
    marks, order = np.unique(found, return_index=True)
    at = dated(group[0])
    return Text(
        number=number,
        marks=marks,
        order=order.astype(np.int64),
        carriers=tuple(group),
        site=site_of(group[0]),
        pages=frozenset(page_of(one) for one in group),
        day=at.timestamp() / _DAY if at else None,
    )
