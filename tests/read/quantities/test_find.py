"""Figures as the table of amounts has them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.syntax import Document
from tocsin.records import Report

RULES = quantity_rules("en")


def read(text, taken=()):
    return find_quantities(Document(Report(text=text), ()), RULES, taken)


def values(text):
    return [(q.text, q.low, q.high, q.bound) for q in read(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("at least 1,100", 1100, None, "at_least"),
        ("more than 6 million", 6_000_000, None, "at_least"),
        ("more than a thousand", 1000, None, "at_least"),
        ("just over 40 minutes", 40, None, "at_least"),
        ("10,000-plus", 10_000, None, "at_least"),
        ("more than two dozen", 24, None, "at_least"),
        ("up to 10,000", None, 10_000, "at_most"),
        ("nearly 830,000", None, 830_000, "at_most"),
        ("fewer than 20", None, 20, "at_most"),
        ("approximately 12,000", 12_000, 12_000, "about"),
        ("An estimated 736,000", 736_000, 736_000, "about"),
        ("some 20", 20, 20, "about"),
        ("1,100 to 1,500", 1100, 1500, "range"),
        ("between 5 and 7", 5, 7, "range"),
        ("between 0.6 and 0.7 percent", 0.6, 0.7, "range"),
        ("one million", 1_000_000, 1_000_000, "exact"),
        ("half a dozen", 6, 6, "exact"),
        ("two and a half million", 2_500_000, 2_500_000, "exact"),
        ("several hundred", 200, 999, "vague"),
        ("dozens", 24, 99, "vague"),
        ("tens of thousands", 20_000, 99_999, "vague"),
        ("hundreds of thousands", 200_000, 999_999, "vague"),
    ],
)
def test_an_amount_has_the_bounds_of_the_table(text, low, high, bound):
    assert values(f"They counted {text} there.") == [(text, low, high, bound)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$500 million", 500_000_000, "USD"),
        ("US$1.5m", 1_500_000, "USD"),
        ("€20bn", 20_000_000_000, "EUR"),
        ("92 million yuan", 92_000_000, "CNY"),
        ("240mm", 240, "millimetre"),
        ("50 km", 50, "kilometre"),
        ("3m high", 3, "metre"),
        ("800,000 barrels a day", 800_000, "barrel per day"),
        ("40 percent", 40, "percent"),
        ("65-year-old", 65, "year of age"),
        ("50 hours a week", 50, "hour per week"),
        ("$6 per share", 6, "USD per share"),
        ("$6 a year earlier", 6, "USD"),
        ("HK$5", 5, "HKD"),
        ("5 north korean won", 5, "KPW"),
        ("25 basis points", 25, "basis point"),
        ("3 percentage points", 3, "percentage point"),
        ("a 15-kiloton yield", 15, "kiloton"),
        ("minus 40 degrees Celsius", -40, "celsius"),
        ("2½ years", 2.5, "year"),
        ("½ of the men", 50, "percent"),
        ("½ a mile", 0.5, None),
    ],
)
def test_a_unit_is_kept_under_one_name(text, value, unit):
    (found,) = read(f"It was {text}, they said.")
    assert (found.low, found.unit) == (value, unit)


def test_a_million_of_people_is_not_a_length():
    (found,) = read("It drew 1.5m people.")
    assert (found.low, found.unit) == (1_500_000, None)


@pytest.mark.parametrize(
    "text",
    [
        "The Hwasong-18 flew.",
        "A Shahed-136 fell.",
        "An F-16 landed.",
        "The G7 met.",
        "5G networks failed.",
        "It breaks Resolution 2270.",
        "They won 3-1.",
        "He came 1st.",
        "In 2019 they left.",
        "It fell at 10:30.",
        "Call 555-123-4567.",
        "On 12/10/2024 they left.",
        "Each one left.",
    ],
)
def test_a_name_a_date_or_a_score_is_no_quantity(text):
    assert read(text) == []


def test_what_another_reader_has_taken_is_left_out():
    text = "On 5 March 300 men left."
    assert [q.text for q in read(text, taken=[(3, 10)])] == ["300"]


def test_a_change_from_one_figure_to_another_is_two_figures():
    assert [q.low for q in read("The force fell from 10,000 to 500.")] == [10_000, 500]


def test_a_median_stands_for_a_vague_amount_only_where_a_survey_has_one():
    best = {q.text: q.best for q in read("Dozens came, hundreds came, thousands came.")}
    assert best == {"Dozens": 36, "hundreds": 300, "thousands": None}


def test_without_sentences_what_is_counted_is_unknown():
    assert [q.of for q in read("They sent 500 soldiers.")] == [None]


@given(st.text(alphabet="0123456789 ,.-–$%mkab half dozenthousand\ud7ff\n", max_size=80))
def test_any_text_is_read_and_every_span_holds_its_words(text):
    found = read(text)
    assert all(text[q.span[0] : q.span[1]] == q.text for q in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


@pytest.mark.parametrize("digits", ["9" * 400, "10" + "0" * 5000])
def test_a_run_of_digits_that_counts_nothing_is_no_figure(digits):
    assert read(f"Police arrested {digits} men.") == []


@pytest.mark.parametrize(
    "text", ["The deadline is 2 p.m. Wednesday there.", "It fell at 5 a.m. then."]
)
def test_a_clock_is_no_money(text):
    assert read(text) == []


def test_a_year_and_a_level_are_no_range():
    assert [(q.low, q.high) for q in read("Sales rose in 2018 to 3.9 million.")] == [
        (3_900_000, 3_900_000)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied it.[3]",
        "The ministry denied it[3, 4].",
        "The ministry denied it[3–5].",
        "They broke resolutions 1718 and 2397.",
        "The vessel IMO 9187629 left.",
    ],
)
def test_marks_of_notes_and_identifiers_count_nothing(text):
    assert read(text) == []


def test_a_raised_mark_behind_a_figure_is_no_part_of_it():
    assert values("Some 1,200¹ fled.") == [("Some 1,200", 1200, 1200, "about")]


def test_letters_behind_a_figure_make_a_name_of_it():
    assert values("They saw 12² and 4x4 there.") == [("12", 12, 12, "exact")]


def test_a_figure_with_marks_between_its_groups_is_no_identifier():
    assert values("They number 9,000.") == [("9,000", 9000, 9000, "exact")]


def test_not_a_single_one_is_none():
    assert values("Not a single soldier died.") == [("Not a single", 0, 0, "exact")]


def test_a_rate_that_is_a_time_too_leaves_its_figure():
    text = "It pumps 300 barrels a day."
    found = read(text, [(text.index("a day"), text.index("."))])
    assert [(q.text, q.unit) for q in found] == [("300 barrels a day", "barrel per day")]


def test_a_fall_to_somewhere_is_no_change():
    assert [q.change for q in read("It fell 30 km north of it.")] == [None]
    assert [q.change for q in read("It fell 30 percent.")] == ["down"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,10,000", 110_000),
        ("12,34,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("12.500,50", 12_500.5),
        ("1.5e6", 1_500_000),
        ("6.02×10^23", 602_000_000_000_000_000_000_000),
        ("3 x 10^-2", 0.03),
        ("3×10⁵", 300_000),
    ],
)
def test_a_figure_of_another_hand_is_read_by_its_form(text, value):
    assert [(q.text, q.low) for q in read(f"They counted {text} there.")] == [(text, value)]
