"""Scores only rise: the reader stays above its floors on labelled reports."""

import json

import pytest
from benches import ROOT, bench, floors

SHARED = ROOT.parent / "shared"
FLOORS = floors("claims")

pytestmark = pytest.mark.skipif(
    not (SHARED / "data" / "claims" / "gold").is_dir(),
    reason="the labelled reports do not stand beside this checkout",
)


@pytest.fixture(scope="module")
def claims_bench():
    return bench("claims")


def below(scores, least):
    found = {name: scores[name]["f1"] for name in ("found", "typed", "whole")} | scores["slots"]
    return {name: (found[name], floor) for name, floor in least.items() if found[name] < floor}


def test_the_development_reports_stay_above_their_floors(claims_bench):
    claims, scorer = SHARED / "data" / "claims", SHARED / "scorers" / "score_claims.py"
    scores = json.loads(claims_bench.score(scorer, claims / "gold", claims / "reports", 0))
    assert not below(scores, FLOORS["development"])


def test_the_example_report_stays_above_its_floors(claims_bench, tmp_path):
    claims, scorer = SHARED / "data" / "claims", SHARED / "scorers" / "score_claims.py"
    gold, reports = claims_bench.example_folder(claims, tmp_path)
    assert not below(json.loads(claims_bench.score(scorer, gold, reports, 0)), FLOORS["example"])


def test_our_own_reports_stay_above_their_floors(claims_bench, tmp_path):
    gold, reports = claims_bench.own_folder(tmp_path, apart=False)
    scores = claims_bench.score(SHARED / "scorers" / "score_claims.py", gold, reports, 0)
    assert not below(json.loads(scores), FLOORS["own"])


def test_our_reports_held_apart_stay_above_their_floors(claims_bench, tmp_path):
    gold, reports = claims_bench.own_folder(tmp_path, apart=True)
    scores = claims_bench.score(SHARED / "scorers" / "score_claims.py", gold, reports, 0)
    assert not below(json.loads(scores), FLOORS["apart"])
