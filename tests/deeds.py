"""Builders of deeds as reports tell them: who did what to whom, and how two tellings are related."""

from datetime import date

from tellings import a_source, carry, on, one_event, own, placed, role, span_of

from tocsin.records import Claim, EventMention, Time, content_id
from tocsin.weigh.relations import relate

KYIV = {"text": "Kyiv", "country": "UA", "precision": "city", "lat": 50.45, "lon": 30.52}
LVIV = {"text": "Lviv", "country": "UA", "precision": "city", "lat": 49.84, "lon": 24.03}
ZHYTOMYR = {
    "text": "Zhytomyr",
    "country": "UA",
    "precision": "city",
    "lat": 50.25,
    "lon": 28.66,
}
ROME = {"text": "Rome", "country": "IT", "precision": "city", "lat": 41.9, "lon": 12.5}


def deed(text, trigger, type, *, by=None, to=None, with_=None, source=None, place=None, **parts):
    """A claim that says `text`: `by` whom, `to` whom or what, `with_` which weapon, as it says.

    `publisher` and `day` make it another report's; `source` is who is cited.
    """
    publisher, day = parts.pop("publisher", "Demo Post"), parts.pop("day", 7)
    named = (("actor", by), ("target", to), ("instrument", with_))
    roles = [role(part, words, text) for part, words in named if words]
    report = content_id("report", text, publisher, day)
    return Claim(
        **{
            "id": content_id("claim", report, text, source, trigger),
            "span": (0, len(text)),
            "quote": text,
            "sources": (a_source(source, text),) if source else (),
            "event": EventMention(type=type, text=trigger, span=span_of(trigger, text)),
            "roles": tuple(roles),
            "place": placed(place, text) if place else None,
            "status": "occurred",
            "polarity": "affirmed",
            "certainty": "certain",
            **parts,
        }
    )


def told(*claims, publisher="Demo Post", day=7):
    """A report with some claims, published on a day of February 2023."""
    cites = claims[0].sources[0].name if claims[0].sources else None
    return carry(*claims, publisher=publisher, day=day, cites=cites)


def one(text, trigger, type, *, publisher="Demo Post", day=7, **parts):
    """A report with a single claim."""
    claim = deed(text, trigger, type, publisher=publisher, day=day, **parts)
    return told(claim, publisher=publisher, day=day)


def related(*carried, events=(), stories=True):
    """What stands between the claims of some reports, of one story if `stories` is set."""
    held = {report.sighting: "story_1" for report in carried} if stories else None
    return relate(events, carried, own(*carried), stories=held)


def kinds(*carried, **parts):
    """How claims stand to each other, and what differs."""
    return [(found.kind, found.differs) for found in related(*carried, **parts)]


def joined(*carried):
    """How the claims of one event stand to each other."""
    return kinds(*carried, events=[one_event(*carried)])


def at(value, day=6, mod=None):
    """A time of day of February 2023: "09:30", or a part of the day such as "MO"."""
    written = f"2023-02-{day:02}T{value}"
    return Time(
        span=(0, 0), text=value, type="TIME", value=written, mod=mod,
        start=date(2023, 2, day), end=date(2023, 2, day),
    )  # fmt: skip


__all__ = [
    "KYIV",
    "LVIV",
    "ROME",
    "ZHYTOMYR",
    "at",
    "deed",
    "joined",
    "kinds",
    "on",
    "one",
    "related",
    "told",
]
