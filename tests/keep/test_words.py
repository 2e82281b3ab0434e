"""A query as typed, and what is looked for."""

import pytest

from tocsin.keep.words import MOST_TERMS, Query, SearchRules, Term, asked, expression, stop_words
from tocsin.rules.loader import load


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("drone Kursk", '"drone" AND "Kursk"'),
        ('"drone strike"', '"drone strike"'),
        ("“drone strike”", '"drone strike"'),
        ('"never closed', '"never closed"'),
        ("miss*", '"miss"*'),
        ("Kursk OR Sumy", '("Kursk" OR "Sumy")'),
        ("drone Kursk OR Sumy", '"drone" AND ("Kursk" OR "Sumy")'),
        ("OR drone OR", '"drone"'),
        ("drone -exercise", '("drone") NOT ("exercise")'),
        ('drone -"live fire" -drill', '("drone") NOT ("live fire" OR "drill")'),
        ("the drone", '"drone"'),
        ('"the drone"', '"the drone"'),
        ("U.S. test-fire", '"U S" AND "test fire"'),
        ("title:x NEAR(a b)", '"title x" AND "NEAR a" AND "b"'),
    ],
)
def test_what_is_typed_means_what_it_looks_like(query, expected):
    assert expression(query) == expected


def test_a_query_asks_for_one_term_of_each_group_and_for_none_of_what_it_is_without():
    found = asked('"drone strike" Kurs* OR Sumy -exercise')
    assert found == Query(
        groups=(
            (Term(words="drone strike"),),
            (Term(words="Kurs", begins=True), Term(words="Sumy")),
        ),
        without=(Term(words="exercise"),),
    )


@pytest.mark.parametrize("query", ["", "  ", "the of", "-drone", "*", '""', "?! --", "\x00", "OR"])
def test_a_query_that_holds_nothing_looks_for_nothing(query):
    assert expression(query) is None


def test_a_query_without_end_is_cut():
    assert expression("drone " * 1000).count("drone") == MOST_TERMS
    assert len(expression('"' + "drone " * 1000 + '"')) < 500


def test_the_proof_of_the_stop_words_holds():
    rules = load("world", "search.toml", SearchRules).stop
    for text in rules.example:
        assert any(word in stop_words() for word in text.casefold().split())
    for text in rules.counter:
        assert not any(word in stop_words() for word in text.casefold().split())
