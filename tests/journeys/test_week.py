"""A made-up week of news by many hands, read and weighed: which figures meet, which contradict."""

import tomllib
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest

import tocsin
from tocsin.run.choosing import choose_relations
from tocsin.run.desk import Desk

WEEK = tomllib.loads(Path(__file__).with_name("week.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def week():
    """Return the week weighed, with the figures that were read by their label."""
    readings = [_read(one) for one in WEEK["report"]]
    claims = {one.report.file: one.claims for one in readings}
    figures = {
        (thing["name"], label): [c for c in claims[label.split(":")[0]] if _gives(c, label)]
        for thing in WEEK["thing"]
        for label in thing["figures"]
    }
    with Desk.open(":memory:") as desk:
        for one in readings:
            desk.add(one)
        yield desk.weighed(), {key: held for key, held in figures.items() if held}


def _read(given):
    parts = {name: given[name] for name in ("published", "title", "publisher")}
    made = tocsin.read(given["text"], **parts)
    return replace(made, report=replace(made.report, file=given["file"]))


def _gives(claim, label):
    words = label.partition(":")[2].casefold()
    return claim.quantity is not None and words in claim.quantity.text.casefold()


def test_figures_for_one_thing_meet_and_no_others(week):
    weighed, figures = week
    held = {key: _estimates(weighed, claims) for key, claims in figures.items()}
    together = same = right = 0
    for one, other in combinations(held, 2):
        alike, met = one[0] == other[0], bool(held[one] & held[other])
        together, same, right = together + met, same + alike, right + (alike and met)
    assert right / together > 0.95
    assert right / same > 0.9


def _estimates(weighed, claims):
    ids = {claim.id for claim in claims}
    told = (
        (one, figure) for one in weighed.estimates for h in one.histories for figure in h.figures
    )
    return {one.id for one, figure in told if figure.claim in ids}


def _asked(part):
    return {
        (one["thing"], frozenset(map(float, two))) for one in WEEK[part] for two in one["values"]
    }


def _given(weighed, figures, relation):
    """Return the things and pairs of numbers that a relation is about, by the labels."""
    things = [
        {name for (name, _), held in figures.items() if any(c.id == claim for c in held)}
        for claim in (relation.claim, relation.other)
    ]
    claims = (weighed.told[one].claim for one in (relation.claim, relation.other))
    numbers = frozenset(c.quantity.best for c in claims if c.quantity is not None)
    return {(name, numbers) for name in things[0] & things[1]}


def _denies(weighed, relation):
    two = [weighed.told[one] for one in (relation.claim, relation.other)]
    for told, (one, other) in product(WEEK["denial"], (two, two[::-1])):
        file, _, words = told["one"].partition(":")
        held = any(words in other.claim.quote for words in told["others"])
        if held and one.carrier.file == file and words in one.claim.quote:
            return told["one"]
    return None


def test_what_contradicts_is_found_and_little_else(week):
    weighed, figures = week
    found = choose_relations(weighed)
    about = [_given(weighed, figures, one) for one in found]
    denied = [_denies(weighed, one) for one in found]
    fine = _asked("contradiction") | _asked("either")
    right = sum(bool(pairs & fine or denial) for pairs, denial in zip(about, denied, strict=True))
    assert right / len(found) > 0.9
    met = set().union(*about) & _asked("contradiction")
    assert len(met) / len(_asked("contradiction")) > 0.7
    assert len({*denied} - {None}) / len(WEEK["denial"]) > 0.6
