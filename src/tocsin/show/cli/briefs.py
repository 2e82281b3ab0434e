"""`tocsin brief`: what the reports say, as a page or as Markdown."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.cli.desks import opened
from tocsin.show.cli.writing import put
from tocsin.show.phrases import together

if TYPE_CHECKING:
    from tocsin.records import Claim, Report
    from tocsin.run.desk import Desk, KeptClaim, KeptReport, Sighting
    from tocsin.show.brief import Brief
    from tocsin.show.brief.lines import Entry


class Shape(StrEnum):
    """What a brief is written as."""

    md = "md"
    html = "html"


ENDINGS = {".html": Shape.html, ".htm": Shape.html, ".md": Shape.md, "": Shape.md, ".txt": Shape.md}


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
        parser=one_of(Shape),
        autocompletion=words_of(Shape),
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
    shape = form or _shape_of(out)
    filters = {"type": kind, "status": status.value if status else None}
    filters |= {"source": source, "place": place}
    with opened(db) as desk:
        made, readers = composed(desk, since, until, {k: v for k, v in filters.items() if v}, limit)
    put([_written(made, shape, readers).rstrip("\n")], out)


def _shape_of(out: Path | None) -> Shape:
    ending = out.suffix.lower() if out else ""
    if ending not in ENDINGS:
        raise typer.BadParameter(
            f"{out}: a brief is written as .html or .md; name the file so, or give --format"
        )
    return ENDINGS[ending]


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
    problems = _problems(desk)
    made = compose(
        _entries(desk, kept, claims, problems),
        copies={k.id: _copies(desk, k) for k in kept if (k.sightings or 0) > 1},
        problems=together(
            (origin, words)
            for origin, told in problems.items()
            for words in told
            if not origin.startswith("report_")
        ),
        since=since,
        until=until,
        filters=filters,
        limit=limit,
    )
    return made, tuple(sorted({k.reader for k in kept if k.reader != "none"}))


def _problems(desk: "Desk") -> dict[str, tuple[str, ...]]:
    # By the report that has them, or by the file or address that gave no report.
    found: dict[str, tuple[str, ...]] = {}
    for problem in desk.problems(limit=None):
        found[problem.origin] = (*found.get(problem.origin, ()), problem.words)
    return found


def _entries(
    desk: "Desk",
    kept: "Sequence[KeptReport]",
    claims: "Sequence[KeptClaim]",
    problems: Mapping[str, tuple[str, ...]],
) -> "list[Entry]":
    from tocsin.show.brief.lines import Entry

    wanted: dict[str, list[Claim]] = {}
    for found in claims:
        wanted.setdefault(found.report.id, []).append(found.claim)
    whole = cache(desk.report)
    return [
        Entry(
            report=_report(report, report.id),
            claims=tuple(wanted.get(report.id, ())),
            reader=report.reader,
            problems=problems.get(report.id, ()),
            whole=partial(whole, report.id),
        )
        for report in kept
    ]


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
