"""The contract: a reading survives JSON, and what is printed is what `tocsin schema` describes."""

import json
from functools import cache

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from strategies import readings

from tocsin.records import dumps, loads, schema

thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def validator():
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


@thorough
@given(readings())
def test_a_reading_comes_back_from_json_as_it_went(reading):
    assert loads(dumps(reading)) == reading


@thorough
@given(readings())
def test_what_is_printed_validates_against_the_schema(reading):
    line = dumps(reading)
    assert "\n" not in line
    validator().validate(json.loads(line))


@thorough
@given(readings())
def test_every_quote_equals_its_characters_in_the_printed_text(reading):
    printed = json.loads(dumps(reading))
    for claim in printed["claims"]:
        start, end = claim["span"]
        assert printed["report"]["text"][start:end] == claim["quote"]


def test_the_schema_refuses_what_the_contract_does_not_know():
    assert not validator().is_valid({"schema": 1, "reader": "en-1"})
    assert not validator().is_valid({"reader": "en-1", "report": {"text": 5}})
