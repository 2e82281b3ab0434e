"""Builders: a test names only what matters to it, the rest is plain."""

from datetime import UTC, datetime

from tocsin.records import Claim, EventMention, Reading, Report, content_id

TEXT = "North Korea has sent about 3,000 troops to Russia, the ministry said on Monday."


def a_report(text=TEXT, **parts):
    plain = {
        "publisher": "Demo Post",
        "language": "en",
        "published": datetime(2024, 10, 21, tzinfo=UTC),
    }
    return Report(text=text, **{**plain, **parts})


def a_claim(
    quote="North Korea has sent about 3,000 troops to Russia", text=TEXT, trigger="sent", **parts
):
    start = text.index(quote)
    at = start + quote.index(trigger)
    event = EventMention(
        type="deployment", text=trigger, span=(at, at + len(trigger)), plover="MOBILIZE"
    )
    plain = {
        "id": content_id("claim", text, quote, trigger),
        "span": (start, start + len(quote)),
        "quote": quote,
        "event": event,
        "status": "occurred",
        "polarity": "affirmed",
        "certainty": "certain",
    }
    return Claim(**{**plain, **parts})


def a_reading(*claims, report=None, **parts):
    return Reading(
        reader="test-1", report=report or a_report(), claims=claims or (a_claim(),), **parts
    )
