"""Copies and lineage: how many copies are known again, at what price, and how fast.

    python benchmarks/copies.py [--data ../shared/data] [--reports N] [--million] [--only PART]

Three tables. *Synthetic*: copies of ECB+ reports that were cut, edited and mixed, by the maker in
`../shared/scorers/bench_stories.py`, with the peers that it knows. *Real*: pairs of reports of one
origin as labelled in `origins.json`, and the sets that look alike and are not; needs readings of
the reports (`tocsin read ../shared/data/weigh/reports --format jsonl`, given by `--readings`).
*Index*: additions and look-ups of an index of many reports (a million with `--million`).
"""

import argparse
import importlib
import itertools
import json
import random
import resource
import sys
import tarfile
import tempfile
import time
import types
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from tocsin.read.fingerprints import fingerprint, lineage_rules, mentions
from tocsin.records import Carried, Fingerprint, Numbers, Origin, content_id, loads
from tocsin.weigh.copies import CopyIndex, find_origins

COLLECTED = datetime(2025, 8, 1, tzinfo=UTC)
PEERS = ("datasketch", "rensa", "sklearn")
Pairs = set[tuple[int, int]]


def main() -> None:
    """Print the tables that were asked for."""
    asked = _arguments()
    if asked.only in (None, "synthetic"):
        _synthetic(asked.data, peers=asked.peers)
    if asked.only in (None, "real"):
        _real(asked.data, asked.readings)
    if asked.only in (None, "index"):
        _index(1_000_000 if asked.million else asked.reports)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--readings", type=Path, default=None)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--only", choices=("synthetic", "real", "index"))
    return parser.parse_args()


def _synthetic(data: Path, *, peers: bool) -> None:
    """Print recall and precision over pairs (report, copy) as the maker's own table counts them.

    Pairs within a family of reports that share text as they came are not judged.
    """
    maker = _maker(data)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "weigh/ecbplus.tar.gz") as packed:
            packed.extractall(folder, filter="data")
        maker.W = folder if (Path(folder) / "ecbplus").exists() else _linked(folder)
        documents = [d for d in maker.ecb() if len(" ".join(d[3]).split()) >= 120]
    print(f"synthetic copies of {len(documents)} ECB+ reports, 300 a level")
    print(f"  {'level':8}{'method':34}{'precision':>10}{'recall':>8}{'reports/s':>11}")
    base = [" ".join(d[3]) for d in documents]
    natural = maker.containment_pairs(base, 0.1)[1]
    rng = random.Random(11)
    for level in ("light", "medium", "heavy"):
        texts, gold, ignored = _copies(maker, documents, natural, level, rng)
        for name, method in _methods(maker, peers=peers):
            started = time.perf_counter()
            found = method(texts)
            took = time.perf_counter() - started
            kept = _judged(found, gold, ignored, len(base))
            right = len(kept & gold)
            precision, recall = right / max(1, len(kept)), right / len(gold)
            rate = len(texts) / took
            print(f"  {level:8}{name:34}{precision:10.3f}{recall:8.3f}{rate:11,.0f}", flush=True)


def _maker(data: Path) -> Any:  # noqa: ANN401 - a script outside the project
    sys.path.insert(0, str(data.parent / "scorers"))
    for name in ("datasketch", "rensa"):
        try:
            importlib.import_module(name)
        except ImportError:
            sys.modules[name] = types.SimpleNamespace(  # type: ignore[assignment]
                MinHash=None, MinHashLSH=None, RMinHash=None, RMinHashLSH=None
            )
    return importlib.import_module("bench_stories")


def _linked(folder: str) -> str:
    (Path(folder) / "ecbplus").symlink_to(Path(folder))
    return folder


def _copies(
    maker: Any,  # noqa: ANN401
    documents: list[Any],
    natural: Pairs,
    level: str,
    rng: random.Random,
) -> tuple[list[str], Pairs, Pairs]:
    """Return texts, the pairs to find and the pairs not judged, as the maker draws them."""
    vocabulary = [word for d in documents for sentence in d[3] for word in sentence.split()]
    base = [" ".join(d[3]) for d in documents]
    chosen = rng.sample(range(len(documents)), 300)
    copies, lent = [], []
    for i in chosen:
        beside = [d for d in documents if d[1] == documents[i][1] and d is not documents[i]]
        other = rng.choice(beside or documents)
        lent.append(documents.index(other))
        pool = other[3] if len(other[3]) >= 3 else documents[0][3]
        copies.append(" ".join(maker.copy_of(documents[i][3], level, rng, vocabulary, pool)))
    kin = _kindred(natural, len(base))
    gold = {(i, len(base) + k) for k, i in enumerate(chosen)}
    ignored = {(a, len(base) + k) for k, i in enumerate(chosen) for a in {*kin[i], *kin[lent[k]]}}
    return base + copies, gold, ignored - gold


def _kindred(natural: Pairs, count: int) -> list[set[int]]:
    # Reports that share text as they came, and those that share text with these.
    kin = [{number} for number in range(count)]
    for a, b in natural:
        if kin[a] is not kin[b]:
            kin[a] |= kin[b]
            for number in kin[b]:
                kin[number] = kin[a]
    return kin


def _methods(maker: Any, *, peers: bool) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    yield "tocsin find_origins", _by_origins
    yield "tocsin CopyIndex", _by_index
    if peers:
        for share in (0.15, 0.25):
            name = f"containment of 5-grams >= {share}"
            yield name, lambda texts, share=share: maker.containment_pairs(texts, share)[1]
        for share in (0.2, 0.5):
            if maker.MinHash:
                name = f"datasketch MinHashLSH w3 J >= {share}"
                yield name, lambda texts, share=share: maker.run_datasketch(texts, share, 3)[1]
            if maker.RMinHash:
                name = f"rensa RMinHashLSH w3 J >= {max(share, 0.3)}"
                yield name, lambda texts, share=share: maker.run_rensa(texts, max(share, 0.3), 3)[1]


def _carried(texts: Iterable[str]) -> list[Carried]:
    return [
        Carried(
            sighting=f"sighting_{number:07}",
            report=content_id("report", text),
            file=str(number),
            collected_at=COLLECTED + timedelta(seconds=number),
            fingerprint=fingerprint(text),
        )
        for number, text in enumerate(texts)
    ]


def _by_origins(texts: list[str]) -> Pairs:
    return {pair for origin in find_origins(_carried(texts)) for pair in _pairs(origin)}


def _pairs(origin: Origin) -> Iterator[tuple[int, int]]:
    numbers = sorted(int(member.file or 0) for member in origin.members)
    yield from itertools.combinations(numbers, 2)


def _by_index(texts: list[str]) -> Pairs:
    index, found = CopyIndex(), set()
    for number, one in enumerate(_carried(texts)):
        for match in index.matches(one.fingerprint):
            found.add((int(match.sighting.rpartition("_")[2]), number))
        index.add(one)
    return found


def _judged(found: Pairs, gold: Pairs, ignored: Pairs, originals: int) -> Pairs:
    return {p for p in found if p in gold or (p not in ignored and p[0] < originals <= p[1])}


def _real(data: Path, readings: Path | None) -> None:
    """Print pair precision and recall over the labelled groups, and hard negatives joined."""
    if readings is None or not readings.exists():
        print("real groups: skipped, no readings given (--readings)")
        return
    labels = json.loads((data / "weigh/origins.json").read_text(encoding="utf-8"))
    carried = list(_rows(readings))
    started = time.perf_counter()
    origins = find_origins(carried)
    took = time.perf_counter() - started
    gold = _named_pairs(group["members"] for group in labels["groups"])
    hard = _named_pairs(group["members"] for group in labels["hard_negatives"])
    print(f"real groups: {len(carried)} reports, {len(gold)} pairs, {took:.2f} s")
    for name, kept in (
        ("texts: wire, release, publisher", [o for o in origins if o.kind != "source"]),
        ("with statements of cited sources", list(origins)),
    ):
        found = _named_pairs([Path(m.file or "").name for m in o.members] for o in kept)
        right = len(found & gold)
        print(
            f"  {name:36} precision {right / max(1, len(found)):.3f}  recall"
            f" {right / len(gold):.3f}  pairs {len(found)}  hard negatives {len(found & hard)}"
        )


def _rows(readings: Path) -> Iterator[Carried]:
    rules = lineage_rules("en")
    for line in readings.read_text(encoding="utf-8").splitlines():
        reading = loads(line)
        report = reading.report
        yield Carried(
            sighting=content_id("sighting", report.id, report.url, report.file),
            report=report.id,
            file=report.file,
            url=report.url,
            publisher=report.publisher,
            title=report.title,
            byline=report.byline,
            published=report.published,
            collected_at=COLLECTED,
            wire=report.wire,
            fingerprint=fingerprint(report.text, report.title),
            mentions=mentions(report, reading.claims, rules),
            claims=reading.claims,
        )


def _named_pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, ...]]:
    return {pair for some in groups for pair in itertools.combinations(sorted(set(some)), 2)}


def _index(count: int) -> None:
    """Print the speed and size of an index of `count` reports of 120 to 900 words.

    By the clock and by the processor: on a machine that others use only the latter tells.
    """
    rng = np.random.default_rng(7)
    stock = rng.integers(-(2**63), 2**63, 5_000, dtype=np.int64)
    index, sampled, asked, worked = CopyIndex(), list[Fingerprint](), 0.0, 0.0
    for number in range(count):
        one = _report(number, rng, stock, sampled)
        started, busy = time.perf_counter(), time.process_time()
        index.add(one)
        asked, worked = asked + time.perf_counter() - started, worked + time.process_time() - busy
    waits, work, found = [], [], 0
    for one in sampled[-1000:]:
        started, busy = time.perf_counter(), time.process_time()
        found += bool(index.matches(one))
        waits.append(time.perf_counter() - started)
        work.append(time.process_time() - busy)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"index of {count:,} reports, found {found} of {len(waits)}")
    for clock, spent, each in (("clock", asked, waits), ("processor", worked, work)):
        p50, p95 = np.percentile(each, (50, 95))
        told = f"look-up p50 {1000 * p50:.1f} ms, p95 {1000 * p95:.1f} ms"
        print(f"  {clock:10}{count / spent:,.0f} additions/s, {told}")
    print(f"  marks {index.nbytes / 1e6:,.0f} MB, whole process at most {memory:,.0f} MB")


def _report(
    number: int, rng: np.random.Generator, stock: np.ndarray, sampled: list[Fingerprint]
) -> Carried:
    length = int(rng.integers(120, 900))
    marks = rng.integers(-(2**63), 2**63, length, dtype=np.int64)
    usual = rng.random(length) < 0.05
    marks[usual] = stock[(len(stock) * rng.random(int(usual.sum())) ** 3).astype(np.int64)]
    if sampled and number % 10 == 0:
        copied = np.asarray(sampled[int(rng.integers(len(sampled)))].marks)
        marks[: len(copied) // 2] = copied[: min(len(copied) // 2, length)]
    print_ = Fingerprint(width=5, marks=Numbers(marks.tobytes()))
    if len(sampled) < 2000 or number % 500 == 0:
        sampled.append(print_)
        del sampled[:-2000]
    return Carried(
        sighting=f"sighting_{number}",
        report=f"report_{number}",
        collected_at=COLLECTED,
        fingerprint=print_,
    )


if __name__ == "__main__":
    main()
