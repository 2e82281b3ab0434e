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

from tocsin.read.quantities import Lexicon, find_quantities, quantity_rules
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
    "ZAR": "south african rand", "KRW": "south korean won", "CHF": "swiss franc",
    "RUB": "russian ruble", "SEK": "swedish krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "BRL": "brazilian real", "MXN": "mexican peso",
    "SGD": "singapore dollar", "TWD": "new taiwan dollar", "NZD": "new zealand dollar",
    "NGN": "nigerian naira", "TRY": "turkish lira", "THB": "thai baht",
    "IDR": "indonesian rupiah", "KES": "kenyan shilling", "PHP": "philippine peso",
    "PKR": "pakistani rupee", "SAR": "saudi riyal", "US cent": "cent", "penny": "point",
}  # fmt: skip
NAMES = {
    "percent": "percentage", "percentage point": "percentage", "square foot": "square feet",
    "time": "count",
    "revolution per minute": "revolutions per minute", "pound": "pound-mass",
    "million british thermal units": "mega british thermal unit", "fluid ounce": "ounce",
}  # fmt: skip
EMPTY_TAGS = ("CC", "DT", "IN", "PRP$", "TO", "WDT", "WP")
LEMMA_TAGS = ("NNS", "JJR", "JJS")
ROUGH = ("about ", "around ", "roughly ", "approximately ", "some ", "an estimated ", "~")
NEARLY = ("nearly", "almost", "approaching", "close to", "not quite")


def main() -> None:
    """Read the sentences, print the predictions."""
    lexicon = quantity_rules("en")
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    documents = [_document(row["text"], parse="--parse" in sys.argv) for row in rows]
    find_quantities(_document("Warm 1.", parse=False), lexicon)
    started = time.perf_counter()
    for document in documents:
        find_quantities(document, lexicon)
    took = time.perf_counter() - started
    theirs = as_the_set(lexicon)
    for row, document in zip(rows, documents, strict=True):
        print(json.dumps({"id": row["id"], "quantities": predictions(document, theirs)}))
    megabytes = sum(len(row["text"]) for row in rows) / 1e6
    print(f"{megabytes / took:.2f} MB/s", file=sys.stderr)


def predictions(document: Document, lexicon: Lexicon) -> list[dict[str, Any]]:
    """Return the quantities of `document` in the set's way, by rules made ready for it."""
    found = find_quantities(document, lexicon)
    joined = _changes_joined(document.text, found)
    return [plain for quantity in joined for plain in _plain(quantity, document)]


def as_the_set(lexicon: Lexicon) -> Lexicon:
    """Return the rules without what the set never marks: nouns of change."""
    shifts = tuple(rule for rule in lexicon.rules.shift if not rule.noun)
    rules = replace(lexicon.rules, shift=shifts)
    return Lexicon(rules, lexicon.units)


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


def _plain(quantity: Quantity, document: Document) -> list[dict[str, Any]]:
    """Turn one quantity to the set's way of counting."""
    unit = quantity.unit
    low, high = _ends(quantity)
    if quantity.bound == "vague":
        if low is not None and low < 10:
            return []
        low, high = _power(low), 10 * _power(low)
    if unit == "percent" and not any(s in quantity.text.lower() for s in ("%", "p", "٪")):
        low, high, unit = low / 100, high / 100, f"% {quantity.of or ''}"
    value = low if low == high else [low, high]
    return [{"value": value, "unit": _unit(unit, quantity, document), "bound": _mark(quantity)}]


def _unit(unit: str | None, quantity: Quantity, document: Document) -> str:
    if unit is None:
        return _bare(quantity.of, document) or "-"
    if unit.startswith("% "):
        return f"% {_bare(unit[2:], document) or '-'}"
    parts = unit.split(" per ")
    return NAMES.get(unit) or " per ".join(MONEY.get(p, NAMES.get(p, p)) for p in parts)


def _bare(thing: str | None, document: Document) -> str:
    """Return a counted thing as the set has it: lemmas, without articles and joining words."""
    found = []
    for word in (thing or "").split():
        token = next((t for s in document.sentences for t in s.tokens if t.text == word), None)
        if token and token.xpos in EMPTY_TAGS:
            continue
        found.append(token.lemma if token and token.xpos in LEMMA_TAGS else word)
    return NAMES.get(" ".join(found), " ".join(found))


def _mark(quantity: Quantity) -> str:
    """Return the set's one mark: a bound outranks a change, and that an estimate.

    "Nearly" is an estimate there, and a share below zero is marked as down.
    """
    words = quantity.text.lower()
    is_rough = words.startswith(NEARLY) or (quantity.bound == "range" and words.startswith(ROUGH))
    mark = "~" if is_rough else MARKS.get(quantity.bound, "=")
    below = quantity.unit == "percent" and (quantity.high or 0) < 0
    change = "down" if below else quantity.change
    return change if change and (mark in "=~" or words.startswith("under")) else mark


def _ends(quantity: Quantity) -> tuple[Any, Any]:
    low = quantity.high if quantity.low is None else quantity.low
    return low, low if quantity.bound in ("at_least", "at_most") else quantity.high


def _power(low: float) -> float:
    return {24: 12, 40: 20}.get(low, low / 2)


if __name__ == "__main__":
    main()
