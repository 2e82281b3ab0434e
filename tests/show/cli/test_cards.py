"""Cards of what weighing finds say what is not known, and say it once."""

from datetime import UTC, datetime

import pytest
from tellings import KURSK, TURKEY, on
from weighed_desk import DENIAL, DONE, told

from tocsin.records import Reading, Report
from tocsin.run.desk import Desk

QUAKE = {"of": "people", "place": TURKEY}


@pytest.fixture
def shown(tocsin, tmp_path):
    """Return a function that keeps readings and gives what a command prints of them."""
    desk = tmp_path / "desk.db"

    def shown(command, *readings):
        with Desk.open(desk) as opened:
            list(opened.add_many(readings))
        return tocsin(command, "--db", desk).out

    return shown


def undated(reading):
    known = reading.report
    report = Report(text=known.text, publisher=known.publisher, file=known.file, language="en")
    return Reading(reader="test-1", report=report, claims=reading.claims)


def test_what_has_no_date_stands_at_no_day_though_it_was_collected_on_one(shown):
    toll = undated(told("3,000 people have been killed in Turkey", "Demo Wire", 7, **QUAKE))
    assert "undated  3,000  Demo Wire" in shown("estimates", toll)
    story = shown("stories")
    assert "1 report from 1 origin · undated" in story
    assert str(datetime.now(UTC).year) not in story


def test_a_story_without_words_to_name_it_is_unnamed(shown):
    text = "qrs" * 2000
    bare = Reading(reader="test-1", report=Report(text=text, file="a.txt", language="en"))
    story = shown("stories", bare)
    assert story.startswith("unnamed  story_")


def test_a_voice_that_several_print_is_one_line_with_their_number(shown):
    text = "3,000 people have been killed in Turkey, the Health Ministry said"
    several = [
        told(text, name, 7, f" {name} saw {n}.", source="Health Ministry", **QUAKE)
        for n, name in enumerate(("Demo Wire", "Harbour Post", "City News"))
    ]
    said = shown("estimates", *several)
    assert "Health Ministry · 3 times" in said
    assert said.count("“3,000 people") == 1


def test_of_a_long_quote_a_list_shows_the_beginning(shown):
    move = {"trigger": "deployed", "type": "deployment", "place": KURSK}
    denial = f"{DENIAL}{' or to any town near it' * 8} last week"
    said = shown(
        "contradictions",
        told(DONE, "City News", 10, source="Kursk Council", time=on(9, "Thursday"), **move),
        told(denial, "North Daily", 11, source="Northern Army", polarity="denied", **move),
    )
    assert "The Northern Army denies" in said
    assert "…”" in said
    assert "last week" not in said
