"""The frozen records that travel between rooms: what a report says, in one form for all."""

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
from tocsin.records.report import SCHEMA, Reading, Report
from tocsin.records.wire import dumps, loads, plain, schema

__all__ = [
    "SCHEMA",
    "Attribution",
    "Claim",
    "Cue",
    "Entity",
    "EventMention",
    "Layers",
    "Likelihood",
    "Phrase",
    "Place",
    "Quantity",
    "Reading",
    "Report",
    "Response",
    "Role",
    "Source",
    "Span",
    "Time",
    "content_id",
    "dumps",
    "loads",
    "plain",
    "schema",
]
