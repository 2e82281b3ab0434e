"""Labels of made-up sentences held against what is read: F1 of each thing asked, and of all."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tocsin.records import Place, Quantity, Time

Words = Time | Quantity | Place

GOLD = Path(__file__).parents[1] / "gold"


def groups(layer: str) -> list[dict[str, Any]]:
    """Return the groups of labelled sentences of a layer, such as "times"."""
    held = (GOLD / f"{layer}-en.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(held)["group"]
    return found


def f1(
    read: Iterable[tuple[list[list[str]], Sequence[Words]]],
    asked: Sequence[str],
    judge: Callable[[list[str], Any], Sequence[bool]],
) -> dict[str, float]:
    """Return F1 in per cent for each thing that is `asked`, and for "all" of them at once.

    `read` holds for each sentence its labels and what was read. The two meet where the first part
    of a label is the words of what was read; `judge` says for each thing asked whether it is right.
    """
    hits: Counter[str] = Counter()
    total = 0
    for labels, found in read:
        total += len(labels) + len(found)
        for label, match in _met(labels, list(found)):
            right = judge(label, match)
            hits.update(name for name, fits in zip(asked, right, strict=True) if fits)
            hits["all"] += all(right)
    return {name: 200 * hits[name] / total for name in (*asked, "all")}


def _met(labels: list[list[str]], left: list[Words]) -> Iterator[tuple[list[str], Words]]:
    for label in labels:
        match = next((one for one in left if one.text == label[0]), None)
        if match is not None:
            left.remove(match)
            yield label, match


def heading(title: str, asked: Sequence[str]) -> str:
    """Return the head of a table of such scores."""
    return f"| {title} | {' | '.join((*asked, 'all'))} |\n" + "|---" * (len(asked) + 2) + "|"


def cells(values: Iterable[float]) -> str:
    """Return the cells of a row of figures."""
    return " | ".join(f"{value:.1f}" for value in values)
