"""How well events and their stance are found on labelled reports, type by type.

    python benchmarks/events.py REPORTS GOLD [--quiet FILE.jsonl.gz] [--show N]

REPORTS and GOLD are folders of reports ({"text", "title", "published"}) and of their labels
({"claims": [{"quote", "event", "status", …}]}). Pairs are one to one, best first: the trigger lies
in the gold quote, or clause and quote overlap (Dice on characters of 0.3). No voices are handed
in, so certainty is that of the words alone. `--quiet` reads sentences labelled with no act of
violence ({"sent_text", "sent_labels"}) and counts those in which violence is found.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tocsin.read.certainty import Stance, certainty_rules, stance
from tocsin.read.events import Event, event_rules, find_events
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.times import find_times, time_rules
from tocsin.read.words import WordRules
from tocsin.records import Report, Span
from tocsin.rules import load
from tocsin.run.models import load_encoder

VIOLENCE = {"attack", "clash", "casualties", "destruction", "abduction-or-detention"}
FIELDS = ("status", "polarity", "certainty", "historical")
Labels = list[dict[str, Any]]
Found = list[tuple[Event, Stance]]


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("reports", type=Path)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--quiet", type=Path)
    ask.add_argument("--show", type=int, default=0)
    asked = ask.parse_args()
    total: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    left: list[str] = []
    for path in sorted(asked.gold.glob("*.json")):
        document = _document(json.loads((asked.reports / path.name).read_text()))
        labels = json.loads(path.read_text())["claims"]
        left += _count(document, labels, _read(document, total), total, kinds)
    _table(total, kinds)
    print("\n".join(left[: asked.show]))
    if asked.quiet:
        _alarms(asked.quiet)


def _document(report: dict[str, Any]) -> Document:
    published = report.get("published")
    day = datetime.fromisoformat(published[:10]).replace(tzinfo=UTC) if published else None
    plain = Report(text=report["text"], title=report.get("title"), published=day)
    splitter = Splitter(load("en", "words.toml", WordRules))
    return Document(plain, tuple(load_encoder().parse(list(splitter.split(plain.text)))))


def _read(document: Document, total: Counter[str]) -> Found:
    events, certainty, times = event_rules("en"), certainty_rules("en"), time_rules("en")
    moments = find_times(document, times)
    started = time.perf_counter()
    found = find_events(document, events)
    judged = [(event, stance(document, event, [], moments, certainty)) for event in found]
    total["microseconds"] += int(1e6 * (time.perf_counter() - started))
    total["tokens"] += sum(len(sentence.tokens) for sentence in document.sentences)
    return judged


def _count(
    document: Document,
    labels: Labels,
    found: Found,
    total: Counter[str],
    kinds: dict[str, Counter[str]],
) -> Iterator[str]:
    pairs = dict(_pairs(document, labels, [event for event, _ in found]))
    others = {i for i, label in enumerate(labels) if label["event"] == "other"}
    met = {j: i for i, j in pairs.items()}
    for i, label in enumerate(labels):
        if i in others:
            continue
        row = kinds.setdefault(label["event"], Counter())
        row["gold"] += 1
        if i not in pairs:
            yield f"missed {label['event']}: {label['quote'][:100]}"
            continue
        row["found"] += 1
        event, judged = found[pairs[i]]
        if event.type == label["event"]:
            row["typed"] += 1
            total.update(field for field in FIELDS if getattr(judged, field) == label[field])
        else:
            yield f"typed {event.type} for {label['event']}: {label['quote'][:100]}"
    for j, (event, _) in enumerate(found):
        if met.get(j) not in others or j not in met:
            kinds.setdefault(event.type, Counter())["given"] += 1
        if j not in met:
            start, end = _clause(event)
            yield f"false {event.type}: {document.text[start:end][:100]}"


def _pairs(
    document: Document, labels: Labels, events: Sequence[Event]
) -> Iterator[tuple[int, int]]:
    places = [_place(document.text, label["quote"]) for label in labels]
    options = []
    for i, (label, place) in enumerate(zip(labels, places, strict=True)):
        for j, event in enumerate(events):
            overlap = _dice(place, _clause(event))
            inside = place is not None and place[0] <= event.trigger[0].start < place[1]
            if overlap >= 0.3 or inside:
                named = event.head.text in (label["trigger"] or "")
                options.append((event.type == label["event"], named, overlap, -i, -j))
    used: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in sorted(options, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield -i, -j


def _place(text: str, quote: str) -> Span | None:
    at = text.find(quote)
    return (at, at + len(quote)) if at >= 0 else None


def _clause(event: Event) -> Span:
    return event.clause[0].start, event.clause[-1].end


def _dice(one: Span | None, other: Span) -> float:
    if one is None:
        return 0.0
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return 2 * shared / ((one[1] - one[0]) + (other[1] - other[0]))


def _table(total: Counter[str], kinds: dict[str, Counter[str]]) -> None:
    whole: Counter[str] = Counter()
    for row in kinds.values():
        whole.update(row)
    for name, row in sorted(kinds.items(), key=lambda item: -item[1]["gold"]):
        print(f"{name:26}{row['gold']:5}{row['given']:5}{row['typed']:5}  {_f1(row, 'typed')}")
    print(f"{'all':26}{whole['gold']:5}{whole['given']:5}{whole['typed']:5}")
    print(f"found {_f1(whole, 'found')}\ntyped {_f1(whole, 'typed')}")
    for field in FIELDS:
        print(f"{field} {100 * total[field] / max(1, whole['typed']):.1f} % of the typed")
    seconds = total["microseconds"] / 1e6
    print(f"{total['tokens'] / seconds:.0f} tokens/s, parse not counted")


def _f1(row: Counter[str], hit: str) -> str:
    precision = row[hit] / max(1, row["given"])
    recall = row[hit] / max(1, row["gold"])
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * both:5.1f}"


def _alarms(path: Path) -> None:
    rules, counts = event_rules("en"), Counter[str]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows[::20]:
        found = find_events(_document({"text": row["sent_text"].strip().capitalize()}), rules)
        label = "labelled" if row["sent_labels"] else "unlabelled"
        counts[label] += 1
        counts[f"{label} with violence"] += bool({e.type for e in found} & VIOLENCE)
    print(dict(counts))


if __name__ == "__main__":
    main()
