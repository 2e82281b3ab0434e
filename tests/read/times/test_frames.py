import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It has done so since late May.", "2024-05-21/2024-12-23"),
        ("It may come by December 2025.", "2024-12-23/2025-12-31"),
        ("It lasted until March 2023.", "/2023-03-31"),
        ("It may come before 30 December 2024.", "2024-12-23/2024-12-29"),
        ("It fell after March 2023.", "2023-04-01/"),
        ("It may come as early as Sunday.", "2024-12-29/"),
        ("It will end within 30 days.", "2024-12-23/2025-01-22"),
        ("They have fought for over 17 long months.", "2023-07-23/2024-12-23"),
        ("It will last for six months.", "2024-12-23/2025-06-23"),
        ("It ran between 3 May 2024 and 9 June 2024.", "2024-05-03/2024-06-09"),
    ],
)
def test_words_before_a_time_open_its_days(days_of, text, days):
    assert days_of(text) == days


def test_the_span_and_value_are_those_of_the_time_alone(times_of):
    (time,) = times_of("It has done so since late May.")
    assert (time.text, time.value, time.mod) == ("late May", "2024-05", "END")
