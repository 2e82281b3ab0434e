"""The built-in reader is joined from the same rules that the tests of the rules read."""

import pytest

import tocsin
from tocsin.read import reader as module
from tocsin.read.events import event_rules
from tocsin.run.reader import english, load_rules


def test_the_reader_is_built_once_and_its_stamp_names_model_and_rules():
    assert english() is english()
    model, rules = english().stamp.split("+rules.")
    assert model.startswith("en-")
    assert len(rules) == 8


def test_the_reader_has_the_rules_that_the_rule_tests_prove():
    assert load_rules("en").events == event_rules("en")


@pytest.mark.parametrize("word", ["struck", "hit", "attacked", "shelled"])
def test_inflected_words_are_known(word):
    reading = tocsin.read(f"Rebels {word} the port of Goma on Monday.", published="2024-12-23")
    assert [claim.event.type for claim in reading.claims] == ["attack"]


def test_a_text_without_end_is_read_to_a_stated_character(monkeypatch):
    monkeypatch.setattr(module, "MOST_CHARACTERS", 1_000)
    reading = tocsin.read("Rain fell. " * 100, language="en")
    assert len(reading.report.text) == 1_100
    assert reading.sentences[-1][1] <= 1_000
    assert any("read to character 1,000 of 1,100" in p for p in reading.problems)


COPIED = 'The rebels shelled Goma on Monday. "We killed 40 soldiers," their spokesman told Reuters.'
PAPERS = [
    {"publisher": "Reuters", "published": "2024-12-24"},
    {"publisher": "Goma Times", "published": "2024-12-31"},
    {"publisher": "Goma Times", "published": "2024-12-31", "title": "The Rebels Shelled Goma"},
]


def forget():
    for at_hand in (english()._parsed, english()._events):
        at_hand.cache_clear()


def test_a_copy_is_read_as_if_it_were_the_only_one():
    forget()
    together = [tocsin.read(COPIED, **paper) for paper in PAPERS]
    for paper, reading in zip(PAPERS, together, strict=True):
        forget()
        assert tocsin.read(COPIED, **paper) == reading
    assert len({reading.claims for reading in together}) > 1


def test_a_text_from_many_sites_is_parsed_once(monkeypatch):
    forget()
    parsed, parse = [], english().encoder.parse
    monkeypatch.setattr(english().encoder, "parse", lambda words: parsed.append(1) or parse(words))
    for paper in PAPERS:
        tocsin.read(COPIED, **paper)
    assert len(parsed) == 1
