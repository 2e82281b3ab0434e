"""Builders for the times of small reports."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from tocsin.read.syntax import ROOT, Document, Sentence, Token
from tocsin.read.times import find_times, time_rules
from tocsin.records import Report, Time

Times = Callable[..., list[Time]]
ENGLISH = time_rules("en")
_UPOS = {"VB": "VERB", "MD": "VERB", "NN": "NOUN"}


def document(
    text: str, published: str | None = "2024-12-23", tree: Sequence[tuple[object, ...]] = ()
) -> Document:
    """Return a document; `tree` gives (word, tag, head, relation) for one parsed sentence."""
    at = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    report = Report(text=text, published=at)
    return Document(report, (Sentence(tuple(tokens(text, tree))),) if tree else ())


def tokens(text: str, tree: Sequence[tuple[object, ...]]) -> list[Token]:
    found, at = [], 0
    for i, (word, tag, head, relation, *ent) in enumerate(tree):
        at = text.index(word, at)
        upos = "AUX" if relation == "aux" else _UPOS.get(tag[:2], "X")
        parent = ROOT if relation == "root" else head
        label = ent[0] if ent else "O"
        found.append(
            Token(i, at, at + len(word), word, word.lower(), upos, tag, parent, relation, label)
        )
    return found


@pytest.fixture
def times_of() -> Times:
    def read(text: str, **parts: object) -> list[Time]:
        return find_times(document(text, **parts), ENGLISH)  # type: ignore[arg-type]

    return read


@pytest.fixture
def days_of(times_of: Times) -> Callable[..., str]:
    def days(text: str, **parts: object) -> str:
        """Return the days of the last time of `text`, as start/end."""
        time = times_of(text, **parts)[-1]
        return f"{time.start or ''}/{time.end or ''}"

    return days
