from datetime import UTC, datetime, timedelta, timezone

import pytest

from tocsin.collect.dates import doubt, is_dated_line, printed, stated

DAY = datetime(2024, 12, 23, tzinfo=UTC)
NOW = datetime(2025, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-23",
        "2024-12-23T00:00:00Z",
        "20241223",
        "December 23, 2024",
        "23 Dec 2024",
        "2024/12/23",
        "2024年12月23日",
        "1734912000",
        "1734912000000",
        " 2024-12-23\n",
    ],
)
def test_a_stated_day_is_its_midnight_utc(value):
    assert stated(value) == DAY


def test_a_stated_time_keeps_its_zone():
    seoul = datetime(2024, 12, 23, 10, tzinfo=timezone(timedelta(hours=9)))
    assert stated("Mon, 23 Dec 2024 10:00:00 +0900") == seoul
    assert stated("2024-12-23T10:00:00+09:00") == seoul


def test_a_time_without_a_zone_is_utc():
    assert stated("2024-12-23T10:00:00") == DAY.replace(hour=10)
    assert stated("Mon, 23 Dec 2024 10:00:00 -0000") == DAY.replace(hour=10)


@pytest.mark.parametrize(
    "value",
    [
        "2024",
        "December 2024",
        "yesterday",
        "23/12/2024",
        "12/13/14",
        "2024-13-45",
        "February 30, 2024",
        "",
        "0000-00-00",
        "99:99:99 nonsense",
        "12345",
    ],
)
def test_nothing_is_filled_in(value):
    assert stated(value) is None


@pytest.mark.parametrize("year", [1900, 2100])
def test_far_years_are_read_as_stated(year):
    assert stated(f"{year}-01-01") == datetime(year, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, Dec. 23, 2024 — The Pentagon said that troops had left.",
        "Title of the report\n\nDecember 23, 2024\n\nThe Pentagon said so.",
        "Published: 23 December 2024 10:15 GMT\nThe Pentagon said so.",
        "By Jane Smith, December 23, 2024\n\nThe Pentagon said so.",
        "SEOUL, Dec. 23, 2024 (Yonhap) -- South Korea's military said",
        "LAGOS, 23 December 2024 -- At least 40 people were killed.",
        "GENEVA, 23 DECEMBER 2024 (OCHA) - Aid has reached the town.",
        "NAIROBI 23 Dec 2024 /KBC/ The minister said so.",
        "GOMA, 2024-12-23 - Rebels took the town.",
        "2024-12-23\n\nText",
        "标题\n2024年12月23日\n正文",
    ],
)
def test_a_date_that_the_report_prints_of_itself_is_found(text):
    assert printed(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "On December 23, 2024, the Pentagon said that troops had left.",
        "The attack of Dec. 23, 2024 was the worst.",
        "SEOUL, Dec. 23 (Yonhap) -- South Korea's military said",
        "\n".join(["A line."] * 40) + "\nDecember 23, 2024\n",
        "February 30, 2024\n\nText",
        "",
    ],
)
def test_a_date_in_a_sentence_is_not_the_reports_own(text):
    assert printed(text) is None


def test_a_line_of_megabytes_is_looked_at_quickly():
    assert printed("a" * 5_000_000) is None


def test_a_dated_line_says_nothing_else():
    assert is_dated_line("Published on December 23, 2024")
    assert not is_dated_line("The study was published on December 23, 2024, in Seoul")


def test_times_that_cannot_be_are_doubted():
    assert "before 1990" in doubt(datetime(1970, 1, 1, tzinfo=UTC), NOW)
    assert "future" in doubt(datetime(2100, 1, 1, tzinfo=UTC), NOW)
    assert doubt(NOW + timedelta(days=1), NOW) is None
    assert doubt(DAY, NOW) is None
