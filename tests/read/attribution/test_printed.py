"""What is printed in full below a line that announces it is said by whoever gave it."""

import pytest

import tocsin

BELOW = "\n\nRussia attacked Odesa.\n\nThe army will leave the city."


def chains(text):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [[source.text for source in claim.sources] for claim in reading.claims]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("The ministry issued the following statement on Monday:", "The ministry"),
        ("A spokesman made public the following press statement:", "A spokesman"),
        ("The following statement was issued by the army on Monday:", "the army"),
        ("The following is the full text of a statement by the ministry:", "the ministry"),
    ],
)
def test_all_that_stands_below_the_line_is_said_by_whoever_gave_the_statement(line, source):
    assert chains(line + BELOW) == [[source], [source]]


def test_who_is_cited_inside_the_statement_stands_behind_its_source():
    line = "The ministry issued the following statement on Monday:"
    told = "\n\nThe police said that Russia had attacked Odesa."
    assert chains(line + told) == [["The ministry", "The police"]]


def test_the_statement_ends_where_the_report_speaks_of_its_source_again():
    line = "The ministry issued the following statement on Monday:"
    told = "\n\nRussia attacked Odesa.\n\nThe ministry said that Russia had bombed Kharkiv."
    assert chains(line + told) == [["The ministry"], ["The ministry"]]


@pytest.mark.parametrize(
    "line",
    [
        "The ministry issued a statement on Monday.",
        "The ministry listed the following towns:",
        "What the ministry's statement means:",
    ],
)
def test_a_line_that_promises_no_statement_gives_nobody_what_stands_below_it(line):
    assert chains(line + BELOW) == [[], []]


def test_a_promise_with_nothing_below_it_says_nothing():
    assert chains("The ministry issued the following statement on Monday:") == []
