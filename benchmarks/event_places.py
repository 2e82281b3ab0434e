"""Where events are: links from the word of an event to its place, on labelled sentences.

    python benchmarks/event_places.py [--data ../shared/data] [--most N] [--store FILE] [--show N]

Each row of the set marks one verb of a sentence and the places where its event happened, which may
be none though the sentence names some. A link is exact where the characters are the same, of one
name where they are but for words of kind that the labels leave out ("Silopi town"), near where they
overlap. "read" takes only verbs that the reader tells as events of its types; "all" takes every
verb, so that one it does not tell misses all its places. A claim has one place and a row may have
several: the second of them is always missed. Rows with a label of one or two characters, which
mark nothing, are left out, and so are places that are told without a name ("a market"): the set
labels names.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from readings import asked, readings, sample

from tocsin.records import Reading, Span

Row = dict[str, Any]
HITS = ("exact", "name", "near")
KIND = re.compile(
    r"^(the |northern |southern |eastern |western |central )+|^(city|town|village|province) of |"
    r"( (city|town|village|district|province|region|state|county|area|governorate|municipality))+$",
    re.IGNORECASE,
)


def main() -> None:
    """Print the table."""
    given = asked(__doc__, "sentences")
    with gzip.open(given.data / "events" / "event_location.jsonl.gz", "rt") as lines:
        rows = sample([row for line in lines if _is_sound(row := json.loads(line))], given.most)
    read = readings((row["text"] for row in rows), given.store)
    totals: dict[str, Counter[str]] = {"read": Counter(), "all": Counter()}
    wrong = [line for row in rows for line in _count(row, read[row["text"]], totals)]
    print("| verbs | rows | gold | given | exact P | R | F1 | name F1 | near F1 | none right |")
    print("|---" * 10 + "|")
    for name, total in totals.items():
        print(f"| {name} | {_cells(total)} |")
    print("\n".join(wrong[: given.show]))


def _is_sound(row: Row) -> bool:
    spans = [s["end"] - s["start"] for s in row["spans"] if s["label"] != "VERB"]
    return bool(_verbs(row)) and all(length > 2 for length in spans)


def _verbs(row: Row) -> list[Span]:
    return [(s["start"], s["end"]) for s in row["spans"] if s["label"] == "VERB"]


def _count(row: Row, reading: Reading, totals: dict[str, Counter[str]]) -> Iterator[str]:
    text = row["text"]
    gold = {(s["start"], s["end"]) for s in row["spans"] if s["label"] != "VERB"}
    claims = [c for c in reading.claims if any(_touch(c.event.span, v) for v in _verbs(row))]
    places = (claim.place for claim in claims if claim.place)
    given = {place.span for place in places if not place.text.islower()}
    for name in ("read", "all") if claims else ("all",):
        totals[name].update(
            rows=1,
            gold=len(gold),
            given=len(given),
            exact=len(gold & given),
            name=len(_names(gold, text) & _names(given, text)),
            near=sum(any(_touch(g, p) for p in given) for g in gold),
            none=not gold,
            none_right=not gold and not given,
        )
    if gold != given or not claims:
        words = [sorted(text[slice(*span)] for span in spans) for spans in (gold, given)]
        how = f"{words[0]} read as {words[1]}" if claims else "not read"
        yield f"{text[slice(*_verbs(row)[0])]}: {how}: {text.strip()[:240]}"


def _names(spans: set[Span], text: str) -> set[Span]:
    """The spans without the words of kind before and after the name."""
    found = set()
    for start, end in spans:
        words = text[start:end]
        lead = KIND.match(words)
        start += len(lead[0]) if lead and len(lead[0]) < len(words) else 0
        found.add((start, start + len(KIND.sub("", text[start:end])) or end))
    return found


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _cells(total: Counter[str]) -> str:
    found = [_f1(total, hit) for hit in HITS]
    none = 100 * total["none_right"] / max(1, total["none"])
    figures = [*found[0], found[1][2], found[2][2], none]
    counts = [str(total[name]) for name in ("rows", "gold", "given")]
    return " | ".join([*counts, *(f"{figure:.1f}" for figure in figures)])


def _f1(total: Counter[str], hit: str) -> tuple[float, float, float]:
    precision = 100 * total[hit] / max(1, total["given"])
    recall = 100 * total[hit] / max(1, total["gold"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
