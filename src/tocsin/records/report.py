"""A published report as collected, and the reading of it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tocsin.records.claim import Claim
from tocsin.records.ids import content_id
from tocsin.records.layers import Layers, Span

SCHEMA = 1
# The stamp of a report that no reader has read: it is read when it is met again.
UNREAD = "none"

_SURROGATE = re.compile("[\ud800-\udfff]")

PublishedFrom = Literal["given", "metadata", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A published text with what is known of where and when it came out.

    `text` is what all offsets refer to. `published` is aware or None; `published_from` says how it
    is known. The id depends on the text alone: a copy carried elsewhere has the same id.
    """

    id: str = ""
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    published: datetime | None = None
    published_from: PublishedFrom | None = None
    wire: str | None = None
    language: str | None = None
    text: str

    def __post_init__(self) -> None:
        """Fill the id from the text, mend what JSON cannot carry, refuse a naive time."""
        for name in ("text", "title", "byline", "publisher", "url", "file"):
            object.__setattr__(self, name, _encodable(getattr(self, name)))
        if self.published is not None and self.published.tzinfo is None:
            raise ValueError(f"published must carry a time zone: {self.published!r}")
        if not self.id:
            object.__setattr__(self, "id", content_id("report", self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a reader saw in one report: layers, claims and what it could not read.

    `reader` stamps the method (model and rules) and is kept with every claim.
    """

    schema: int = SCHEMA
    reader: str
    report: Report
    sentences: tuple[Span, ...] = ()
    layers: Layers = field(default_factory=Layers)
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Hold the law that every quote equals its characters."""
        for claim in self.claims:
            start, end = claim.span
            if self.report.text[start:end] != claim.quote:
                raise ValueError(f"{claim.id}: the quote is not the text at {claim.span}")


def _encodable(text: str | None) -> str | None:
    # Feeds hold lone surrogates, which neither JSON nor a database can; one character for one, so
    # that offsets hold.
    return text if text is None else _SURROGATE.sub("\ufffd", text)
