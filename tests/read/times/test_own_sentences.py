"""The made-up sentences beside the program are read as their labels say."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
GOLD = tomllib.loads((ROOT / "gold" / "times-en.toml").read_text(encoding="utf-8"))["group"]
SENTENCES = [sentence for group in GOLD for sentence in group["sentences"]]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("times_bench", ROOT / "benchmarks" / "times.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", ["A", "B"])
def test_the_sentences_stay_above_their_floor(bench: ModuleType, part: str) -> None:
    floors = tomllib.loads((ROOT / "gold" / "floors.toml").read_text())["times"]["sentences"]
    assert bench.score_sentences(bench._raw, part)["all"] >= floors[part]


def test_every_label_stands_in_its_sentence_and_has_four_parts() -> None:
    labels = [(text, label.split("|")) for text, *gold in SENTENCES for label in gold]
    assert [text for text, parts in labels if len(parts) != 4 or parts[0] not in text] == []


def test_no_sentence_is_labelled_twice() -> None:
    texts = [text for text, *_ in SENTENCES]
    assert len(texts) == len(set(texts)) >= 150
