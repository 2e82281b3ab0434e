"""Documents of plain texts, with a parse and without, as the layers of the reader take them."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.models import load_encoder


def plain(text: str, published: str | None = None) -> Document:
    """Return the document of a text that nothing was parsed of; `published` is an ISO day."""
    at = datetime.fromisoformat(published[:10]).replace(tzinfo=UTC) if published else None
    return Document(Report(text=text, published=at), ())


def parsed(text: str, published: str | None = None) -> Document:
    """Return the document of a text with its parse."""
    sentences = _encoder().parse(list(_splitter().split(text)))
    return Document(plain(text, published).report, tuple(sentences))


def reports(folder: Path, most: int = 12) -> list[str]:
    """Return the texts of the first reports in `folder`; none where it is not there."""
    paths = sorted(folder.glob("*.json"))[:most]
    return [json.loads(path.read_text(encoding="utf-8"))["text"] for path in paths]


@cache
def _encoder() -> Any:  # noqa: ANN401 - the encoder's type is of no matter here
    return load_encoder("en")


@cache
def _splitter() -> Splitter:
    return Splitter(load("en", "words.toml", WordRules))
