"""What stands inside a clause belongs to it."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.repair import repaired
from tocsin.read.syntax import Sentence, Token


def a_sentence(rows):
    tokens, at = [], 0
    for i, (text, head, deprel) in enumerate(rows):
        tokens.append(Token(i, at, at + len(text), text, text, "X", "X", head, deprel))
        at += len(text) + 1
    return Sentence(tuple(tokens))


def test_a_time_behind_the_subordinator_belongs_to_the_clause():
    rows = [("Images", 1, "nsubj"), ("show", -1, "root"), ("that", 6, "mark"), ("on", 4, "case")]
    rows += [("Monday", 1, "obl"), ("trains", 6, "nsubj"), ("left", 1, "ccomp")]
    assert repaired(a_sentence(rows)).tokens[4].head == 6


def test_a_time_before_the_subordinator_stays_where_it_is():
    rows = [("He", 1, "nsubj"), ("said", -1, "root"), ("Monday", 1, "obl"), ("that", 5, "mark")]
    rows += [("trains", 5, "nsubj"), ("left", 1, "ccomp")]
    sentence = a_sentence(rows)
    assert repaired(sentence) is sentence


def test_who_stands_behind_the_closing_mark_belongs_to_the_verb_of_saying():
    rows = [("“", 2, "punct"), ("We", 2, "nsubj"), ("win", 5, "ccomp"), ("”", 2, "punct")]
    rows += [("he", 2, "nsubj"), ("said", -1, "root"), ("Monday", 2, "obl")]
    sentence = a_sentence(rows)
    marked = Sentence(tuple(t._replace(xpos="''") if t.i == 3 else t for t in sentence.tokens))
    assert [repaired(marked).tokens[i].head for i in (4, 6)] == [5, 5]
    assert repaired(sentence) is sentence


def test_a_second_quotation_is_left_alone():
    rows = [("“", 1, "punct"), ("Win", 3, "ccomp"), ("”", 1, "punct"), ("said", -1, "root")]
    rows += [("he", 3, "nsubj")]
    sentence = a_sentence(rows)
    assert repaired(sentence) is sentence


@st.composite
def odd_trees(draw):
    size = draw(st.integers(2, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: -1}
    for at, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, at - 1))]
    rels = st.sampled_from(["ccomp", "advcl", "mark", "punct", "nsubj", "acl:relcl", "csubj"])
    tags = st.sampled_from(["''", "NN", "VB"])
    rows = [("w", heads[i], draw(rels)) for i in range(size)]
    return Sentence(tuple(t._replace(xpos=draw(tags)) for t in a_sentence(rows).tokens))


@given(odd_trees())
def test_what_comes_out_is_a_tree(sentence):
    mended = repaired(sentence)
    for token in mended.tokens:
        above, steps = token.head, 0
        while above >= 0:
            above, steps = mended.tokens[above].head, steps + 1
            assert steps <= len(mended.tokens)
    assert sum(token.head < 0 for token in mended.tokens) == 1
