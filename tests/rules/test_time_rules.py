"""Every time rule shows on its examples and keeps off its counter-examples."""

from datetime import UTC, datetime

import pytest

from tocsin.read.syntax import Document
from tocsin.read.times import time_rules
from tocsin.read.times.find import Found, trace
from tocsin.records import Report
from tocsin.rules import languages

LANGUAGES = languages()
RULES = {name: time_rules(name) for name in LANGUAGES}
PATTERNS = [(lang, name) for lang, rules in RULES.items() for name in rules.rules]
AROUND = [(lang, name) for lang, r in RULES.items() for name in (*r.frames, *r.links)]


def times_of(language: str, text: str) -> list[Found]:
    report = Report(text=text, published=datetime(2024, 12, 23, tzinfo=UTC))
    return trace(Document(report, ()), RULES[language])


def shows(language: str, name: str, text: str) -> bool:
    return any(name in found.rules for found in times_of(language, text))


@pytest.mark.parametrize(("language", "name"), PATTERNS)
def test_a_rule_shows_on_its_examples(language: str, name: str) -> None:
    rule = RULES[language].rules[name]
    assert [text for text in rule.example if not shows(language, name, text)] == []
    got = [found.time.value for text in rule.example for found in times_of(language, text)]
    assert not rule.gives or got == list(rule.gives)


@pytest.mark.parametrize(("language", "name"), PATTERNS)
def test_a_rule_keeps_off_its_counter_examples(language: str, name: str) -> None:
    rule = RULES[language].rules[name]
    assert [text for text in rule.counter if shows(language, name, text)] == []


@pytest.mark.parametrize(("language", "name"), AROUND)
def test_words_around_a_time_open_its_days(language: str, name: str) -> None:
    rules = RULES[language]
    rule = rules.frames.get(name) or rules.links[name]
    assert [text for text in rule.example if not shows(language, name, text)] == []
    got = [times_of(language, text)[-1].time for text in rule.example]
    assert [f"{t.start or ''}/{t.end or ''}" for t in got] == list(rule.gives)


@pytest.mark.parametrize(("language", "name"), AROUND)
def test_words_around_a_time_keep_off_their_counter_examples(language: str, name: str) -> None:
    rules = RULES[language]
    rule = rules.frames.get(name) or rules.links[name]
    assert [text for text in rule.counter if shows(language, name, text)] == []
