"""Builders of what weighing takes: one claim in one sighting, said by somebody on a day."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from tocsin.records import (
    Carried,
    Claim,
    Cue,
    Event,
    EventMention,
    Fingerprint,
    Grade,
    Member,
    Mention,
    Origin,
    Place,
    Quantity,
    Role,
    Source,
    Time,
    Transition,
    content_id,
)

TURKEY = {"text": "Turkey", "country": "TR", "precision": "country"}
SYRIA = {"text": "Syria", "country": "SY", "precision": "country"}
KURSK = {"text": "Kursk", "name": "Kursk Oblast", "country": "RU", "precision": "admin"}
BOUNDS = {"at least": "at_least", "more than": "at_least", "up to": "at_most", "nearly": "at_most"}
FIGURE = re.compile(r"(?:(at least|more than|up to|nearly|about) )?(\d[\d,]*)(?: to (\d[\d,]*))?")


def said(
    text,
    *,
    trigger="killed",
    type="disaster",
    of=None,
    place=None,
    day=7,
    publisher="Demo Post",
    source=None,
    object=None,
    sighting=None,
    **parts,
):
    """A sighting that says `text`, one clause with one figure; `of` is what the figure counts.

    `source` is a name that the text cites; `object` is the role that holds the figure, the words of
    the figure and what it counts where none is given.
    """
    report = content_id("report", text, publisher, source, day, sighting)
    quantity = figure_in(text, of)
    held = object or (quantity and f"{quantity.text} {of or ''}".strip())
    roles = parts.pop("roles", ())
    if held and held in text:
        roles = (*roles, role("target", held, text))
    links = (a_source(source, text),) if source else ()
    claim = Claim(
        **{
            "id": content_id("claim", report, text),
            "span": (0, len(text)),
            "quote": text,
            "sources": links,
            "event": EventMention(type=type, text=trigger, span=span_of(trigger, text)),
            "roles": roles,
            "quantity": quantity,
            "place": placed(place, text) if place else None,
            "status": "occurred",
            "polarity": "affirmed",
            "certainty": "certain",
            **parts,
        }
    )
    return carry(claim, report=report, publisher=publisher, day=day, cites=source)


NORTH = {"of": "North Korean soldiers", "type": "casualties", "trigger": "killed"}


def losses(figure, source=None, *, day=23, publisher=None, **parts):
    """So many North Korean soldiers killed, as `source` says, in a paper of its own or another."""
    text = f"{figure} North Korean soldiers have been killed, {source} said"
    carrier = publisher or f"of {source}"
    return said(text, day=day, publisher=carrier, source=source, **{**NORTH, **parts})


def toll(figure, publisher="AFP", *, day=7, place=TURKEY, by=None, **parts):
    """So many people killed in a place; `by` is who says so, where it is not the publisher."""
    where = f" in {place['text']}" if place else ""
    text = f"{figure} people have been killed{where}"
    told = said(text, of="people", place=place, day=day, publisher=publisher, **parts)
    if by is None:
        return told
    claim = replace(told.claims[0], sources=(a_source(by, text),))
    return replace(told, claims=(claim,))


def carry(*claims, report=None, publisher="Demo Post", day=7, cites=None, sighting=None):
    """A sighting of a report with `claims`, published in February 2023."""
    report = report or content_id("report", *(claim.id for claim in claims))
    mention = Mention(
        name=cites or "",
        text=cites or "",
        span=(0, 0),
        role="citation",
        kind="body",
        claims=tuple(claim.id for claim in claims),
    )
    return Carried(
        sighting=sighting or content_id("sighting", report, publisher, day),
        report=report,
        file=f"{publisher}-{day}.json",
        publisher=publisher,
        published=datetime(2023, 2, day, 12, tzinfo=UTC),
        collected_at=datetime(2023, 3, 1, tzinfo=UTC),
        language="en",
        fingerprint=Fingerprint(width=5),
        mentions=(mention,) if cites else (),
        claims=claims,
    )


def figure_in(text, of=None):
    """The figure that `text` holds, as a quantity of `of`."""
    found = FIGURE.search(text)
    if found is None:
        return None
    word, low, high = found.groups()
    least = int(low.replace(",", ""))
    most = int(high.replace(",", "")) if high else least
    bound = "range" if high else BOUNDS.get(word, "about" if word else "exact")
    return Quantity(
        span=found.span(),
        text=found.group(),
        low=None if bound == "at_most" else least,
        high=None if bound == "at_least" else most,
        best=(least + most) / 2 if high else least,
        bound=bound,
        of=of,
    )


def a_source(name, text=""):
    """A body that a claim rests on."""
    start = text.find(name)
    at = (start, start + len(name)) if start >= 0 else (0, 0)
    return Source(
        name=name,
        text=name,
        span=at,
        kind="organisation",
        factuality="CT+",
        evidential="hearsay",
    )


def role(part, words, text, **parts):
    """A participant, at the words of `text`."""
    return Role(role=part, text=words, span=span_of(words, text), **parts)


def state(part, name, text):
    """A state that takes part."""
    return role(part, name, text, name=name, kind="state")


def placed(place, text):
    """A place of a clause, such as TURKEY."""
    return Place(**{"name": place["text"], "span": span_of(place["text"], text), **place})


def on(day, text="Monday", until=None):
    """A day, or days, of February 2023 as the time of an event."""
    return Time(
        span=(0, 0),
        text=text,
        type="DATE",
        start=date(2023, 2, day),
        end=date(2023, 2, until or day),
    )


def span_of(words, text):
    """Where `words` stand in `text`; nowhere is the start."""
    start = max(0, text.find(words))
    return (start, start + len(words))


def copied(one, publisher="Copy Times", day=8):
    """The same text at another publisher, a day later, as the reader would read it again."""
    report = content_id("report", one.report, publisher)
    claims = tuple(
        Claim(
            **{
                **{name: getattr(claim, name) for name in claim.__slots__},
                "id": content_id("claim", report, claim.id),
            }
        )
        for claim in one.claims
    )
    cites = one.mentions[0].name if one.mentions else None
    return carry(*claims, report=report, publisher=publisher, day=day, cites=cites)


def origins_of(*groups):
    """An origin for each group of sightings, the first of which had it first."""
    return tuple(
        Origin(
            id=content_id("origin", group[0].sighting),
            name=group[0].publisher,
            kind="publisher",
            members=tuple(
                Member(
                    sighting=one.sighting,
                    report=one.report,
                    publisher=one.publisher,
                    published=one.published,
                    how="copy" if number else "first",
                    follows=group[0].sighting if number else None,
                )
                for number, one in enumerate(group)
            ),
        )
        for group in groups
    )


def own(*carried):
    """An origin of its own for each sighting."""
    return origins_of(*((one,) for one in carried))


def one_event(*carried, incident="incident_1", transitions=(), id="event_1"):
    """An event that all claims of `carried` tell of."""
    claims = [claim for one in carried for claim in one.claims]
    first = claims[0]
    return Event(
        id=id,
        type=first.event.type,
        incident=incident,
        claims=tuple(claim.id for claim in claims),
        origins=(),
        transitions=tuple(
            Transition(status=claim.status, at=carried[0].collected_at, claims=(claim.id,))
            for claim in transitions
        ),
        grade=Grade(credibility=6, reason="not judged", claims=()),
    )


@cache
def cue(kind):
    """A cue of a class of commitment."""
    return Cue(text=kind, span=(0, 0), class_=kind)
