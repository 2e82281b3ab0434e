"""Every event type shows on its examples and keeps off its counter-examples, read by the model."""

import re

import pytest

from tocsin.errors import SetupError
from tocsin.read.events import Event, event_rules, find_events
from tocsin.read.repair import repaired
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.models import load_encoder

RULES = event_rules("en")
SPLITTER = Splitter(load("en", "words.toml", WordRules))
FAMILIES = {
    "posture": 8,
    "capability": 8,
    "violence": 6,
    "grey zone": 5,
    "diplomacy": 12,
    "politics": 8,
    "support": 4,
    "harm": 7,
}


def read(text: str) -> list[Event]:
    try:
        encoder = load_encoder("en")
    except SetupError as missing:
        pytest.skip(str(missing))
    sentences = map(repaired, encoder.parse(list(SPLITTER.split(text))))
    return find_events(Document(Report(text=text), tuple(sentences)), RULES)


def words(tokens) -> str:
    return " ".join(token.text for token in tokens)


def parts(example: str) -> tuple[str, set[str], list[tuple[str, str]]]:
    text, *roles = (part.strip() for part in example.split("|"))
    marked = {word for mark in re.findall(r"\[(.+?)\]", text) for word in mark.split()}
    wanted = [tuple(role.split("=", 1)) for role in roles]
    return text.replace("[", "").replace("]", ""), marked, wanted


def meets(event: Event, name: str, marked: set[str], wanted: list[tuple[str, str]]) -> bool:
    if event.type != name or not marked & {token.text for token in event.trigger}:
        return False
    return all(any(want in words(r.tokens) for r in event.role(role)) for role, want in wanted)


@pytest.mark.parametrize("name", RULES.types)
def test_a_type_shows_on_its_examples(name: str) -> None:
    for example in RULES.types[name].example:
        text, marked, wanted = parts(example)
        found = read(text)
        assert any(meets(event, name, marked, wanted) for event in found), (example, found)


@pytest.mark.parametrize("name", RULES.types)
def test_a_type_keeps_off_its_counter_examples(name: str) -> None:
    for text in RULES.types[name].counter:
        assert [words(e.trigger) for e in read(text) if e.type == name] == [], text


@pytest.mark.parametrize("name", RULES.types)
def test_an_example_marks_its_trigger(name: str) -> None:
    assert all("[" in example for example in RULES.types[name].example)


def test_the_list_of_types_is_whole() -> None:
    assert len(RULES.types) == sum(FAMILIES.values())
    assert "other" not in RULES.types


def test_every_class_of_words_is_used() -> None:
    named = {"light", "undergo", "occurring", "authoring", "silent", "unasserted", "absence"}
    named |= {"grave"}
    # Parts of @unwarlike and of the topic of the home.
    named |= {
        "creatures",
        "plants",
        "dishes",
        "skies",
        "bodily",
        "wares",
        "moods",
        "worths",
        "oddities",
    }
    named |= {"measures", "figures", "carriers", "pronouns", "told-before-noun", "recorded"}
    named |= {"light-with-preposition", "undergo-with-preposition", "befalling"}
    named |= {"deeds", "arms", "papers", "bounds"}
    named |= {"summaries", "employing-verbs", "doing-verbs", "pro-forms", "object-lending"}
    named |= {"owning-verbs", "responsibility", "listing"}
    named |= {"numbering", "partitive", "part-pronouns", "including", "gap-ties"}
    named |= {
        "days",
        "giving",
        "figure-nouns",
        "list-nouns",
        "tallied",
        "counting-ties",
        "counting-verbs",
        "amounting",
        "losing",
    }
    for rule in RULES.types.values():
        lists = [*rule.bars.values()]
        for trigger in rule.triggers:
            lists += [*trigger.needs.values(), *trigger.bars.values()]
        named |= {ref[1:] for refs in lists for ref in refs if ref.startswith("@")}
    for frame in RULES.frames.values():
        for slots in frame.values():
            refs = [ref for slot in slots for ref in slot.partition(":")[2].split("|")]
            named |= {ref[1:] for ref in refs if ref.startswith("@")}
    assert sorted(RULES.classes.keys() - named) == []
