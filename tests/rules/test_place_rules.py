"""Every rule of places shows on its examples and leaves its counter-examples alone.

A rule shows where the reading is another without it. The rules of government need a parse, for
which the shipped model stands.
"""

import re
from dataclasses import fields, replace
from functools import cache

import pytest

from tocsin.read.places import find_places, place_rules, resolve_spans
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.gazetteer import open_gazetteer
from tocsin.run.models import load_encoder

RULES, GAZETTEER = place_rules("en"), open_gazetteer()
PLAIN = (
    "head", "near", "part", "border", "locative", "joined", "abbreviated", "article", "person",
    "common",
)  # fmt: skip
SITE = re.compile(r"(?<!^)[A-Z]\w+(?: [A-Z]\w+)*")


@cache
def parsed(text):
    words = list(Splitter(load("en", "words.toml", WordRules)).split(text))
    return Document(Report(text=text), tuple(load_encoder().parse(words)))


def plain(text):
    return Document(Report(text=text), ())


def without(name):
    rule = getattr(RULES.usage, name)
    lists = {f.name: () for f in fields(rule) if f.name not in ("example", "counter")}
    return replace(RULES, usage=replace(RULES.usage, **{name: replace(rule, **lists)}))


def changed(name, texts, document=plain):
    ablated = without(name)
    return [
        text
        for text in texts
        if find_places(document(text), RULES, GAZETTEER)
        != find_places(document(text), ablated, GAZETTEER)
    ]


@pytest.mark.parametrize("name", PLAIN)
def test_a_rule_shows_on_its_examples(name):
    examples = getattr(RULES.usage, name).example
    assert changed(name, examples) == list(examples)


@pytest.mark.parametrize("name", PLAIN)
def test_a_rule_leaves_its_counter_examples_alone(name):
    assert changed(name, getattr(RULES.usage, name).counter) == []


@pytest.mark.parametrize("text", RULES.usage.government.example)
def test_a_government_is_told_from_a_place(text):
    assert changed("government", [text], parsed) == [text]


@pytest.mark.parametrize("text", RULES.usage.government.counter)
def test_a_place_is_told_from_a_government(text):
    assert changed("government", [text], parsed) == []


def sites(text):
    """Return how finely the names in capitals are told that another reader found."""
    spans = [match.span() for match in SITE.finditer(text)]
    return [p.precision for p in resolve_spans(plain(text), spans, RULES, GAZETTEER)]


@pytest.mark.parametrize("text", RULES.usage.site.example)
def test_a_site_is_placed_by_the_name_that_it_begins_with(text):
    assert sites(text) == ["site"]


@pytest.mark.parametrize("text", RULES.usage.site.counter)
def test_what_is_no_site_is_not_placed_so(text):
    assert "site" not in sites(text)


def test_names_of_the_book_are_found_in_its_examples_and_not_in_its_counter_examples():
    book = RULES.book.proof
    assert all(find_places(plain(text), RULES, GAZETTEER) for text in book.example)
    assert not any(find_places(plain(text), RULES, GAZETTEER) for text in book.counter)


def test_every_known_place_has_a_name_and_every_code_a_place():
    named = set(RULES.book.names)
    assert set(RULES.known) <= named
    codes = named - set(RULES.known)
    assert not [c for c in codes if not (GAZETTEER.division(c) or GAZETTEER.state(c))]


def test_every_known_place_is_on_the_map():
    assert all(-90 <= k.at[0] <= 90 and -180 <= k.at[1] <= 180 for k in RULES.known.values())
