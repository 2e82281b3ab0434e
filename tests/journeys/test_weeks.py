"""Made-up weeks, added and weighed by the real commands, stay above their floors."""

import tomllib

import pytest
from benches import ROOT, bench

WEEKS = ROOT / "tests" / "journeys" / "weeks"
FLOORS = tomllib.loads((WEEKS / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FLOORS)
def test_a_week_is_weighed_no_worse_than_before(name):
    found = bench("weeks").scores(WEEKS / name)
    below = {
        (part, measure): (100 * found[part][measure].value, least)
        for part, floors in FLOORS[name].items()
        for measure, least in floors.items()
        if 100 * found[part][measure].value < least
    }
    assert not below


@pytest.mark.parametrize("name", FLOORS)
def test_every_label_copies_the_words_of_its_report_once(name):
    week = bench("week_labels").Week.load(WEEKS / name)
    quoted = list(_quoted(week.labels))
    assert len(quoted) > 300
    assert not [one for one in quoted if len(week.spans(one["file"], one["quote"])) != 1]
    files = {member["file"] for one in week.labels["origins"] for member in one["members"]}
    assert files == set(week.texts)


def _quoted(held):
    if isinstance(held, dict):
        if "quote" in held:
            yield held
        held = list(held.values())
    for one in held if isinstance(held, list) else ():
        yield from _quoted(one)


def test_errors_of_a_week_held_apart_are_never_shown(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["weeks.py", "--week", "epsilon", "--show"])
    with pytest.raises(SystemExit):
        bench("weeks").main()
    assert "held apart" in capsys.readouterr().err


def test_nothing_printed_is_nothing_found():
    week = bench("week_labels").Week.load(WEEKS / "alpha")
    assert bench("week_labels").figures_found(week, []).value == 0
    found = bench("week_labels").contradictions(week, [], [])
    assert found["precision"].value == 1
    assert found["recall"].value == 0


def test_labels_held_against_themselves_are_all_right():
    week = bench("week_labels").Week.load(WEEKS / "alpha")
    judge = bench("week_labels")
    estimates = [
        {
            "estimate": str(i),
            "figures": [value | {"text": value["quote"]} for value in one["values"]],
        }
        for i, one in enumerate(week.labels["figures"])
    ]
    relations = [
        {"kind": "contradicts", "differs": [], "figures": [_side(one["a"]), _side(one["b"])]}
        for one in week.labels["contradictions"]
    ]
    origins = judge.origin_pairs(week, week.labels["origins"])
    found = {
        **judge.series(week, estimates),
        **judge.contradictions(week, relations, []),
        **origins,
    }
    assert {name: one.value for name, one in found.items()} == dict.fromkeys(found, 1)


def _side(label):
    return {"file": label["file"], "quote": label["quote"], "text": label["quote"]}
