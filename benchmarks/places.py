"""Places of a labelled set in the form its scorer reads, and how fast they were read.

    python benchmarks/places.py documents.jsonl [--parse] [--all] > predictions.jsonl

Input: one `{"doc_id", "text"}` a line. Output: one `{"doc_id", "start", "end", "lat", "lon",
"geonameid"}` a line; the speed goes to standard error. `--parse` reads with the encoder, `--all`
keeps names that stand for governments, which toponym sets count and tocsin does not.
"""

import argparse
import json
import sys
import time
from functools import cache
from typing import Any

from tocsin.read.places import place_rules, read_places
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Place, Report
from tocsin.rules import load
from tocsin.run.gazetteer import open_gazetteer
from tocsin.run.models import load_encoder


def main() -> None:
    """Read the documents, print the predictions."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents")
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--all", action="store_true")
    wanted = parser.parse_args()
    rules, gazetteer = place_rules("en"), open_gazetteer()
    with open(wanted.documents, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    documents = [_document(row["text"], parse=wanted.parse) for row in rows]
    read_places(_document("Warm.", parse=False), rules, gazetteer)
    started = time.perf_counter()
    found = [read_places(document, rules, gazetteer) for document in documents]
    took = time.perf_counter() - started
    for row, places in zip(rows, found, strict=True):
        for place, government in places:
            if wanted.all or not government:
                print(json.dumps(_plain(row["doc_id"], place)))
    print(f"{sum(len(row['text']) for row in rows) / 1e6 / took:.2f} MB/s", file=sys.stderr)


def _document(text: str, *, parse: bool) -> Document:
    sentences = load_encoder().parse(list(_splitter().split(text))) if parse else ()
    return Document(Report(text=text), tuple(sentences))


@cache
def _splitter() -> Splitter:
    return Splitter(load("en", "words.toml", WordRules))


def _plain(doc_id: str, place: Place) -> dict[str, Any]:
    start, end = place.span
    return {
        "doc_id": doc_id, "start": start, "end": end, "lat": place.lat, "lon": place.lon,
        "geonameid": place.geonames,
    }  # fmt: skip


if __name__ == "__main__":
    main()
