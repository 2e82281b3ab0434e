"""How well reports are put into stories, on headlines and on whole reports, and how fast.

    python benchmarks/stories.py [--scorers FOLDER] [--part dev|test]

SCORERS (default `../shared/scorers`) holds `bench_stories.py`, with its data beside it: UCI
headlines (dev: the third of the stories that its own thresholds are set on) and ECB+ reports (dev:
topics 1–35, test: 36–45; a story is a subtopic). BCubed with the scorer's own function. ECB+
reports have no dates and come in the order of the archive. Prints reports a second.
"""

import argparse
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType

from tocsin.read.fingerprints import fingerprint, hollow_words
from tocsin.records import Carried
from tocsin.weigh.stories import find_stories

HOLLOW = hollow_words("en")
START = datetime(2014, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scorers", type=Path, default=Path("../shared/scorers"))
    ask.add_argument("--part", choices=("dev", "test"), default="dev")
    asked = ask.parse_args()
    bench = scorer(asked.scorers)
    titles, gold, stamps = bench.uci()[asked.part == "test"]
    at = [datetime.fromtimestamp(stamp / 1000, UTC) for stamp in stamps]
    _show(bench, f"UCI headlines, {asked.part}", [(title, "") for title in titles], at, gold)
    with tempfile.TemporaryDirectory() as folder:
        unpack(bench, asked.scorers, Path(folder))
        docs = [doc for doc in bench.ecb() if (doc[0] > 35) == (asked.part == "test")]
    at = [START + timedelta(seconds=number) for number in range(len(docs))]
    texts = [("", "\n".join(doc[3])) for doc in docs]
    _show(bench, f"ECB+ reports, {asked.part}", texts, at, [doc[1] for doc in docs])


def scorer(folder: Path) -> ModuleType:
    """Return the module of the scorer."""
    sys.path.insert(0, str(folder))
    return import_module("bench_stories")


def unpack(bench: ModuleType, scorers: Path, folder: Path) -> None:
    """Unpack ECB+ into `folder` and tell the scorer where it is."""
    with tarfile.open(scorers.parent / "data/weigh/ecbplus.tar.gz") as packed:
        packed.extractall(folder / "ecbplus", filter="data")
    bench.W = str(folder)


def carried(number: int, title: str, text: str, at: datetime) -> Carried:
    """Return a report as weighing gets it, without its claims."""
    return Carried(
        sighting=f"sighting_{number:06}",
        report=f"report_{number:06}",
        title=title or None,
        published=at,
        collected_at=at,
        language="en",
        fingerprint=fingerprint(text, title, HOLLOW),
    )


def _show(
    bench: ModuleType,
    name: str,
    texts: Sequence[tuple[str, str]],
    at: Sequence[datetime],
    gold: Sequence[str],
) -> None:
    reports = [carried(n, *pair, at[n]) for n, pair in enumerate(texts)]
    begun = time.perf_counter()
    stories = find_stories(reports, [])
    took = time.perf_counter() - begun
    story_of = {one: story.id for story in stories for one in story.sightings}
    precision, recall, f1 = bench.bcubed([story_of[one.sighting] for one in reports], gold)
    print(
        f"{name:24s} {len(reports):5d} reports  {len(stories):4d} stories (gold {len(set(gold))})  "
        f"BCubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  {len(reports) / took:,.0f} reports/s"
    )


if __name__ == "__main__":
    main()
