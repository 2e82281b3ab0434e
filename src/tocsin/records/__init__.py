"""The frozen records that travel between rooms: what a report says, in one form for all."""

from tocsin.records.carried import Carried, Fingerprint, Mention
from tocsin.records.claim import (
    Claim,
    Cue,
    EventMention,
    Likelihood,
    Phrase,
    Response,
    Role,
    Source,
)
from tocsin.records.ids import content_id
from tocsin.records.layers import Attribution, Entity, Layers, Place, Quantity, Span, Time
from tocsin.records.packed import Numbers, Spans
from tocsin.records.report import SCHEMA, Reading, Report
from tocsin.records.weighed import (
    Band,
    Estimate,
    Event,
    Evidence,
    Figure,
    Grade,
    History,
    Member,
    Origin,
    Override,
    Record,
    Relation,
    Story,
    Transition,
)
from tocsin.records.wire import dumps, loads, plain, schema

__all__ = [
    "SCHEMA",
    "Attribution",
    "Band",
    "Carried",
    "Claim",
    "Cue",
    "Entity",
    "Estimate",
    "Event",
    "EventMention",
    "Evidence",
    "Figure",
    "Fingerprint",
    "Grade",
    "History",
    "Layers",
    "Likelihood",
    "Member",
    "Mention",
    "Numbers",
    "Origin",
    "Override",
    "Phrase",
    "Place",
    "Quantity",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "Response",
    "Role",
    "Source",
    "Span",
    "Spans",
    "Story",
    "Time",
    "Transition",
    "content_id",
    "dumps",
    "loads",
    "plain",
    "schema",
]
