"""Ages: said behind the figure, before it, or by a person's name."""

import pytest
from read.quantities.trees import a_document

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.syntax import Document, Sentence
from tocsin.records import Report

RULES = quantity_rules("en")
NAMED = """
Kim 5 nsubj NNP Kim B-PER
, 1 punct , ,
25 1 appos CD 25
, 1 punct , ,
left 0 root VBD leave
"""
PLACED = NAMED.replace("B-PER", "B-LOC")
SAID = """
He 3 nsubj PRP he
was 3 cop VBD be
25 0 root CD 25
"""


def read(document):
    return [(q.low, q.unit, q.of) for q in find_quantities(document, RULES)]


def plain(text):
    return Document(Report(text=text), ())


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a 65-year-old man", "year of age"),
        ("an 18-month-old girl", "month of age"),
        ("a boy aged 7", "year of age"),
        ("children under the age of 5 years", "year of age"),
        ("he turned 20 there", "year of age"),
        ("the driver, 28, died", "year of age"),
        ("the captain (61) drowned", "year of age"),
        ("a fitter of 34 died", "year of age"),
    ],
)
def test_an_age_has_a_unit_of_its_own(text, unit):
    assert [q[1] for q in read(plain(text))] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "a 5-year plan",
        "he turned 20 pages",
        "the 7 boys left",
        "the toll, 28, was high",
        "a crew of 14 died",
        "a mother of 4 died",
        "a commander of 60 fighters died",
    ],
)
def test_what_is_no_age_has_none(text):
    assert "of age" not in str(read(plain(text)))


def test_a_verb_behind_an_age_is_not_what_it_counts():
    tree = """
    boy 4 nsubj NN boy
    aged 1 acl VBN age
    7 2 obl CD 7
    was 0 root VBD be
    """
    assert read(a_document(tree)) == [(7, "year of age", None)]


def test_a_number_in_commas_behind_a_person_is_an_age():
    spaced = a_document(NAMED)
    text = "Kim, 25, left"
    moved = Document(Report(text=text), _at(text, spaced))
    assert read(moved) == [(25, "year of age", None)]


def test_a_number_in_commas_behind_a_place_is_none():
    text = "Kim, 25, left"
    found = read(Document(Report(text=text), _at(text, a_document(PLACED))))
    assert [q[1] for q in found] in ([], [None])


def test_a_number_that_somebody_is_is_an_age():
    assert read(a_document(SAID)) == [(25, "year of age", None)]


def _at(text, document):
    """Lay the tokens of a document over `text`, which has other spaces."""
    tokens, at = [], 0
    for token in document.sentences[0].tokens:
        start = text.index(token.text, at)
        at = start + len(token.text)
        tokens.append(token._replace(start=start, end=at))
    return (Sentence(tuple(tokens)),)
