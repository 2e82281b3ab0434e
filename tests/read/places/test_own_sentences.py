"""The made-up sentences beside the program are read as their labels say."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
GOLD = tomllib.loads((ROOT / "gold" / "places-en.toml").read_text(encoding="utf-8"))["group"]
SENTENCES = [sentence for group in GOLD for sentence in group["sentences"]]
FLOORS = tomllib.loads((ROOT / "gold" / "floors.toml").read_text(encoding="utf-8"))["places"]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = ROOT / "benchmarks" / "places.py"
    spec = importlib.util.spec_from_file_location("places_bench", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("half", ["A", "B"])
def test_the_sentences_stay_above_their_floors(bench: ModuleType, half: str) -> None:
    floors = FLOORS[f"half-{half}"]
    assert bench.score_sentences(bench.plain, half)["all"] >= floors["text-alone"]
    assert bench.score_sentences(bench.parsed, half)["all"] >= floors["parsed"]


def test_every_label_stands_in_its_sentence_and_has_four_parts() -> None:
    labels = [(text, label.split("|")) for text, *gold in SENTENCES for label in gold]
    assert [text for text, parts in labels if len(parts) != 4 or parts[0] not in text] == []


def test_no_sentence_is_labelled_twice() -> None:
    texts = [text for text, *_ in SENTENCES]
    assert len(texts) == len(set(texts)) >= 150
