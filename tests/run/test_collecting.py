"""Targets become outcomes in their order; one bad item never stops the rest."""

import json
from datetime import UTC, datetime

import pytest

from tocsin.errors import InputError
from tocsin.run.collecting import kept_already, read_targets
from tocsin.run.desk import Desk


def a_record(path, text):
    path.write_text(json.dumps({"text": text, "published": "2024-12-23", "language": "en"}))
    return str(path)


def test_outcomes_come_in_order_with_what_was_passed_over(tmp_path):
    first = a_record(tmp_path / "a.json", "The army said 40 soldiers were killed on Monday.")
    last = a_record(tmp_path / "c.json", "The navy said 3 ships were sunk on Monday.")
    outcomes = list(read_targets([first, str(tmp_path / "none.txt"), last]))
    assert [o.reading is not None for o in outcomes] == [True, False, True]
    assert "none.txt" in outcomes[1].where
    assert outcomes[1].problems


def test_a_single_target_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(InputError):
        list(read_targets([str(tmp_path / "none.txt")]))


def test_what_is_given_for_all_is_kept_in_each(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The army said that forty soldiers were killed in the town on Monday.")
    when = datetime(2024, 12, 23, tzinfo=UTC)
    (outcome,) = read_targets([str(file)], published=when, publisher="Demo Post")
    assert outcome.reading.report.published == when
    assert outcome.reading.report.publisher == "Demo Post"


def test_what_a_desk_holds_is_not_read_again_until_it_changes(tmp_path):
    files = [
        a_record(tmp_path / "a.json", "The army said 40 soldiers were killed on Monday."),
        a_record(tmp_path / "b.json", "The navy said 3 ships were sunk on Monday."),
    ]
    with Desk.open(tmp_path / "desk.db") as desk:
        known = kept_already(desk.readers_of)
        list(desk.add_many(outcome.reading for outcome in read_targets(files, known=known)))
        again = list(read_targets(files, known=known))
        assert [(one.known, one.reading) for one in again] == [(True, None), (True, None)]
        a_record(tmp_path / "b.json", "The navy said 4 ships were sunk on Monday.")
        assert [one.known for one in read_targets(files, known=known)] == [True, False]
