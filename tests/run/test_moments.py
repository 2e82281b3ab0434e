"""Days and times as people give them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tocsin.errors import InputError
from tocsin.run.moments import last_moment

END = datetime(2024, 12, 23, 23, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2024-12-23", " 20241223 ", date(2024, 12, 23)])
def test_a_day_lasts_until_its_end(day):
    assert last_moment(day) == END


@pytest.mark.parametrize("when", ["2024-12-23T09:00", datetime(2024, 12, 23, 9, tzinfo=UTC)])
def test_a_time_is_itself(when):
    assert last_moment(when) == END - timedelta(
        hours=14, minutes=59, seconds=59, microseconds=999999
    )


def test_nothing_given_is_nothing():
    assert last_moment(None) is None


def test_what_is_no_date_is_refused_with_the_form():
    with pytest.raises(InputError, match="2024-12-23"):
        last_moment("yesterday")
