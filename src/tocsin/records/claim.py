"""The claim: who says, through whom, that what happened, is prepared, planned or may happen."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from tocsin.records.layers import Place, Quantity, Span, Time

SourceKind = Literal[
    "person",
    "role",
    "organisation",
    "state",
    "media",
    "document",
    "sensor",
    "generic",
    "unspecified",
]
Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"]
Evidential = Literal[
    "perception",
    "technical",
    "document",
    "hearsay",
    "inference",
    "assumption",
    "unspecified",
]
CueClass = Literal[
    "report",
    "announce",
    "distance",
    "confirm",
    "deny",
    "doubt",
    "detect",
    "infer",
    "assess",
    "believe",
    "predict",
    "commit",
    "hearsay",
]
RoleName = Literal["actor", "target", "recipient", "object", "instrument", "partner", "origin"]
Status = Literal["occurred", "ongoing", "prepared", "planned", "predicted", "hypothetical"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
ResponseKind = Literal["affirms", "denies", "corrects", "consistent_with"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the report at a place in it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of a source chain, and how far this source vouches for the event (FactBank)."""

    name: str
    text: str
    span: Span
    ref: str | None = None
    kind: SourceKind
    factuality: Factuality
    evidential: Evidential


# A Struct among dataclasses: only msgspec's own records can rename a field, and JSON says `class`.
class Cue(msgspec.Struct, frozen=True, kw_only=True, rename={"class_": "class"}):
    """The words that report the content, with their class of commitment."""

    text: str
    span: Span
    class_: CueClass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """The words that name an event, its type in tocsin's list and its PLOVER root."""

    type: str
    text: str
    span: Span
    plover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A participant of an event as the text has it; `name` is the fullest form of its chain."""

    role: RoleName
    text: str
    span: Span
    name: str | None = None
    ref: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A word of probability with its interval (0 to 1) and the scheme that gives it."""

    text: str
    low: float
    high: float
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How a claim answers another claim of the same report."""

    claim: str
    how: ResponseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event that one clause states, with its source chain, outermost first.

    No sources means the publisher in its own voice. `time` is when the event is, `said` when the
    source said it. `likelihood` is None for may, might, could and possible (no scheme maps them).
    `repeats` is the id of the first claim of the report by which the same voice told of the event.
    """

    id: str
    span: Span
    quote: str
    sources: tuple[Source, ...] = ()
    cue: Cue | None = None
    event: EventMention
    roles: tuple[Role, ...] = ()
    quantity: Quantity | None = None
    place: Place | None = None
    time: Time | None = None
    said: Time | None = None
    status: Status
    polarity: Polarity
    certainty: Certainty
    likelihood: Likelihood | None = None
    hedges: tuple[Phrase, ...] = ()
    condition: Phrase | None = None
    purpose: Phrase | None = None
    deadline: date | None = None
    responds_to: tuple[Response, ...] = ()
    repeats: str | None = None
    historical: bool = False
