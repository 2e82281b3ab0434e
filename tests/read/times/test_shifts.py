import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell yesterday.", "2024-12-22/2024-12-22"),
        ("It fell last week.", "2024-12-16/2024-12-22"),
        ("It fell three weeks ago.", "2024-12-02/2024-12-08"),
        ("It fell twenty years ago.", "2004-01-01/2004-12-31"),
        ("It ends 30 days from now.", "2025-01-22/2025-01-22"),
        ("It fired over the past week.", "2024-12-16/2024-12-23"),
        ("It fired in the past six months.", "2024-06-23/2024-12-23"),
        ("It has moved them in recent weeks.", "/2024-12-23"),
        ("It may do so in coming days.", "2024-12-23/"),
        ("It will end in the next 3–6 months.", "2024-12-23/2025-06-23"),
        ("It fired earlier this year.", "2024-01-01/2024-12-23"),
        ("It meets later this year.", "2024-12-23/2024-12-31"),
        ("It lasted three days.", "/"),
    ],
)
def test_distances_are_counted_from_the_publication(days_of, text, days):
    assert days_of(text) == days


def test_the_weekend_is_the_one_just_past_unless_it_is_to_come(days_of):
    assert days_of("It fell over the weekend.") == "2024-12-21/2024-12-22"
    assert days_of("They will meet this weekend.") == "2024-12-28/2024-12-29"
    assert days_of("It fell over the weekend.", published="2024-12-22") == "2024-12-21/2024-12-22"


def test_later_looks_back_to_the_date_before_it(times_of):
    text = "It began on 3 May 2019. Two days later it ended; the next month it began again."
    assert [t.value for t in times_of(text)] == ["2019-05-03", "2019-05-05", "2019-06"]


def test_an_unknown_number_points_back_or_ahead(times_of):
    assert times_of("It fell several years ago.")[0].value == "PAST_REF"
    assert times_of("It fell. Years later it rose.")[0].value == "FUTURE_REF"


def test_hours_are_counted_where_the_hour_of_publication_is_known(times_of):
    text = "It fell two hours ago."
    assert times_of(text, published="2024-12-23T01:30")[0].value == "2024-12-22T23:30"
    assert times_of(text)[0].value == "2024-12-23TXX"


@pytest.mark.parametrize(
    ("text", "year"),
    [("a decade ago", "2014"), ("two decades ago", "2004"), ("half a century ago", "1974")],
)
def test_a_decade_ago_is_a_year_ten_years_back(times_of, text, year):
    assert times_of(f"It fell {text}.")[0].value == year
