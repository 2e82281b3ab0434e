"""`tocsin brief`: what the reports say, as a page or as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.errors import StoreError
from tocsin.show.cli import options as o
from tocsin.show.cli.desks import opened

if TYPE_CHECKING:
    from tocsin.records import Reading, Report
    from tocsin.run.desk import Desk, KeptClaim, KeptReport, Sighting
    from tocsin.show.brief import Brief


class Shape(StrEnum):
    """What a brief is written as."""

    md = "md"
    html = "html"


Out = Annotated[
    Path | None,
    typer.Option(
        "--out", "-o", metavar="FILE", help="Write here; .html and .md choose the format."
    ),
]
As = Annotated[
    Shape | None,
    typer.Option(
        "--format",
        "-f",
        metavar="md|html",
        help="md or html. Default: by the file's name, else md.",
    ),
]
Lines = Annotated[
    int, typer.Option("--limit", "-n", min=1, metavar="N", help="No more than N lines.")
]


def brief(  # noqa: PLR0913 - each is an option of the command
    *,
    since: o.Since = None,
    until: o.Until = None,
    kind: o.Type = None,
    status: o.Status = None,
    source: o.Source = None,
    place: o.Place = None,
    out: Out = None,
    form: As = None,
    limit: Lines = 500,
    db: o.Db = None,
) -> None:
    """Write what the reports say, each line with the way back to the words."""
    filters = {"type": kind, "status": status.value if status else None}
    filters |= {"source": source, "place": place}
    with opened(db) as desk:
        made, readers = composed(desk, since, until, {k: v for k, v in filters.items() if v}, limit)
    shape = form or (Shape.html if out and out.suffix.lower() in (".html", ".htm") else Shape.md)
    _put(_written(made, shape, readers), out)


def composed(
    desk: "Desk",
    since: date | None = None,
    until: date | None = None,
    filters: Mapping[str, str] | None = None,
    limit: int = 500,
) -> "tuple[Brief, tuple[str, ...]]":
    """Return the brief of what `desk` holds, and the stamps of the readers behind it."""
    from tocsin.show.brief import compose

    first, last, asked = o.begin(since), o.end(until), filters or {}
    kept = desk.reports(since=first, until=last, limit=None)
    claims = desk.claims(
        type=asked.get("type"),
        status=asked.get("status"),
        source=asked.get("source"),
        place=asked.get("place"),
        since=first,
        until=last,
        limit=None,
    )
    problems = [p for p in desk.problems(limit=None) if not p.origin.startswith("report_")]
    made = compose(
        _readings(desk, kept, claims),
        copies={k.id: _copies(desk, k) for k in kept if (k.sightings or 0) > 1},
        problems=[f"{problem.origin}: {problem.words}" for problem in problems],
        since=since,
        until=until,
        filters=filters,
        limit=limit,
    )
    return made, tuple(sorted({k.reader for k in kept if k.reader != "none"}))


def _readings(
    desk: "Desk", kept: "Sequence[KeptReport]", claims: "Sequence[KeptClaim]"
) -> "list[Reading]":
    wanted: dict[str, set[str]] = {}
    for found in claims:
        wanted.setdefault(found.report.id, set()).add(found.claim.id)
    return [_reading(desk, report, wanted.get(report.id, set())) for report in kept]


def _reading(desk: "Desk", kept: "KeptReport", wanted: set[str]) -> "Reading":
    # Only reports with a line need their text; the others are counted.
    from tocsin.records import Reading

    if not wanted:
        return Reading(reader=kept.reader, report=_report(kept, kept.id))
    reading = desk.report(kept.id)
    return replace(reading, claims=tuple(c for c in reading.claims if c.id in wanted))


def _copies(desk: "Desk", kept: "KeptReport") -> "list[Report]":
    seen = desk.why(kept.id).sightings
    first = (kept.url, kept.file, kept.publisher)
    others = [s for s in seen if s.standing and (s.url, s.file, s.publisher) != first]
    return [_report(s, kept.id) for s in others]


def _report(seen: "KeptReport | Sighting", given: str) -> "Report":
    # Where a text was seen, without the text: enough to name it and to lead there.
    from tocsin.records import Report

    return Report(
        id=given,
        text="",
        file=seen.file,
        url=seen.url,
        publisher=seen.publisher,
        title=seen.title,
        byline=seen.byline,
        published=seen.published,
        language=seen.language,
    )


def _written(made: "Brief", shape: Shape, readers: tuple[str, ...]) -> str:
    from tocsin.show.brief import markdown, page

    return page(made, readers=readers) if shape is Shape.html else markdown(made)


def _put(text: str, out: Path | None) -> None:
    from tocsin.show.cli.listing import for_programs
    from tocsin.show.cli.screen import emit, note

    if out is None:
        for_programs()
        emit(text.rstrip("\n"))
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(
            f"{out} cannot be written ({error.strerror}): choose another place with --out"
        ) from error
    note(f"wrote {out}")
