"""Column types that hold times in one form on every database."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from tocsin.errors import InputError

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)

# A kind and 16 hex digits, with room to spare; a server would else compare them by the rules of
# its language, and the beginning of an id would not find it.
Id = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")
# PostgreSQL counts rows in 64 bits; SQLite numbers rows itself only in a column typed INTEGER.
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def short(length: int) -> sa.types.TypeEngine[str]:
    """Return the type of a text that is seldom longer than `length`; SQLite never refuses one."""
    return sa.String(length).with_variant(sa.Text(), "postgresql")


class Instant(TypeDecorator[datetime]):
    """An aware time in UTC; on SQLite text of fixed width, so that it sorts as time does."""

    impl = sa.String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return text for SQLite and a time with zone for the others."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.String(32))
        return dialect.type_descriptor(sa.DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Return what the database holds for `value`."""
        if value is None:
            return None
        when = in_utc(value)
        return when.isoformat(timespec="microseconds") if dialect.name == "sqlite" else when

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        """Return the aware time that the database held."""
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value.astimezone(UTC) if isinstance(value, datetime) else None


def in_utc(when: datetime) -> datetime:
    """Return `when` in UTC; hours at the very ends of the calendar are cut to it.

    >>> in_utc(datetime.fromisoformat("2024-12-23T09:00+09:00")).isoformat()
    '2024-12-23T00:00:00+00:00'

    Raises:
        InputError: when `when` has no time zone.
    """
    if when.tzinfo is None:
        raise InputError(f"{when} has no time zone: write it as {when.isoformat()}+00:00")
    try:
        return when.astimezone(UTC)
    except OverflowError:
        return EARLIEST if when.year == 1 else LATEST
