"""Quantities of a labelled set in the form its scorer reads, and how fast they were read.

    python benchmarks/quantities.py sentences.jsonl [--parse] > predictions.jsonl

Input: one `{"id", "text"}` a line. Output: one `{"id", "quantities": [{"value", "unit", "bound"}]}`
a line; the speed goes to standard error. Where the set counts otherwise than the claim contract,
the figures are turned to its way here and nowhere else: a share is a part of one, "thousands" ends
at ten times its figure, "several" is none, a change of "from A to B" is one range.
"""

import json
import sys
import time
from dataclasses import replace
from functools import cache
from typing import Any

from tocsin.read.quantities import find_quantities, quantity_rules
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Quantity, Report
from tocsin.rules import load
from tocsin.run.models import load_encoder

MARKS = {"about": "~", "at_least": ">", "at_most": "<"}
MONEY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "CNY": "chinese yuan",
    "JPY": "japanese yen", "ILS": "shekel", "CAD": "canadian dollar", "AUD": "australian dollar",
    "HKD": "hong kong dollar", "INR": "indian rupee", "MYR": "malaysian ringgit",
    "ZAR": "south african rand", "US cent": "cent", "penny": "point",
}  # fmt: skip
NAMES = {"percent": "percentage", "square foot": "square feet"}


def main() -> None:
    """Read the sentences, print the predictions."""
    lexicon = quantity_rules("en")
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    documents = [_document(row["text"], parse="--parse" in sys.argv) for row in rows]
    find_quantities(_document("Warm 1.", parse=False), lexicon)
    started = time.perf_counter()
    found = [find_quantities(document, lexicon) for document in documents]
    took = time.perf_counter() - started
    for row, quantities in zip(rows, found, strict=True):
        plain = [p for q in _changes_joined(row["text"], quantities) for p in _plain(q)]
        print(json.dumps({"id": row["id"], "quantities": plain}))
    megabytes = sum(len(row["text"]) for row in rows) / 1e6
    print(f"{megabytes / took:.2f} MB/s", file=sys.stderr)


def _document(text: str, *, parse: bool) -> Document:
    sentences = load_encoder().parse(list(_splitter().split(text))) if parse else ()
    return Document(Report(text=text), tuple(sentences))


@cache
def _splitter() -> Splitter:
    return Splitter(load("en", "words.toml", WordRules))


def _changes_joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Make one range of "from A to B" after a verb of change, as the set does."""
    found: list[Quantity] = []
    for quantity in quantities:
        last = found[-1] if found else None
        gap = text[last.span[1] : quantity.span[0]] if last else ""
        opened = last and text[: last.span[0]].rstrip().endswith("from")
        if last and opened and gap.strip() == "to" and last.low == last.high:
            found[-1] = replace(
                quantity, low=last.low, bound="range", unit=quantity.unit or last.unit
            )
        else:
            found.append(quantity)
    return found


def _plain(quantity: Quantity) -> list[dict[str, Any]]:
    """Turn one quantity to the set's way of counting."""
    unit = quantity.unit
    low, high = _ends(quantity)
    if quantity.bound == "vague":
        if low is not None and low < 10:
            return []
        low, high = _power(low), 10 * _power(low)
    if unit == "percent" and not any(s in quantity.text.lower() for s in ("%", "p", "٪")):
        low, high, unit = low / 100, high / 100, f"% {quantity.of or ''}".strip()
    value = low if low == high else [low, high]
    name = (
        " per ".join(MONEY.get(p, NAMES.get(p, p)) for p in unit.split(" per "))
        if unit
        else quantity.of
    )
    return [{"value": value, "unit": name or "-", "bound": MARKS.get(quantity.bound, "=")}]


def _ends(quantity: Quantity) -> tuple[Any, Any]:
    low = quantity.high if quantity.low is None else quantity.low
    return low, low if quantity.bound in ("at_least", "at_most") else quantity.high


def _power(low: float) -> float:
    return {24: 12, 40: 20}.get(low, low / 2)


if __name__ == "__main__":
    main()
