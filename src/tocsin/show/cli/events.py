"""`tocsin events`: what several reports tell of, each happening once, and how far it is."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.asking import Country
from tocsin.show.cli.looks import Look, show
from tocsin.show.cli.screen import STATUS_STYLES, indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Event
    from tocsin.run.weighing import Told, Weighed
    from tocsin.show.cli.listing import Row

VOICES = 3
COLUMNS = (
    "event",
    "type",
    "status",
    "start",
    "end",
    "place",
    "country",
    "actors",
    "targets",
    "credibility",
    "reason",
    "origins",
    "claims",
    "incident",
)
Moved = Annotated[
    bool,
    typer.Option("--moved", help="Only events whose status moved on, such as prepared → occurred."),
]
Graded = Annotated[
    int | None,
    typer.Option(
        "--credibility", min=1, max=6, metavar="1–6", help="Only of this grade or a better one."
    ),
]


def events(  # noqa: PLR0913 - each is an option of the command
    *,
    kind: o.Type = None,
    status: o.Status = None,
    place: o.Place = None,
    country: Country = None,
    source: o.Source = None,
    moved: Moved = False,
    credibility: Graded = None,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List the events that claims tell of, each once, with its grade and how it moved on.

    Grades are those of STANAG 2511, 1 confirmed to 5 improbable; 6 cannot be judged.
    """
    from tocsin.run.choosing import choose_events

    found = w.view(db, as_of, since, until)
    kept = choose_events(
        found,
        type=kind,
        status=status.value if status else None,
        place=place,
        country=country,
        source=source,
        moved=moved,
        credibility=credibility,
    )
    show(EVENTS, sorted(kept, key=_latest), found, limit=limit, form=form, kind=kind)


def _latest(event: "Event") -> tuple[int, int, str]:
    when = event.end or event.start or date.min
    return -len(event.origins), -when.toordinal(), event.id


def record(event: "Event", found: "Weighed") -> dict[str, object]:
    """Return `event` as programs get it, with its claims."""
    from tocsin.records import plain

    held = plain(event)
    return {"event": held.pop("id"), **held} | {
        "claims": [w.told_record(found, claim) for claim in event.claims]
    }


def _rows(event: "Event", _: "Weighed") -> "Iterator[Row]":
    place = event.place
    yield {
        "event": event.id,
        "type": event.type,
        "status": event.transitions[-1].status if event.transitions else None,
        "start": event.start,
        "end": event.end,
        "place": (place.name or place.text) if place else None,
        "country": place.country if place else None,
        "actors": "; ".join(event.actors),
        "targets": "; ".join(event.targets),
        "credibility": event.grade.credibility,
        "reason": event.grade.reason,
        "origins": len(event.origins),
        "claims": len(event.claims),
        "incident": event.incident,
    }


def card(event: "Event", found: "Weighed") -> "Iterator[RenderableType]":
    """Yield an event: what, how far, where and when; its grade; who tells of it."""
    from tocsin.show.phrases import STATUSES, many, one_line

    status = event.transitions[-1].status if event.transitions else None
    place = (event.place.name or event.place.text) if event.place else ""
    facts = (
        event.type,
        STATUSES[status] if status else "denied",
        place,
        w.span(event.start, event.end),
    )
    yield w.head(
        " · ".join(part for part in facts if part),
        f"bold {STATUS_STYLES[status or 'denied']}",
        event.id,
    )
    yield indented(f"credibility {event.grade.credibility} · {one_line(event.grade.reason)}")
    yield from _people(event)
    if len(event.transitions) > 1:
        yield indented(f"moved on: {_moves(event)}", "yellow")
    yield w.grid(_said(found.told[claim]) for claim in event.claims[:VOICES])
    more = len(event.claims) - VOICES
    counts = f"{many(len(event.claims), 'claim')} from {many(len(event.origins), 'origin')}"
    yield indented(f"… and {more} more: {counts}" if more > 0 else counts, "dim")
    yield ""


def _said(told: "Told") -> tuple[str, ...]:
    from tocsin.show.phrases import day, one_line

    words = f"“{one_line(told.claim.quote)}”\n{w.line(told)}  {told.claim.id}"
    return day(told.carrier.published), words


def _people(event: "Event") -> "Iterator[RenderableType]":
    from tocsin.show.phrases import one_line

    sides = (", ".join(event.actors[:VOICES]), ", ".join(event.targets[:VOICES]))
    if any(sides):
        yield indented(one_line(" → ".join(sides if sides[1] else sides[:1])))


def _moves(event: "Event") -> str:
    from tocsin.show.phrases import STATUSES, day

    return " → ".join(f"{STATUSES[move.status]} ({day(move.at)})" for move in event.transitions)


EVENTS = Look(
    columns=COLUMNS,
    record=record,
    rows=_rows,
    card=card,
    noun="event",
    empty="No event is there that fits.",
)
