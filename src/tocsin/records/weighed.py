"""What weighing finds: origins, stories, events, relations between claims, estimates, sources.

Each record points back: to sightings, to claims by their ids, to spans of a report's text. Ids come
from content.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from tocsin.records.claim import Status
from tocsin.records.layers import Bound, Place, Span

OriginKind = Literal["wire", "release", "source", "publisher"]
How = Literal["first", "copy", "rewrite", "cites"]
EvidenceKind = Literal["passages", "credit", "citation", "headline", "words"]
RelationKind = Literal["corroborates", "contradicts", "denies", "corrects", "updates"]
Difference = Literal["figure", "place", "time", "actor", "status", "polarity"]
FigureKind = Literal["stock", "flow", "total"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a report is held to come from an origin, at the words that show it.

    `text` is what a person reads ("credits AP", "shares 84 % of its words"). `spans` are of the
    member's own text, `other_spans` of the report `other`. `share` (0 to 1) is the part of the
    shorter text that both hold.
    """

    kind: EvidenceKind
    text: str
    spans: tuple[Span, ...] = ()
    other: str | None = None
    other_spans: tuple[Span, ...] = ()
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A sighting that carries an origin, how, and the sighting it most likely follows."""

    sighting: str
    report: str
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    how: How
    follows: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reports that go back to one root, to be counted once; the members make a tree by `follows`.

    `name` is who stands behind it: an agency, an issuing body, a cited source, or the publisher
    that had it first. None where nothing tells.
    """

    id: str
    name: str | None
    kind: OriginKind
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports about one train of events; `name` is made of words that `named_in` prints.

    `came_from` are the ids of stories that were joined into it or that it was split from.
    """

    id: str
    name: str
    named_in: str
    sightings: tuple[str, ...]
    origins: tuple[str, ...]
    first: datetime
    last: datetime
    came_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """The status of an event as first stated at a time, with the claims that state it."""

    status: Status
    at: datetime
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Credibility 1–6 (STANAG 2511) with the reason in words and the claims it rests on."""

    credibility: Credibility
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening as several claims tell it; `incident` is shared by its sub-events.

    `transitions` are in the order of time: an event that was prepared and then occurred has two.
    `origins` are those whose claims affirm it, each once.
    """

    id: str
    type: str
    incident: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: Place | None = None
    start: date | None = None
    end: date | None = None
    transitions: tuple[Transition, ...]
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two claims about one event stand to each other, the later one first.

    `differs` names what is not the same; `why_not` says in words why the two cannot be compared
    (another population, another date) where they cannot, and is None where they can.
    """

    id: str
    kind: RelationKind
    claim: str
    other: str
    event: str
    differs: tuple[Difference, ...] = ()
    why_not: str | None = None
    independent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as one claim gives it: low–high bounds at the day it stands for, with its origin.

    `changed` marks one that is new of its source, `replaced` one of a text that a newer version of
    its page has replaced: the source does not say it any more.
    """

    claim: str
    report: str
    file: str | None = None
    url: str | None = None
    quote: str
    text: str
    low: float | None
    high: float | None
    best: float | None
    bound: Bound
    day: date | None
    published: datetime | None
    origin: str
    source: str
    changed: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What one source says over time, in the order of days; `changed` marks a new figure."""

    source: str
    origin: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The fused low–high interval on one day, and the origins it rests on."""

    day: date
    low: float | None
    best: float | None
    high: float | None
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The figures for one thing that is counted: histories by source and the fused band.

    `measure` is what is counted ("people killed"), `population` whom it is counted of, `unit` as
    in `Quantity`. Every number of `band` lies between the lowest and the highest kept figure.
    """

    id: str
    event: str
    type: str
    measure: str
    population: str | None = None
    place: str | None = None
    unit: str | None = None
    kind: FigureKind
    histories: tuple[History, ...]
    band: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """An analyst's grade of a source, dated and signed, kept beside the earned one."""

    source: str
    reliability: Reliability
    by: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a source's claims came to, counted, and the reliability (A–F) earned by it.

    F is unknown: too few of its claims have been settled. `rate` is the shrunk share of settled
    claims that were confirmed (0 to 1), `n` how many were settled.
    """

    source: str
    kind: str | None = None
    claims: int = 0
    n: int = 0
    confirmed: int = 0
    contradicted: int = 0
    corrected: int = 0
    copied: int = 0
    first: int = 0
    rate: float | None = None
    reliability: Reliability = "F"
    override: Override | None = None
