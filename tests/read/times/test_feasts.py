from datetime import date

import pytest

from tocsin.read.times import time_rules
from tocsin.read.times.feasts import feast, nth_weekday
from tocsin.read.times.periods import Period


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2024, 3, 31)]
)
def test_easter_falls_where_the_church_had_it(year, month, day):
    assert feast("easter", 0, time_rules("en"), year) == Period("day", year, month, day)


def test_the_nth_weekday_counts_from_either_end():
    assert nth_weekday(11, 4, 4, 2023) == Period("day", 2023, 11, 23)
    assert nth_weekday(5, 1, -1, 2024) == Period("day", 2024, 5, 27)


def test_a_feast_of_many_days_has_them_all(times_of):
    (time,) = times_of("They fasted during Ramadan 2023.")
    assert (time.value, time.start, time.end) == (None, date(2023, 3, 23), date(2023, 4, 20))


def test_an_unlisted_feast_year_stays_unknown():
    assert feast("ramadan", 0, time_rules("en"), 1901) is None
