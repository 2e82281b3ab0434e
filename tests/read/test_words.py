"""Words of English, as the treebanks cut them, and the law that each stands where it says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.words import Cutter, WordRules
from tocsin.rules import load

RULES = load("en", "words.toml", WordRules)
CUTTER = Cutter(RULES)


def words(text):
    return [word.text for word in CUTTER.words(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("don't", "do n't"),
        ("won’t", "wo n’t"),
        ("cannot", "can not"),
        ("Seoul's", "Seoul 's"),
        ("soldiers'", "soldiers '"),
        ("self-propelled", "self - propelled"),
        ("test-fire", "test - fire"),
        ("anti-ship", "anti-ship"),
        ("Kim Jong-un's", "Kim Jong - un 's"),
        ("1,100", "1,100"),
        ("240mm", "240 mm"),
        ("$5.2bn", "$ 5.2 bn"),
        ("US$5", "US$ 5"),
        ("3.5%", "3.5 %"),
        ("9/11", "9/11"),
        ("5:30", "5:30"),
        ("2024-25", "2024 - 25"),
        ("713-853-3989", "713-853-3989"),
        ("4th", "4th"),
        ("1990s", "1990s"),
        ("5G", "5G"),
        ("U.S.", "U.S."),
        ("p.m.,", "p.m. ,"),
        ("(U.N.)", "( U.N. )"),
        ("Gen.", "Gen."),
        ("Jan. 6", "Jan. 6"),
        ("Sept.", "Sept."),
        ("No. 5", "No. 5"),
        ("no. They", "no . They"),
        ("So do I.", "So do I ."),
        ("and/or", "and / or"),
        ("AT&T", "AT&T"),
        ("O'Rourke", "O'Rourke"),
        ("Shi'ite", "Shi'ite"),
        ("said...", "said ..."),
        ("What?!", "What ?!"),
        ("ICBM--a", "ICBM -- a"),
        ("“Stop,”", "“ Stop , ”"),
        ("end.The", "end . The"),
        ("Compaq.com", "Compaq.com"),
        ("(https://a.b/c?d=1).", "( https://a.b/c?d=1 ) ."),
        ("a.b@c.org.", "a.b@c.org ."),
        ("in\u00a0Seoul\u200b.", "in Seoul ."),
        ("北朝鮮が", "北 朝 鮮 が"),
        ("أعلنت سيول.", "أعلنت سيول ."),
    ],
)
def test_a_text_is_cut_as_the_treebanks_cut_it(text, cut):
    assert words(text) == cut.split(" ")


@given(st.text(max_size=300))
def test_every_word_stands_where_it_says_and_none_overlaps_another(text):
    found = CUTTER.words(text)
    assert all(text[w.start : w.end] == w.text and w.text for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet="ab1.,-'’$\" (", max_size=80))
def test_no_mark_and_no_letter_is_lost(text):
    covered = {i for word in CUTTER.words(text) for i in range(word.start, word.end)}
    assert covered == {i for i, char in enumerate(text) if not char.isspace()}


def test_a_lone_surrogate_is_a_mark_like_another():
    assert words("a \ud800 b")[::2] == ["a", "b"]


def test_words_of_a_part_count_from_the_start_of_the_text():
    text = "He left. Seoul's army stayed."
    found = CUTTER.words(text, 9, 21)
    assert [(w.start, w.text) for w in found] == [(9, "Seoul"), (14, "'s"), (17, "army")]


def kept(rule, text):
    return any(w[:-1].lower() in rule.words for w in words(text) if w.endswith(".") and len(w) > 1)


def split_off(rule, text):
    return any(w.lower().replace("’", "'") in rule.words for w in words(text))


def cut_in_two(rule, text):
    pairs = zip(words(text), words(text)[1:], strict=False)
    return any(f"{a}|{b}".lower() in rule.cuts for a, b in pairs)


def held(rule, text):
    return any(w.lower().split("-")[0] in rule.words for w in words(text) if "-" in w)


def behind_a_number(rule, text):
    return any(
        a.end == b.start and a.text[-1].isdigit() and b.text in rule.words
        for a, b in zip(CUTTER.words(text), CUTTER.words(text)[1:], strict=False)
    )


def rows():
    shows = {
        "abbreviation": kept,
        "clitic": split_off,
        "compound": cut_in_two,
        "prefix": held,
        "unit": behind_a_number,
    }
    for name, show in shows.items():
        for rule in getattr(RULES, name):
            yield pytest.param(rule, show, id=f"{name}: {rule.kind}")


@pytest.mark.parametrize(("rule", "shows"), list(rows()))
def test_a_rule_shows_on_its_examples_and_not_on_its_counter_examples(rule, shows):
    assert all(shows(rule, text) for text in rule.example)
    assert not any(shows(rule, text) for text in rule.counter)
