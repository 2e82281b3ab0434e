"""A figure without its noun stands against the one before it, if another gives it."""

from dataclasses import replace

import pytest
from deeds import KYIV, LVIV, deed, kinds, on, told
from tellings import figure_in, placed

FIGURE = [("contradicts", ("figure",))]


def figure(text, trigger, source=None, of=None, **parts):
    claim = deed(text, trigger, "economic-disruption", source=source)
    return replace(claim, quantity=figure_in(text, of), **parts)


def two(second, first=None):
    """A report with two figures, one after the other."""
    first = first or figure(
        "the office says 1,400 trucks are stuck", "stuck", "the office", "trucks"
    )
    later = replace(second, quantity=replace(second.quantity, span=(90, 99)))
    return kinds(told(first, later))


def test_anothers_figure_without_its_noun_contradicts():
    assert two(figure("the union says 2,400", "2,400", "the union")) == FIGURE
    assert two(figure("the union puts the number at 2,400", "number", "the union")) == FIGURE


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        ("the union says 1,400", "1,400", {}),
        ("the union says more than 1,200", "1,200", {}),
        ("the union says 90,000", "90,000", {}),
        ("the union says 2,400 are idle", "idle", {}),
        ("the union says 2,400 drivers", "2,400", {"of": "workers"}),
        ("the union says 2,400", "2,400", {"historical": True}),
        ("the union says 2,400", "2,400", {"status": "planned"}),
        ("the union says 2,400", "2,400", {"time": on(3)}),
    ],
)
def test_what_may_be_the_same_or_of_other_things_does_not(text, trigger, parts):
    of = parts.pop("of", None)
    assert two(figure(text, trigger, "the union", of, **parts)) == []


def test_one_voice_and_a_voice_of_his_own_set_no_figure_against_another():
    assert two(figure("the office says 2,400", "2,400", "the office")) == []
    assert two(figure("its head says 2,400", "2,400", "its head")) == []


def test_an_entry_of_a_place_is_a_part():
    text = "the union says 2,400 in Kyiv"
    there = figure(text, "2,400", "the union", place=placed(KYIV, text))
    assert two(there) == []
    text = "the office says 1,400 in Lviv"
    entry = figure(text, "1,400", "the office", place=placed(LVIV, text))
    assert two(there, entry) == []
    assert two(figure("the union says 2,400", "2,400", "the union"), entry) == []


def test_those_of_a_town_are_a_part_of_those_of_the_land():
    land = {"text": "Ukraine", "country": "UA", "precision": "country"}
    first = figure(
        "the office says 1,400 trucks are stuck in Ukraine", "stuck", "the office", "trucks"
    )
    first = replace(first, place=placed(land, first.quote))
    second = figure("the union says 500 in Kyiv", "500", "the union")
    assert two(replace(second, place=placed(KYIV, second.quote)), first) == []
    assert two(second, first) == FIGURE
