"""What a report says of time, read whole."""

from datetime import date

import pytest

REPORT = (
    "South Korea's military reported on Monday that it has detected signs. It tested a drone last "
    "month. The number fell over the weekend. It may test a missile by the end of the year. The "
    "tactic has been employed since late May. It may intensify provocations in the coming year."
)


def test_a_report_is_read_as_its_analyst_reads_it(times_of):
    found = [(t.text, t.value, str(t.start), str(t.end)) for t in times_of(REPORT)]
    assert found == [
        ("Monday", "2024-12-23", "2024-12-23", "2024-12-23"),
        ("last month", "2024-11", "2024-11-01", "2024-11-30"),
        ("the weekend", "2024-W51-WE", "2024-12-21", "2024-12-22"),
        ("the end of the year", "2024", "2024-12-23", "2024-12-31"),
        ("late May", "2024-05", "2024-05-21", "2024-12-23"),
        ("the coming year", "2025", "2025-01-01", "2025-12-31"),
    ]


def test_every_span_holds_its_text(times_of):
    assert all(REPORT[t.span[0] : t.span[1]] == t.text for t in times_of(REPORT))


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "The F-16, the KN-23 and the Hwasong-18 flew.",
        "At least 1,100 of the 12,000 men fell.",
        "A second man sat in the sun.",
        "It breaks resolution 2270.",
        "It fired 240mm rockets.",
        "",
    ],
)
def test_what_is_no_time_is_left_alone(times_of, text):
    assert times_of(text) == []


def test_without_publication_only_what_is_certain_is_given(times_of):
    last_month, day, year = times_of(
        "Last month it fell on Monday; it rose in 2019.", published=None
    )
    assert (last_month.type, last_month.value, last_month.start) == ("DATE", None, None)
    assert (day.value, day.start, day.end) == ("XXXX-WXX-1", None, None)
    assert (year.value, year.start) == ("2019", date(2019, 1, 1))


def test_a_history_is_read_by_the_last_date_it_mentions(times_of):
    text = (
        "War began on 1 September 1939. Warsaw fell in late September. In May 1940 France was "
        "invaded; in June it fell. In 1941 war spread. In December America was attacked. In "
        "January the front held. Like Borodino in 1812, it was costly. In March it moved. On 3 "
        "July 1943 it broke."
    )
    values = [t.value for t in times_of(text)]
    assert values == [
        "1939-09-01", "1939-09", "1940-05", "1940-06", "1941", "1941-12", "1942-01", "1812",
        "1942-03", "1943-07-03",
    ]  # fmt: skip


def test_one_old_year_does_not_make_a_report_a_history(times_of):
    text = "The state, founded in 1948, fired a missile in March."
    assert [t.value for t in times_of(text)] == ["1948", "2024-03"]


def test_both_ends_of_a_range_carry_its_days(times_of):
    for text in ("It ran from 2 to 5 May 2024.", "It ran on May 2-5, 2024."):
        assert [(str(t.start), str(t.end)) for t in times_of(text)] == [
            ("2024-05-02", "2024-05-05")
        ] * 2


def test_a_range_that_runs_backwards_is_no_range(times_of):
    first, second = times_of("It rose from June 2023 to May 2022.")
    assert (first.end, second.start) == (date(2023, 6, 30), date(2022, 5, 1))


def test_years_before_christ_have_a_value_and_no_days(times_of):
    (time,) = times_of("He died in 490 BC.")
    assert (time.value, time.start, time.end) == ("BC0490", None, None)


def test_a_day_that_the_calendar_lacks_is_no_time(times_of):
    assert times_of("It fell on 31 June.") == []
