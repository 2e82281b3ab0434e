from datetime import date

import pytest

from tocsin.read.times.meaning import clock, moved, part
from tocsin.read.times.periods import Period


@pytest.mark.parametrize(
    ("period", "edge", "first", "last"),
    [
        (Period("month", 2024, 5), "early", "2024-05-01", "2024-05-10"),
        (Period("month", 2024, 5), "mid", "2024-05-11", "2024-05-20"),
        (Period("month", 2024, 2), "late", "2024-02-21", "2024-02-29"),
        (Period("year", 2024), "early", "2024-01-01", "2024-04-30"),
        (Period("year", 2022), "end", "2022-10-01", "2022-12-31"),
        (Period("decade", 1990), "late", "1996-01-01", "1999-12-31"),
        (Period("week", 2024, 51), "late", "2024-12-20", "2024-12-22"),
    ],
)
def test_a_part_has_its_days(period, edge, first, last):
    assert tuple(map(str, part(period, edge))) == (first, last)


def test_parts_of_a_month_follow_on_and_fill_it():
    month = Period("month", 2023, 2)
    early, mid, late = (part(month, edge) for edge in ("early", "mid", "late"))
    assert (early[0], late[1]) == month.days()
    assert (mid[0] - early[1]).days == (late[0] - mid[1]).days == 1


def test_the_half_of_the_day_sets_the_hour():
    assert clock({"hour": 8, "minute": 30, "ampm": "pm"}) == "T20:30"
    assert clock({"hour": 12, "ampm": "am"}) == "T00:00"
    assert clock({"hour": 3, "zone": "Z"}) == "T03:00Z"
    assert clock({"daypart": "MO"}) == "TMO"
    assert clock({"hour": 25}) is None


def test_months_are_moved_by_the_calendar():
    assert moved(date(2024, 8, 31), "month", -6) == date(2024, 2, 29)
    assert moved(date(2024, 12, 23), "hour", 48) == date(2024, 12, 25)
    assert moved(date(9999, 1, 1), "century", 1) is None
