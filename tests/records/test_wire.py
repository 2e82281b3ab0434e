"""JSON is the contract: what goes out comes back, and what is not a reading is refused in words."""

import pytest
from builders import a_claim, a_reading

from tocsin.errors import InputError
from tocsin.records import Cue, dumps, loads, plain, schema


def test_a_reading_comes_back_as_it_went():
    reading = a_reading(a_claim(cue=Cue(text="said", span=(64, 68), class_="report")))
    assert loads(dumps(reading)) == reading


def test_fields_have_the_names_of_the_contract():
    found = plain(a_reading(a_claim(cue=Cue(text="said", span=(64, 68), class_="report"))))
    assert list(found) == [
        "schema",
        "reader",
        "report",
        "sentences",
        "layers",
        "claims",
        "problems",
    ]
    assert found["claims"][0]["cue"]["class"] == "report"
    assert dumps(a_reading()).count("\n") == 0


def test_what_is_not_a_reading_is_refused_with_the_place():
    with pytest.raises(InputError, match=r"tocsin schema.*reader"):
        loads('{"schema": 1}')
    with pytest.raises(InputError, match="tocsin schema"):
        loads("no json")


def test_the_schema_names_its_dialect():
    assert schema()["$schema"].startswith("https://json-schema.org/")
    assert set(schema()["$defs"]) >= {"Reading", "Report", "Claim", "Source", "Time"}
