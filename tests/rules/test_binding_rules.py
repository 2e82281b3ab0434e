"""The binding rules show on their examples and not on their counter-examples."""

import pytest

import tocsin
from tocsin.read.claims import BindingRules
from tocsin.rules import load

RULES = load("en", "binding.toml", BindingRules)


def parts(text):
    """Return the claims of `text`, published by somebody."""
    return tocsin.read(text, published="2024-12-23", language="en", publisher="Demo Post").claims


def placed(text):
    return any(claim.place for claim in parts(text))


def counted(text):
    return any(claim.quantity for claim in parts(text))


def speaks(text):
    return any(role.name == "Demo Post" for claim in parts(text) for role in claim.roles)


def shared(text):
    """Say whether two claims have one time."""
    times = [claim.time.text for claim in parts(text) if claim.time]
    return len(times) > len(set(times))


SHOWS = {
    "sharing": shared,
    "place": placed,
    "described": placed,
    "measured": counted,
    "speaker": speaks,
}


@pytest.mark.parametrize("name", SHOWS)
def test_a_rule_shows_on_its_examples(name):
    rule, shows = getattr(RULES, name), SHOWS[name]
    assert [text for text in rule.example if not shows(text)] == []
    assert [text for text in rule.counter if shows(text)] == []


def test_what_is_known_already_is_no_figure():
    assert not any(counted(text) for text in RULES.known.example)
    assert all(counted(text) for text in RULES.known.counter)


def became(text):
    """Return what became of those whom the claims of `text` count."""
    return {role.name for claim in parts(text) for role in claim.roles if role.role == "object"}


@pytest.mark.parametrize("rule", RULES.outcome, ids=lambda rule: rule.name)
def test_an_outcome_shows_on_its_examples(rule):
    assert [text for text in rule.example if rule.name not in became(text)] == []
    assert [text for text in rule.counter if rule.name in became(text)] == []
