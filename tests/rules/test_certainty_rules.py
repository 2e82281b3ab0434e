"""Every cue and term of likelihood shows on its examples and keeps off its counter-examples."""

import re
from itertools import pairwise

import pytest

from tocsin.errors import SetupError
from tocsin.read.certainty import certainty_rules, cues, stance
from tocsin.read.events import Event, event_rules, find_events
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.models import load_encoder

EVENTS = event_rules("en")
RULES = certainty_rules("en")
SPLITTER = Splitter(load("en", "words.toml", WordRules))
TERMS = {rule.term: rule for rule in RULES.file.likelihoods}


def read(example: str) -> tuple[Document, list[Event], set[str]]:
    try:
        encoder = load_encoder("en")
    except SetupError as missing:
        pytest.skip(str(missing))
    marked_text, type_ = (part.strip() for part in example.split("|"))
    marked = set(re.findall(r"\[(.+?)\]", marked_text))
    text = marked_text.replace("[", "").replace("]", "")
    document = Document(Report(text=text), tuple(encoder.parse(list(SPLITTER.split(text)))))
    return document, [e for e in find_events(document, EVENTS) if e.type == type_], marked


def cues_named(name: str, example: str) -> tuple[set[str], set[str]]:
    document, events, marked = read(example)
    assert events, f"the event of {example!r} is not found"
    hits = [hit for event in events for hit in cues(document, event, RULES) if hit.name == name]
    return {" ".join(token.text for token in hit.tokens) for hit in hits}, marked


def terms_of(example: str) -> tuple[set[tuple[str, float, float]], set[str]]:
    document, events, marked = read(example)
    assert events, f"the event of {example!r} is not found"
    found = [stance(document, event, [], [], RULES).likelihood for event in events]
    return {(term.text, term.low, term.high) for term in found if term is not None}, marked


@pytest.mark.parametrize("name", RULES.file.cues)
def test_a_cue_shows_on_its_examples(name: str) -> None:
    for example in RULES.file.cues[name].example:
        found, marked = cues_named(name, example)
        assert marked & found, example


@pytest.mark.parametrize("name", RULES.file.cues)
def test_a_cue_keeps_off_its_counter_examples(name: str) -> None:
    for example in RULES.file.cues[name].counter:
        assert cues_named(name, example)[0] == set(), example


@pytest.mark.parametrize("term", TERMS)
def test_a_likelihood_shows_on_its_examples(term: str) -> None:
    rule = TERMS[term]
    for example in rule.example:
        found, marked = terms_of(example)
        assert found == {(text, rule.low, rule.high) for text in marked}, example


@pytest.mark.parametrize("term", TERMS)
def test_a_likelihood_keeps_off_its_counter_examples(term: str) -> None:
    rule = TERMS[term]
    for example in rule.counter:
        assert (rule.low, rule.high) not in {(low, high) for _, low, high in terms_of(example)[0]}


def test_words_of_possibility_get_no_number() -> None:
    for modal in ("may", "might", "could"):
        assert terms_of(f"Russia {modal} attack Odesa. | attack")[0] == set()


def test_the_rows_of_likelihood_touch_but_do_not_overlap() -> None:
    rows = sorted((rule.low, rule.high) for rule in TERMS.values())
    assert all(one[1] <= two[0] for one, two in pairwise(rows))
