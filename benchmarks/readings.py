"""Readings of a test set's texts, made once and kept in a file, so that scoring again is free."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from tocsin.records import Reading, Report, dumps, loads
from tocsin.run.reader import english

T = TypeVar("T")


def asked(about: str | None, most: str) -> Namespace:
    """Return what the command line of a benchmark asks for; `most` says what --most counts."""
    ask = ArgumentParser(description=about)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--most", type=int, default=2000, help=f"{most} to read, 0 for all")
    ask.add_argument("--store", type=Path, help="keep the readings here and take them from here")
    ask.add_argument("--show", type=int, default=0, help="print as many of what went wrong")
    return ask.parse_args()


def sample(rows: Sequence[T], most: int) -> list[T]:
    """Return about `most` rows at even steps, the same ones each time; all of them for 0."""
    step = max(1, round(len(rows) / most)) if most else 1
    return list(rows[::step])


def readings(texts: Iterable[str], store: Path | None) -> dict[str, Reading]:
    """Return the reading of each text, from `store` where it has one.

    What `store` lacks is read and added to it. It knows nothing of rules that have changed since:
    delete the file to read anew.
    """
    known = _stored(store)
    for text in dict.fromkeys(texts):
        if text not in known:
            known[text] = english().read(Report(text=text, language="en"))
            if store is not None:
                with store.open("a", encoding="utf-8") as lines:
                    lines.write(dumps(known[text]) + "\n")
    return known


def _stored(store: Path | None) -> dict[str, Reading]:
    if store is None or not store.is_file():
        return {}
    with store.open(encoding="utf-8") as lines:
        return {reading.report.text: reading for reading in map(loads, lines)}
