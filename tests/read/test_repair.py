"""What stands inside a clause belongs to it."""

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
