"""The made-up sentences beside the program are read as their labels say."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
GOLD = tomllib.loads((ROOT / "gold" / "quantities-en.toml").read_text(encoding="utf-8"))["group"]
FLOORS = tomllib.loads((ROOT / "gold" / "floors.toml").read_text())["quantities"]["sentences"]
SENTENCES = [sentence for group in GOLD for sentence in group["sentences"]]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = ROOT / "benchmarks" / "quantities.py"
    spec = importlib.util.spec_from_file_location("quantities_bench", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", ["A", "B"])
def test_the_sentences_stay_above_their_floor(bench: ModuleType, part: str) -> None:
    def read(text: str) -> object:
        return bench._document(text, parse=True)

    assert bench.score_sentences(read, part)["all"] >= FLOORS[part]


def test_every_label_stands_in_its_sentence_and_has_at_most_seven_parts() -> None:
    labels = [(text, label.split("|")) for text, *gold in SENTENCES for label in gold]
    assert [text for text, p in labels if not 4 <= len(p) <= 7 or p[0] not in text] == []


def test_no_sentence_is_labelled_twice() -> None:
    texts = [text for text, *_ in SENTENCES]
    assert len(texts) == len(set(texts)) >= 150
