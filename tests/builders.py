"""Builders: a test names only what matters to it, the rest is plain."""

from datetime import UTC, date, datetime

from tocsin.read.fingerprints import fingerprint
from tocsin.records import (
    Band,
    Carried,
    Claim,
    Estimate,
    EventMention,
    Figure,
    History,
    Reading,
    Report,
    content_id,
)

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


def a_figure(low=100, high=100, day=23, **parts):
    """A figure of December 2024; equal bounds are exact, None is open."""
    bound = "at_least" if high is None else "at_most" if low is None else "range"
    plain = {
        "claim": content_id("claim", low, high, day, *map(str, parts.values())),
        "report": "report_1",
        "quote": f"{low} to {high} were killed",
        "text": f"{low}–{high}",
        "best": low if low is not None else high,
        "bound": "exact" if low == high else bound,
        "day": day and date(2024, 12, day),
        "published": datetime(2024, 12, day, tzinfo=UTC) if day else None,
        "origin": "origin_1",
        "source": "Ministry of Health",
    }
    return Figure(**{**plain, "low": low, "high": high, **parts})


def an_estimate(*figures, band=(), **parts):
    """An estimate with a history for each source and origin of `figures`."""
    kept = figures or (a_figure(),)
    told = dict.fromkeys((figure.source, figure.origin) for figure in kept)
    histories = tuple(
        History(
            source=source,
            origin=origin,
            figures=tuple(f for f in kept if (f.source, f.origin) == (source, origin)),
        )
        for source, origin in told
    )
    plain = {
        "id": content_id("estimate", *(figure.claim for figure in kept)),
        "event": "event_1",
        "type": "casualties",
        "measure": "people killed",
        "kind": "total",
    }
    return Estimate(**{**plain, "histories": histories, "band": tuple(band), **parts})


def a_band(low, best, high, day=23, origins=("origin_1",)):
    return Band(day=date(2024, 12, day), low=low, best=best, high=high, origins=tuple(origins))


def a_carried(text=TEXT, title=None, at=(2024, 12, 23), **parts):
    """Return a sighting of `text`; `at` is its day, or None for no date."""
    published = datetime(*at, tzinfo=UTC) if at else None
    plain = {
        "sighting": content_id("sighting", text, title, at, sorted(map(str, parts.values()))),
        "report": content_id("report", text),
        "title": title,
        "published": published,
        "collected_at": datetime(2025, 1, 1, tzinfo=UTC),
        "fingerprint": fingerprint(text, title),
    }
    return Carried(**{**plain, **parts})


def prose(seed, count=120):
    """Return `count` words that share no run of five with another seed's."""
    return " ".join(f"word{seed}x{number}" for number in range(count))
