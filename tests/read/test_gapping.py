"""Clauses that share a verb, and bounds before figures, as tolls have them."""

from sentences import tagged

from tocsin.read.repair import repaired

KILLED = [
    ("Nine", 2, "nsubj:pass", "NUM", "CD"),
    ("were", 2, "aux:pass", "AUX", "VBD"),
    ("killed", -1, "root", "VERB", "VBN"),
    ("and", 4, "cc", "CCONJ", "CC"),
    ("dozens", 0, "conj", "NOUN", "NNS"),
]
BEHEADING = [
    ("beheading", -1, "root", "VERB", "VBG"),
    ("at", 4, "case", "ADP", "IN"),
    ("least", 3, "nmod", "ADJ", "JJS"),
    ("12", 4, "nummod", "NUM", "CD"),
    ("civilians", 0, "obl", "NOUN", "NNS"),
]


def arcs(rows):
    return [(token.head, token.deprel) for token in repaired(tagged(rows)).tokens]


def test_what_stands_behind_a_verb_is_the_subject_of_the_participle_behind_it():
    for relation, head in (("acl", 4), ("conj", 2)):
        found = arcs([*KILLED, ("injured", head, relation, "VERB", "VBN")])
        assert found[3:] == [(5, "cc"), (5, "nsubj:pass"), (2, "conj")]


def test_a_second_subject_before_the_verb_stays_one():
    rows = [("Nine", 3, "nsubj:pass", "NUM", "CD"), ("and", 2, "cc", "CCONJ", "CC")]
    rows += [("ten", 0, "conj", "NUM", "CD"), ("killed", -1, "root", "VERB", "VBN")]
    assert arcs(rows)[2] == (0, "conj")


def test_a_noun_behind_the_verb_without_a_participle_is_left_alone():
    assert arcs(KILLED)[4] == (0, "conj")


def test_at_least_is_part_of_the_figure_of_an_object():
    assert arcs(BEHEADING)[1::3] == [(2, "case"), (0, "obj")]


def test_a_preposition_without_a_superlative_stays_with_its_noun():
    rows = [*BEHEADING[:1], ("at", 3, "case", "ADP", "IN"), ("about", 3, "nmod", "ADV", "RB")]
    assert arcs([*rows, ("noon", 0, "obl", "NOUN", "NN")])[3] == (0, "obl")


LEFT = [
    ("left", -1, "root", "VERB", "VBD"),
    ("12", 0, "obj", "NUM", "CD"),
    ("dead", 0, "xcomp", "ADJ", "JJ"),
    ("and", 4, "cc", "CCONJ", "CC"),
]


def test_a_second_state_has_its_own_figure():
    rows = [("40", 2, "conj", "NUM", "CD"), ("wounded", 0, "xcomp", "ADJ", "JJ")]
    assert arcs([*LEFT, *rows])[2:] == [(0, "xcomp"), (5, "cc"), (5, "nummod"), (0, "conj")]
    others = [("40", 5, "nummod", "NUM", "CD"), ("others", 1, "conj", "NOUN", "NNS")]
    found = arcs([*LEFT, *others, ("hurt", 5, "amod", "ADJ", "JJ")])
    assert found[4:] == [(5, "nummod"), (6, "nsubj"), (0, "conj")]


def test_what_else_is_left_stays_where_it_is():
    rows = [("cities", 1, "conj", "NOUN", "NNS"), ("dark", 4, "amod", "ADJ", "JJ")]
    assert arcs([*LEFT, *rows])[4:] == [(1, "conj"), (4, "amod")]


def test_states_in_a_list_have_each_its_own_figure():
    rows = [*LEFT[:3], (",", 4, "punct", "PUNCT", ","), ("58", 4, "nummod", "NUM", "CD")]
    rows += [("injured", 2, "amod", "ADJ", "JJ"), ("and", 8, "cc", "CCONJ", "CC")]
    rows += [("37", 2, "conj", "NUM", "CD"), ("missing", 0, "xcomp", "ADJ", "JJ")]
    found = arcs(rows)
    assert found[4:6] == [(5, "nummod"), (0, "conj")]
    assert found[6:] == [(8, "cc"), (8, "nummod"), (0, "conj")]


def test_people_counted_in_a_state_part_from_those_in_the_next():
    rows = [("reported", -1, "root", "VERB", "VBD"), ("29", 2, "nummod", "NUM", "CD")]
    rows += [("soldiers", 0, "obj", "NOUN", "NNS"), ("dead", 2, "amod", "ADJ", "JJ")]
    rows += [("and", 5, "cc", "CCONJ", "CC"), ("38", 3, "conj", "NUM", "CD")]
    assert arcs([*rows, ("wounded", 2, "amod", "VERB", "VBN")])[4:] == [
        (6, "cc"),
        (6, "nummod"),
        (2, "conj"),
    ]


def test_a_second_subject_behind_the_verb_is_that_of_the_participle_behind_it():
    rows = [*KILLED[:4], ("dozens", 2, "nsubj:pass", "NOUN", "NNS")]
    found = arcs([*rows, ("injured", 4, "acl", "VERB", "VBN")])
    assert found[3:] == [(5, "cc"), (5, "nsubj:pass"), (2, "conj")]
