"""`types` tells what every kind of event means, and a wrong name is answered with the right one."""

import json

import pytest

from tocsin.run.event_types import event_types


def test_every_type_is_told_with_its_meaning_and_a_sentence(tocsin):
    said = " ".join(tocsin("types").out.split())
    assert all(kind.definition in said and kind.example in said for kind in event_types())
    assert said.endswith(f"{len(event_types())} types")


def test_programs_get_a_record_for_each_type(tocsin):
    found = json.loads(tocsin("types", "--format", "json").out)
    assert {kind["name"] for kind in found} == {kind.name for kind in event_types()}
    assert found[0].keys() == {"name", "family", "definition", "plover", "mode", "example"}


@pytest.mark.parametrize("command", ["claims", "events", "contradictions", "estimates"])
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("deploiment", "Did you mean deployment? `tocsin types` lists them."),
        ("xyzzy", "There is no event type 'xyzzy'. `tocsin types` lists them."),
    ],
)
def test_a_name_that_is_no_type_is_said_where_nothing_is_found(
    tocsin, tmp_path, command, asked, words
):
    report = tmp_path / "a.txt"
    report.write_text("Nothing of note was said.")
    desk = tmp_path / "desk.db"
    tocsin("add", report, "--db", desk, "--published", "2024-12-23")
    assert words in tocsin(command, "--type", asked, "--db", desk).err
    assert "no event type" not in tocsin(command, "--type", "attack", "--db", desk).err
