"""Made-up sentences: news usage of the world's press is met, other uses of its words are not."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tocsin.errors import SetupError
from tocsin.read.events import event_rules, find_events
from tocsin.read.repair import repaired
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.models import load_encoder

GOLD = tomllib.loads((Path(__file__).parents[3] / "gold" / "events-en.toml").read_text("utf-8"))
# Shares of the sentences; they only move the one way.
MET_AT_LEAST, FALSE_AT_MOST = 0.97, 0.02


TOLD = [(name, text) for name, texts in GOLD["told"].items() for text in texts]
QUIET = [text for texts in GOLD["quiet"].values() for text in texts]


@cache
def found() -> dict[str, tuple[str, ...]]:
    """Return the types that each sentence is read for; they are parsed in one go."""
    try:
        encoder = load_encoder("en")
    except SetupError as missing:
        pytest.skip(str(missing))
    splitter, rules = Splitter(load("en", "words.toml", WordRules)), event_rules("en")
    texts = [*(text for _, text in TOLD), *QUIET]
    split = [list(splitter.split(text)) for text in texts]
    parsed = map(repaired, encoder.parse([words for sentences in split for words in sentences]))
    documents = [
        Document(Report(text=text), tuple(next(parsed) for _ in sentences))
        for text, sentences in zip(texts, split, strict=True)
    ]
    return {d.text: tuple(event.type for event in find_events(d, rules)) for d in documents}


def test_the_words_of_the_press_are_met() -> None:
    missed = [(name, text) for name, text in TOLD if name not in found()[text]]
    assert 1 - len(missed) / len(TOLD) >= MET_AT_LEAST, missed


def test_words_of_war_in_other_fields_make_few_claims() -> None:
    false = [(text, found()[text]) for text in QUIET if found()[text]]
    assert sum(len(types) for _, types in false) / len(QUIET) <= FALSE_AT_MOST, false


def test_every_type_of_the_made_up_sentences_is_a_type() -> None:
    assert set(GOLD["told"]) <= set(event_rules("en").types)
