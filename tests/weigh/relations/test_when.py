"""When deeds are told to have been."""

from dataclasses import replace

import pytest
from deeds import at, on, one

from tocsin.weigh.estimate.voices import Voices
from tocsin.weigh.relations.pairs import told
from tocsin.weigh.relations.when import days_apart, long_before, moment, single_day


def claim_of(**parts):
    (found,) = told(Voices([one("a ferry sank", "sank", "accident", **parts)], ())).values()
    return found


def test_a_day_is_coarse_and_an_hour_fine():
    assert not moment(on(6)).fine
    assert moment(at("09:00")).fine
    assert moment(None) is None


def test_a_stretch_of_days_and_another_clock_are_no_moment():
    assert moment(on(3, until=5)) is None
    assert moment(replace(at("09:00"), value="2023-02-06T09:00Z")) is None


def test_since_an_hour_is_of_that_day():
    since = replace(at("09:00"), end=None)
    assert single_day(since) == since.start
    assert single_day(replace(on(6), end=None)) is None


@pytest.mark.parametrize(
    ("value", "day", "found"),
    [("2022-11", 7, True), ("2023-01", 20, True), ("2023-01", 3, False), ("2021", 7, True),
     ("2023", 7, False), ("2023-02-06", 7, False), (None, 7, False)],
)  # fmt: skip
def test_a_month_that_is_over_is_no_news(value, day, found):
    assert long_before(claim_of(time=replace(on(6), value=value), day=day)) is found


def test_who_tells_no_time_is_no_day_apart():
    assert not long_before(claim_of())
    assert days_apart(claim_of(), claim_of(time=on(3))) == 0
    assert days_apart(claim_of(time=on(3)), claim_of(time=on(6))) == 3
