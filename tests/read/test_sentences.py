"""Sentences: where they end, where they do not, and that nothing is lost on the way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.sentences import MOST_WORDS, Splitter
from tocsin.read.words import WordRules
from tocsin.rules import load

RULES = load("en", "words.toml", WordRules)
SPLITTER = Splitter(RULES)


def sentences(text):
    return [text[s[0].start : s[-1].end] for s in SPLITTER.split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He left.|They stayed.",
        "He met Gen. Kim.|Then he left.",
        "The U.S. Army left the U.S.|The army stayed.",
        "It began on Jan. 6 in Seoul.|It ended on Sept. 3.",
        'He said: "We left."|They stayed.',
        '"Why?" he asked.|"We left."|She sighed.',
        "“Stop.”|They left (at 5 p.m.).|Rain fell.",
        "It cost 3.5 million.|10 people paid.",
        "He paused...|Then he left.",
        "In Noida etc. they build it.",
        "Arms (e.g. Russian guns) came.",
        "He joined in 1805. [6]|He left in 1806.",
        "(Corrects the toll in paragraph two)|A blast killed ten.",
        "(Reuters) - (Corrects the toll in paragraph two)|A blast killed ten.",
        "(Reuters) - A blast (the second in two days) killed ten.",
        "We saw it all.it was big.",
        "the shop is closed.|it is now a bar.",
        "Yahoo! said so.",
        "北が発射。|日本は抗議。",
        "1. First of all, he left.|2. Then he came.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text):
    parts = text.split("|")
    assert sentences(" ".join(parts)) == parts


def test_a_missing_space_hides_no_end():
    assert sentences("He left.The army stayed.") == ["He left.", "The army stayed."]


def test_a_blank_line_always_ends_a_sentence():
    assert sentences("North Korea fires\n\nmissile into the sea") == [
        "North Korea fires",
        "missile into the sea",
    ]


def test_a_headline_and_the_items_of_a_list_stand_alone():
    text = "Seoul warns of launch\nThe army said so on Monday.\n- One missile\n- Two drones\n"
    assert sentences(text) == [
        "Seoul warns of launch",
        "The army said so on Monday.",
        "- One missile",
        "- Two drones",
    ]


def test_a_line_break_inside_a_wrapped_paragraph_ends_nothing():
    text = (
        "The text of the report begins here and was\n"
        "wrapped by hand at forty-four columns; the\n"
        "North Korean capital is named at the start\n"
        "of a line."
    )
    assert sentences(text) == [text]


@given(st.text(alphabet="Aab .!?\"'”)]\n\r12[", max_size=120))
def test_sentences_hold_all_words_once_and_in_order(text):
    found = [word for sentence in SPLITTER.split(text) for word in sentence]
    assert all(SPLITTER.split(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for word in found for i in range(word.start, word.end)}
    assert covered == {i for i, char in enumerate(text) if not char.isspace()}


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\n" * 500])
def test_a_text_without_words_has_no_sentences(text):
    assert sentences(text) == []


def test_a_hundred_thousand_words_without_a_stop_come_in_parts_and_none_is_lost():
    parts = list(SPLITTER.split("word " * 100_000))
    assert max(map(len, parts)) == MOST_WORDS
    assert sum(map(len, parts)) == 100_000


def test_a_part_ends_at_a_pause_where_there_is_one():
    text = " ".join(["word"] * 249 + [","] + ["word"] * 100)
    assert [part[-1].text for part in SPLITTER.split(text)] == [",", "word"]


def shows(rule, text):
    """Say whether one of the rule's words begins a sentence behind a word with a period."""
    found = list(SPLITTER.split(text))
    return any(
        after[0].text.lower() in rule.words or after[0].text in rule.words for after in found[1:]
    )


@pytest.mark.parametrize("rule", RULES.starter, ids=lambda rule: rule.kind)
def test_a_starter_ends_the_sentence_before_it(rule):
    assert all(shows(rule, text) for text in rule.example)
    assert not any(shows(rule, text) for text in rule.counter)


@pytest.mark.parametrize("rule", RULES.letter, ids=lambda rule: rule.kind)
def test_a_letter_that_is_a_word_ends_its_sentence(rule):
    assert all(len(sentences(text)) == 2 for text in rule.example)
    assert all(len(sentences(text)) == 1 for text in rule.counter)
