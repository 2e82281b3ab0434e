"""The benchmarks beside the program, for tests that hold their figures to floors."""

import importlib
import sys
import tomllib
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


def bench(name: str) -> ModuleType:
    """Return a benchmark as a module; the ones that it takes parts from are found, too."""
    folder = str(ROOT / "benchmarks")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def labelled(layer: str) -> list[list[str]]:
    """Return the made-up sentences of a layer, such as "times", each before its labels."""
    gold = (ROOT / "gold" / f"{layer}-en.toml").read_text(encoding="utf-8")
    return [sentence for group in tomllib.loads(gold)["group"] for sentence in group["sentences"]]


def floors(layer: str) -> dict:
    """Return what a layer's figures may not fall below."""
    return tomllib.loads((ROOT / "gold" / "floors.toml").read_text(encoding="utf-8"))[layer]
