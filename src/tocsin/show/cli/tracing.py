"""`tocsin report` and `tocsin why`: from an id back to the words, and where they were published."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.desks import opened, told

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Claim
    from tocsin.run.desk import Sighting, Trace

Id = Annotated[
    str, typer.Argument(metavar="ID", help="An id, or enough of its beginning to be the only one.")
]
Plain = Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")]


def report(given: Id, as_json: Plain = False, db: o.Db = None) -> None:
    """Show a report with its claims highlighted in the text."""
    from tocsin.show.cli.screen import show

    told(db)
    with opened(db) as desk:
        reading = desk.report(given)
        trace = desk.why(reading.report.id)
    if as_json:
        _as_json(reading)
        return
    show(*_whole(trace))


def why(given: Id, as_json: Plain = False, db: o.Db = None) -> None:
    """Show what a claim rests on: its sources, its exact words, and where they were published.

    The id of an origin, story, event, contradiction or estimate shows the claims that it rests on.
    """
    from tocsin.show.cli import backing
    from tocsin.show.cli.screen import show

    told(db)
    with opened(db) as desk:
        if backing.is_weighed(given):
            found = desk.weighed()
            if as_json:
                _as_json(backing.record(found, given))
            else:
                show(*backing.drawn(found, given))
            return
        trace = desk.why(given)
    if as_json:
        _as_json(trace)
        return
    show(*(_whole(trace) if trace.claim is None else _way(trace, trace.claim)))


def _as_json(record: object) -> None:
    from tocsin.records import dumps
    from tocsin.show.cli.listing import for_programs
    from tocsin.show.cli.screen import emit

    for_programs()
    emit(dumps(record))


def _way(trace: "Trace", claim: "Claim") -> "Iterator[RenderableType]":
    from rich.padding import Padding

    from tocsin.show.brief.lines import marks_of
    from tocsin.show.cli.screen import highlighted
    from tocsin.show.marks import cut

    yield _title(claim)
    window = trace.sentence_span or claim.span
    words = highlighted(cut(trace.report.text, marks_of(claim), window))
    yield Padding(words, (1, 2), expand=False)
    yield _table(_facts(claim))
    yield ""
    yield from _published(trace)


def _title(claim: "Claim") -> "RenderableType":
    from rich.text import Text

    from tocsin.show.cli.screen import STATUS_STYLES
    from tocsin.show.phrases import status, sureness

    kind = "denied" if claim.polarity == "denied" else claim.status
    head = Text(f"{claim.event.type} · {status(claim)} · {sureness(claim)}")
    head.stylize(f"bold {STATUS_STYLES[kind]}")
    return head.append(f"  {claim.id}", style="dim not bold")


def _facts(claim: "Claim") -> Iterator[tuple[str, str]]:
    from tocsin.show import phrases

    for depth, source in enumerate(claim.sources):
        held = f"{source.kind}, {source.factuality}, {source.evidential}"
        named = source.name if source.name == source.text else f"{source.name} (“{source.text}”)"
        yield ("source" if not depth else "  through"), f"{named} · {held}"
    if not claim.sources:
        yield "source", f"the publisher's {phrases.OWN_VOICE}"
    yield from (
        (name, value)
        for name, value in (
            ("cue", f"“{claim.cue.text}” · {claim.cue.class_}" if claim.cue else ""),
            *((role.role, _named(role.name, role.text)) for role in claim.roles),
            ("figure", _worded(phrases.figure(claim.quantity), claim.quantity)),
            ("place", _named(phrases.where(claim), claim.place.text) if claim.place else ""),
            ("time", _worded(phrases.days(claim.time), claim.time)),
            ("said", _worded(phrases.days(claim.said), claim.said)),
            ("hedges", ", ".join(f"“{hedge.text}”" for hedge in claim.hedges)),
            ("condition", f"“{claim.condition.text}”" if claim.condition else ""),
            ("purpose", f"“{claim.purpose.text}”" if claim.purpose else ""),
            ("deadline", phrases.day(claim.deadline)),
            ("background", "from before the news of the report" if claim.historical else ""),
            *((reply.how.replace("_", " "), reply.claim) for reply in claim.responds_to),
            ("repeats", claim.repeats or ""),
        )
        if value
    )


def _named(name: str | None, text: str) -> str:
    return text if not name or name == text else f"{name} (“{text}”)"


def _worded(value: str, found: object) -> str:
    text = getattr(found, "text", "")
    return value if not text or text == value else f"{value} (“{text}”)"


def _table(facts: Iterable[tuple[str, str]]) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    from tocsin.show.cli.screen import plain
    from tocsin.show.phrases import one_line

    made = Table.grid(padding=(0, 2))
    made.add_column(style="dim", no_wrap=True)
    made.add_column(overflow="fold")
    for name, value in facts:
        made.add_row(f"  {name}", Text(plain(one_line(value))))
    return made


def _published(trace: "Trace") -> "Iterator[RenderableType]":
    from rich.text import Text

    from tocsin.show.cli.screen import plain

    yield Text("Published", style="bold")
    yield _table(fact for seen in trace.sightings for fact in _sighting(seen))
    yield ""
    yield Text(plain(f"report {trace.report.id} · read by {trace.reader}"), style="dim")
    for name, ids in (("supersedes", trace.supersedes), ("superseded by", trace.superseded_by)):
        if ids:
            yield Text(f"{name} {', '.join(ids)}", style="yellow")


def _sighting(seen: "Sighting") -> Iterator[tuple[str, str]]:
    from tocsin.show.phrases import day

    parts = (
        seen.publisher or "",
        f"“{seen.title}”" if seen.title else "",
        f"by {seen.byline}" if seen.byline else "",
        f"wire: {seen.wire}" if seen.wire else "",
        "" if seen.standing else "(replaced since)",
    )
    yield day(seen.published) or "undated", " · ".join(part for part in parts if part)
    if seen.url or seen.file:
        yield "", seen.url or seen.file or ""


def _whole(trace: "Trace") -> "Iterator[RenderableType]":
    from rich.text import Text

    from tocsin.show.brief.lines import marks_of
    from tocsin.show.cli.cards import card
    from tocsin.show.cli.screen import highlighted, plain
    from tocsin.show.marks import cut

    yield Text(plain(trace.report.title or trace.report.id), style="bold")
    yield from _published(trace)
    yield ""
    marks = [mark for claim in trace.claims for mark in marks_of(claim)]
    yield highlighted(cut(trace.report.text, marks))
    yield ""
    for number, claim in enumerate(trace.claims, start=1):
        yield from card(claim, label=f"{number}.")
