"""What stands: the sighting and the reading by which each report is shown, now or at a past time.

Nothing is marked in the rows themselves; what stands is worked out from the rows believed by then.
A report is shown by its earliest publication that no version has replaced, with the reading that
was added for it last.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.sql.selectable import FromClause, Subquery

from tocsin.keep.columns import LATEST
from tocsin.keep.tables import sightings, takes, versions


def standing(
    as_of: datetime | None = None, *, replaced_too: bool = False, every_sighting: bool = False
) -> Subquery:
    """Return one row per report: its sighting's columns, `reading` and `reader`.

    `replaced_too` also gives the reports that newer versions have replaced; `every_sighting` gives
    a row for each place that carries a report, not only for its first.
    """
    sighting, take = sightings.alias("sighting"), takes.alias("take")
    shown = [believed(sighting, as_of)]
    if not every_sighting:
        shown.append(_first_of_its_report(sighting, as_of, replaced_too))
    if not replaced_too:
        shown.append(~replaced(sighting, as_of))
    chosen = (
        sa.select(sighting, take.c.reading, take.c.reader)
        .join(take, take.c.sighting == sighting.c.id)
        .where(*shown, believed(take, as_of), _last_of_its_sighting(take, as_of))
    )
    return chosen.subquery("standing")


def believed(rows: FromClause, as_of: datetime | None) -> "sa.ColumnElement[bool]":
    """Return whether a row was there at `as_of`; None is now."""
    return sa.true() if as_of is None else rows.c.believed_at <= as_of


def replaced(sighting: FromClause, as_of: datetime | None) -> "sa.ColumnElement[bool]":
    """Return whether a later sighting had taken the place of `sighting` at `as_of`."""
    version = versions.alias()
    return (
        sa.select(version.c.seq)
        .where(version.c.older == sighting.c.id, believed(version, as_of))
        .exists()
    )


def _first_of_its_report(
    sighting: FromClause, as_of: datetime | None, replaced_too: bool
) -> "sa.ColumnElement[bool]":
    other = sightings.alias()
    rivals = [other.c.report == sighting.c.report, believed(other, as_of)]
    if not replaced_too:
        rivals.append(~replaced(other, as_of))
    before = sa.tuple_(*_order(other)) < sa.tuple_(*_order(sighting))
    return ~sa.select(other.c.seq).where(*rivals, before).exists()


def _order(sighting: FromClause) -> "tuple[sa.ColumnElement[object], ...]":
    published = sa.func.coalesce(
        sighting.c.published_at, sa.literal(LATEST, sighting.c.published_at.type)
    )
    return published, sighting.c.collected_at, sighting.c.id


def _last_of_its_sighting(take: FromClause, as_of: datetime | None) -> "sa.ColumnElement[bool]":
    later = takes.alias()
    return (
        ~sa.select(later.c.seq)
        .where(later.c.sighting == take.c.sighting, later.c.seq > take.c.seq)
        .where(believed(later, as_of))
        .exists()
    )
