"""Scores only rise: the reader stays above its floors on labelled reports."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((ROOT / "gold" / "floors.toml").read_text())["claims"]

pytestmark = pytest.mark.skipif(
    not (SHARED / "data" / "claims" / "gold").is_dir(),
    reason="the labelled reports do not stand beside this checkout",
)


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("claims_bench", ROOT / "benchmarks" / "claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def below(scores, floors):
    found = {name: scores[name]["f1"] for name in ("found", "typed", "whole")} | scores["slots"]
    return {name: (found[name], floor) for name, floor in floors.items() if found[name] < floor}


def test_the_development_reports_stay_above_their_floors(bench):
    claims, scorer = SHARED / "data" / "claims", SHARED / "scorers" / "score_claims.py"
    scores = json.loads(bench.score(scorer, claims / "gold", claims / "reports", 0))
    assert not below(scores, FLOORS["development"])


def test_the_example_report_stays_above_its_floors(bench, tmp_path):
    claims, scorer = SHARED / "data" / "claims", SHARED / "scorers" / "score_claims.py"
    gold, reports = bench.example_folder(claims, tmp_path)
    assert not below(json.loads(bench.score(scorer, gold, reports, 0)), FLOORS["example"])


def test_our_own_reports_stay_above_their_floors(bench, tmp_path):
    gold, reports = bench.own_folder(tmp_path, apart=False)
    scores = bench.score(SHARED / "scorers" / "score_claims.py", gold, reports, 0)
    assert not below(json.loads(scores), FLOORS["own"])


def test_our_reports_held_apart_stay_above_their_floors(bench, tmp_path):
    gold, reports = bench.own_folder(tmp_path, apart=True)
    scores = bench.score(SHARED / "scorers" / "score_claims.py", gold, reports, 0)
    assert not below(json.loads(scores), FLOORS["apart"])
