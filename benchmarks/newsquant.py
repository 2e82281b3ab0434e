"""Figures in the way of a public set, NewsQuant, which counts otherwise than the claim contract.

Here and nowhere else they are turned to its way: a share is a part of one, "thousands" ends at ten
times its figure, "several" is none, a change of "from A to B" is one range.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from documents import parsed

from tocsin.read.quantities import Lexicon, find_quantities
from tocsin.read.syntax import Document
from tocsin.records import Quantity

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


def newsquant(shared: Path, lexicon: Lexicon) -> None:
    """Print how the half for tuning is read by `lexicon`, by the set's own scorer."""
    scorer = shared / "scorers" / "score_quantity.py"
    gold = shared / "data" / "quantity" / "newsquant-dev.json"
    if not (scorer.is_file() and gold.is_file()):
        print(f"\nNewsQuant is not beside this checkout ({gold})")
        return
    dump, theirs = _run(scorer, "dump", gold), as_the_set(lexicon)
    rows = [json.loads(line) for line in dump.splitlines()]
    lines = [
        json.dumps({"id": row["id"], "quantities": predictions(parsed(row["text"]), theirs)})
        for row in rows
    ]
    print("\nNewsQuant, the half for tuning (CQE on the whole: value 92.0, unit 85.6, change 88.1)")
    print(_run(scorer, "score", gold, "/dev/stdin", told="\n".join(lines)))


def _run(*command: object, told: str | None = None) -> str:
    words = [sys.executable, *map(str, command)]
    return subprocess.run(words, input=told, capture_output=True, text=True, check=True).stdout


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
