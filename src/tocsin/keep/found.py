"""What a desk gives back: frozen records, made without opening a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from tocsin.records import Claim, Report, Span

State = Literal["added", "known", "version", "reread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one `add` did.

    `state` is "added" for a new text, "version" for another text of a report that is there
    (`supersedes` or `superseded_by` name it), "reread" for a known text with a newer reader or
    mended facts, and "known" where no reading was added; `new_sighting` tells a copy seen
    somewhere else from one seen before.
    """

    state: State
    report: str
    supersedes: str | None = None
    superseded_by: str | None = None
    claims: int = 0
    new_sighting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A text as seen at one place: where, by whom, when published, collected and believed.

    `standing` is False once another text, or mended facts, took its place there.
    """

    id: str
    report: str
    file: str | None
    url: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    published: datetime | None
    published_from: str | None
    wire: str | None
    language: str | None
    collected_at: datetime
    believed_at: datetime
    standing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What weighing compares texts by, packed, under ids made from what it was made of.

    `stamp` names the method; marks of another method are not looked at.
    """

    stamp: str
    packed: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A sighting with its text and the claims of the reading that stands for it.

    One that a newer version has replaced has no claims: those that it had are `former`, and `newer`
    is the id of the sighting that took its place.
    """

    sighting: Sighting
    reading: str
    text: str = field(repr=False)
    claims: tuple[Claim, ...]
    former: tuple[Claim, ...] = ()
    newer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report of the desk by its first publication; `claims` and `sightings` are counts."""

    id: str
    file: str | None
    url: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    published: datetime | None
    published_from: str | None
    wire: str | None
    language: str | None
    collected_at: datetime
    believed_at: datetime
    reader: str
    claims: int | None = None
    sightings: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """A claim with the report that it stands in and the reader that found it."""

    claim: Claim
    report: KeptReport
    believed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that search found, best first.

    `marks` are the spans of the found words in `snippet`; `claims` are the ids of its claims whose
    quotes hold all the words. `rank` orders the hits of one query, lower first, and means nothing
    else.
    """

    report: KeptReport
    snippet: str
    marks: tuple[Span, ...]
    claims: tuple[str, ...]
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The way from an id back to the characters that say it.

    For a claim, `words` are its exact characters, `sentence` what stands around them and
    `sentence_span` where. For a report these are None and `claims` lists what was read in it.
    `standing` is False where a newer version or reading has taken its place: `superseded_by`
    names the newer versions of the report.
    """

    id: str
    claim: Claim | None = None
    words: str | None = None
    sentence: str | None = None
    sentence_span: Span | None = None
    report: Report
    reader: str
    sightings: tuple[Sighting, ...]
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]
    standing: bool
    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something passed over: `origin` is a report's id, or the file or address that gave none."""

    id: str
    origin: str
    words: str
    believed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the desk holds, counted in the current view; `unread` are languages without a reader."""

    reports: int
    sightings: int
    versions: int
    claims: int
    problems: int
    types: Mapping[str, int]
    statuses: Mapping[str, int]
    publishers: Mapping[str | None, int]
    languages: Mapping[str | None, int]
    unread: Mapping[str | None, int]
    first_published: datetime | None
    last_published: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuery:
    """Which reports are asked for; None asks for any. Times are of publication."""

    publisher: str | None = None
    language: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    as_of: datetime | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims are asked for; empty or None asks for any.

    `since` and `until` are of publication, both included; `happened_since` and `happened_until`
    of the event. `source` and `place` are words that must stand whole in a name ("Mali" is not in
    "Somalia"). `as_of` shows what the desk believed then.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = field(default=())
    source: str | None = None
    place: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    happened_since: date | None = None
    happened_until: date | None = None
    report: str | None = None
    text: str | None = None
    as_of: datetime | None = None
    limit: int | None = None
