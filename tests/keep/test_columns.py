"""Times are kept in one form that sorts as time does."""

from datetime import UTC, datetime, timedelta, timezone

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from tocsin.keep.columns import EARLIEST, LATEST, Instant, in_utc

EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-14))


def test_sqlite_holds_text_of_fixed_width_in_utc():
    held = [
        Instant().process_bind_param(when, sqlite.dialect())
        for when in (datetime(2024, 1, 1, 9, tzinfo=EAST), datetime(2024, 1, 1, tzinfo=UTC))
    ]
    assert held == ["2023-12-31T19:00:00.000000+00:00", "2024-01-01T00:00:00.000000+00:00"]


def test_postgresql_holds_a_time_with_zone():
    when = datetime(2024, 1, 1, tzinfo=UTC)
    column = Instant().dialect_impl(postgresql.dialect())
    assert isinstance(column.impl, sa.DateTime)
    assert Instant().process_bind_param(when, postgresql.dialect()) is when
    assert Instant().process_result_value(when, postgresql.dialect()) is when


def test_no_time_is_no_time():
    assert Instant().process_bind_param(None, sqlite.dialect()) is None
    assert Instant().process_result_value(None, sqlite.dialect()) is None


def test_the_ends_of_the_calendar_are_cut_not_refused():
    assert in_utc(datetime.min.replace(tzinfo=EAST)) == EARLIEST
    assert in_utc(datetime.max.replace(tzinfo=WEST)) == LATEST
