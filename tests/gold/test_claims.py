"""The labelled reports of our own are well-formed: labels quote their text and mean something."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLAIMS, REPORTS = ROOT / "gold" / "claims", ROOT / "gold" / "reports"
CARD = (ROOT / "gold" / "README.md").read_text()
RULES = ROOT / "src" / "tocsin" / "rules" / "en" / "events"
TYPES = {
    kind
    for file in RULES.glob("*.toml")
    for kind in tomllib.loads(file.read_text(encoding="utf-8")).get("types", {})
}
KEYS = [
    *("quote", "sources", "cue", "event", "trigger", "actor", "target", "object", "quantity"),
    *("place", "time", "status", "polarity", "certainty", "condition", "deadline", "historical"),
]
VALUES = {
    "status": {"occurred", "ongoing", "prepared", "planned", "predicted", "hypothetical"},
    "polarity": {"affirmed", "denied"},
    "certainty": {"certain", "probable", "possible", "unknown"},
    "historical": {True, False},
}
STEMS = sorted(file.stem for file in CLAIMS.glob("*.json"))
UNNAMED = "unspecified"  # the source of an agentless "reportedly", which no text names


def report_of(stem):
    return json.loads((REPORTS / f"{stem}.json").read_text(encoding="utf-8"))


def labels_of(stem):
    return json.loads((CLAIMS / f"{stem}.json").read_text(encoding="utf-8"))


def quotes_and_names(claim):
    """Return all that a label copies from its text: quote, cue, condition, figure, time, sources."""
    names = [
        name
        for source in claim["sources"]
        for name in (source if isinstance(source, list) else [source])
        if name != UNNAMED
    ]
    parts = [claim[key]["text"] for key in ("quantity", "time") if claim[key]]
    return [claim["quote"], *names, *parts, *filter(None, [claim["cue"], claim["condition"]])]


def in_order(low, high):
    return low is None or high is None or low <= high


def days(claim):
    """Return the days that a label names; one that is no ISO date raises."""
    told = claim["time"] or {"start": None, "end": None}
    given = [told["start"], told["end"], claim["deadline"]]
    return [date.fromisoformat(day) if day else None for day in given]


def test_every_labelled_report_has_its_text_and_every_text_its_labels():
    assert STEMS
    assert sorted(file.stem for file in REPORTS.glob("*.json")) == STEMS


def test_reports_are_numbered_once():
    numbers = [stem[:2] for stem in STEMS]
    assert all(number.isdigit() for number in numbers)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("stem", STEMS)
def test_a_report_says_where_it_comes_from(stem):
    report = report_of(stem)
    date.fromisoformat(report["published"])
    assert report["url"] is None or report["url"].split("/")[2].endswith("example.org")
    assert report["title"]
    assert report["publisher"]
    assert report["made"].startswith("made up")
    assert report["licence"] == "that of the project"


@pytest.mark.parametrize("stem", STEMS)
def test_the_licence_card_names_the_report(stem):
    assert re.search(rf"^\| {stem} \|", CARD, re.MULTILINE)


@pytest.mark.parametrize("stem", STEMS)
def test_labels_have_every_key_in_order(stem):
    labels = labels_of(stem)
    assert labels["report"] == f"{stem}.json"
    assert [list(claim) for claim in labels["claims"]] == [KEYS] * len(labels["claims"])


@pytest.mark.parametrize("stem", STEMS)
def test_labels_copy_the_words_of_the_text(stem):
    text = report_of(stem)["text"]
    copied = [words for claim in labels_of(stem)["claims"] for words in quotes_and_names(claim)]
    assert [words for words in copied if words not in text] == []


@pytest.mark.parametrize("stem", STEMS)
def test_labels_use_the_values_of_the_contract(stem):
    claims = labels_of(stem)["claims"]
    assert {claim["event"] for claim in claims} <= TYPES | {"other"}
    for key, allowed in VALUES.items():
        assert {claim[key] for claim in claims} <= allowed


@pytest.mark.parametrize("stem", STEMS)
def test_figures_and_times_run_from_low_to_high(stem):
    for claim in labels_of(stem)["claims"]:
        figure = claim["quantity"] or {"low": None, "high": None}
        start, end, _ = days(claim)
        assert in_order(figure["low"], figure["high"]), claim["quote"]
        assert in_order(start, end), claim["quote"]


@pytest.mark.parametrize("stem", STEMS)
def test_a_deadline_is_not_before_publication(stem):
    published = date.fromisoformat(report_of(stem)["published"])
    dues = [(claim["quote"], days(claim)[2]) for claim in labels_of(stem)["claims"]]
    assert [quote for quote, due in dues if due and due < published] == []


@pytest.mark.parametrize("stem", STEMS)
def test_no_claim_is_labelled_twice(stem):
    claims = [json.dumps(claim) for claim in labels_of(stem)["claims"]]
    assert len(set(claims)) == len(claims)
