from datetime import date

import pytest

from tocsin.read.times.periods import Period, containing, day_of


@pytest.mark.parametrize(
    ("period", "value", "first", "last"),
    [
        (Period("day", 2024, 2, 29), "2024-02-29", "2024-02-29", "2024-02-29"),
        (Period("week", 2024, 51), "2024-W51", "2024-12-16", "2024-12-22"),
        (Period("weekend", 2024, 51), "2024-W51-WE", "2024-12-21", "2024-12-22"),
        (Period("month", 2023, 2), "2023-02", "2023-02-01", "2023-02-28"),
        (Period("quarter", 2023, 4), "2023-Q4", "2023-10-01", "2023-12-31"),
        (Period("half", 2023, 2), "2023-H2", "2023-07-01", "2023-12-31"),
        (Period("season", 2023, 4), "2023-WI", "2023-12-01", "2024-02-29"),
        (Period("year", 2019), "2019", "2019-01-01", "2019-12-31"),
        (Period("decade", 1990), "199", "1990-01-01", "1999-12-31"),
        (Period("century", 1800), "18", "1800-01-01", "1899-12-31"),
    ],
)
def test_a_period_has_its_value_and_its_days(period, value, first, last):
    assert (period.value(), tuple(map(str, period.days()))) == (value, (first, last))


@pytest.mark.parametrize("unit", ["day", "week", "weekend", "month", "quarter", "half", "season"])
@pytest.mark.parametrize("n", [-30, -1, 1, 30])
def test_shifting_there_and_back_changes_nothing(unit, n):
    period = containing(date(2024, 12, 23), unit)
    assert period.shift(n).shift(-n) == period


def test_the_year_after_1_bc_is_1():
    assert Period("year", -1).shift(1) == Period("year", 1)
    assert Period("year", 1).shift(-1) == Period("year", -1)


def test_years_beyond_the_calendar_have_no_days():
    assert Period("year", -490).days() == (None, None)


def test_a_winter_belongs_to_the_year_in_which_it_begins():
    assert containing(date(2025, 1, 5), "season") == Period("season", 2024, 4)


def test_the_calendar_decides_which_days_there_are():
    assert day_of(2023, 2, 29) is None
    assert day_of(2024, 2, 29) is not None
    assert day_of(2024, 13, 1) is None


def test_a_finer_period_lies_within_a_coarser_one():
    day = Period("day", 2024, 12, 23)
    assert day.within("month") == Period("month", 2024, 12)
    assert day.within("decade") == Period("decade", 2020)
    assert day.finer("week")
    assert not Period("year", 2024).finer("month")
