"""How well and how fast figures are read: `python benchmarks/quantities.py [--peers PYTHON]`.

`gold/quantities-en.toml` holds made-up sentences: a figure of theirs counts when its words, value,
bound, unit, counted thing and change are right. NewsQuant (the half for tuning) is read by its
scorer. With `--peers`, a Python in which other programs are installed, their speed is put beside.

    python benchmarks/quantities.py sentences.jsonl [--parse] > predictions.jsonl

prints one `{"id", "quantities": [{"value", "unit", "bound"}]}` a line for one `{"id", "text"}` a
line. Where the set counts otherwise than the claim contract, the figures are turned to its way here
and nowhere else: a share is a part of one, "thousands" ends at ten times its figure, "several" is
none, a change of "from A to B" is one range.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from tocsin.read.quantities import Lexicon, find_quantities, quantity_rules
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.times import find_times, time_rules
from tocsin.read.times.rules import TimeRules
from tocsin.read.words import WordRules
from tocsin.records import Quantity, Report
from tocsin.rules import load
from tocsin.run.models import load_encoder

SENTENCES = Path(__file__).parents[1] / "gold" / "quantities-en.toml"
ASKED = ("words", "value", "unit", "of", "change")
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


Read = Callable[[str], Document]


def main() -> None:
    """Print the tables, or the predictions for a file of sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", nargs="?", type=Path)
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the peers")
    asked = parser.parse_args()
    if asked.sentences:
        _predict(asked.sentences, parse=asked.parse)
        return
    _own()
    _newsquant(asked.shared)
    _speeds(asked.shared / "data" / "claims" / "reports", asked.peers)


def _predict(path: Path, *, parse: bool) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    theirs = as_the_set(quantity_rules("en"))
    for row in rows:
        document = _document(row["text"], parse=parse)
        print(json.dumps({"id": row["id"], "quantities": predictions(document, theirs)}))


def _own() -> None:
    print("| own sentences, parsed | " + " | ".join((*ASKED, "all")) + " |\n" + "|---" * 7 + "|")
    for part in ("A", "B"):
        scores = score_sentences(lambda text: _document(text, parse=True), part)
        cells = " | ".join(f"{scores[each]:.1f}" for each in (*ASKED, "all"))
        print(f"| part {part} | {cells} |")


def score_sentences(read: Read, part: str) -> dict[str, float]:
    """Return how many figures of a part of the made-up sentences are right, F1 in per cent.

    Of `ASKED` each by itself, the words being right; "all" asks for all of them at once.
    """
    hits: Counter[str] = Counter()
    total = 0
    for text, *gold in _sentences(part):
        wanted = [(label.split("|") + [""] * 7)[:7] for label in gold]
        found = [_told(each) for each in read_alone(read(text))]
        total += len(wanted) + len(found)
        hits.update(_hits(wanted, found))
    return {each: 200 * hits[each] / total for each in (*ASKED, "all")}


def _sentences(part: str) -> Iterator[list[str]]:
    groups = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["group"]
    return (sentence for g in groups if g["part"] == part for sentence in g["sentences"])


def read_alone(document: Document) -> list[Quantity]:
    """Return the figures of a document as the layer alone gives them: dates taken out."""
    times = find_times(document, _times())
    dated = [found.span for found in times if found.type != "DURATION"]
    return find_quantities(document, _rules(), dated)


def _told(found: Quantity) -> list[str]:
    ends = ["" if end is None else f"{end:g}" for end in (found.low, found.high)]
    return [found.text, *ends, found.bound, found.unit or "", found.of or "", found.change or ""]


def _hits(wanted: list[list[str]], found: list[list[str]]) -> Iterator[str]:
    for gold in wanted:
        match = next((each for each in found if each[0] == gold[0]), None)
        if match is None:
            continue
        found.remove(match)
        right = {
            "words": True,
            "value": all(map(_same, gold[1:3], match[1:3])) and gold[3] in ("?", match[3]),
            "unit": gold[4] in ("?", match[4]),
            "of": gold[5] == "?" or _ends_alike(gold[5].lower().split(), match[5].lower().split()),
            "change": gold[6] in ("?", match[6]),
        }
        yield from (name for name, fits in right.items() if fits)
        if all(right.values()):
            yield "all"


def _same(gold: str, found: str) -> bool:
    if "" in (gold, found) or gold == "?":
        return gold in ("?", found)
    return abs(float(gold) - float(found)) <= 1e-5 * abs(float(gold))


def _ends_alike(one: list[str], other: list[str]) -> bool:
    """Whether one thing ends with the other: "North Korean troops", "troops"."""
    short = min(len(one), len(other))
    return one == other or (short > 0 and one[-short:] == other[-short:])


def _newsquant(shared: Path) -> None:
    scorer = shared / "scorers" / "score_quantity.py"
    gold = shared / "data" / "quantity" / "newsquant-dev.json"
    if not (scorer.is_file() and gold.is_file()):
        print(f"\nNewsQuant is not beside this checkout ({gold})")
        return
    dump, theirs = _run(scorer, "dump", gold), as_the_set(_rules())
    rows = [json.loads(line) for line in dump.splitlines()]
    lines = [
        json.dumps(
            {
                "id": row["id"],
                "quantities": predictions(_document(row["text"], parse=True), theirs),
            }
        )
        for row in rows
    ]
    print("\nNewsQuant, the half for tuning (CQE on the whole: value 92.0, unit 85.6, change 88.1)")
    print(_run(scorer, "score", gold, "/dev/stdin", told="\n".join(lines)))


def _run(*command: object, told: str | None = None) -> str:
    words = [sys.executable, *map(str, command)]
    return subprocess.run(words, input=told, capture_output=True, text=True, check=True).stdout


def _speeds(reports: Path, peers: str) -> None:
    texts = [json.loads(path.read_text())["text"] for path in sorted(reports.glob("*.json"))]
    if not texts:
        print(f"no speed: no reports in {reports}")
        return
    documents = [_document(text, parse=True) for text in texts[:12]]
    best_of = import_module("peers").best_of
    took = best_of(lambda: [find_quantities(d, _rules()) for d in documents], 5)
    ours = sum(len(d.text) for d in documents) / 1e6 / took
    print("\n| speed after the parse | MB/s | tocsin is faster by |\n|---|---|---|")
    print(f"| tocsin | {ours:.3f} | – |")
    told = "\n".join(json.dumps({"text": document.text}) for document in documents)
    script = Path(__file__).parent / "peers.py"
    command = [peers, str(script), "quantities"]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    for name, speed in json.loads(done.stdout.splitlines()[-1]).items():
        shown = f"{speed:.4f} | {ours / speed:.0f} times" if speed else "not installed | –"
        print(f"| {name} | {shown} |")


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
def _rules() -> Lexicon:
    return quantity_rules("en")


@cache
def _times() -> TimeRules:
    return time_rules("en")


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
