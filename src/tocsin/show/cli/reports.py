"""`tocsin search` and `tocsin reports`: which reports are kept, by words or by date."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.desks import opened, told

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.run.desk import Hit, KeptReport

UNTITLED = "untitled"
NAMES = ("id", "publisher", "published", "title", "url", "file", "wire", "language")
Most = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="No more than N.")]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Language of the text: en, ar, …")
]
By = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Words of the publisher's name.")
]


def search(
    query: Annotated[
        str,
        typer.Argument(metavar="QUERY", help='Words; "a phrase", prefix*, one OR other, -without.'),
    ],
    limit: Most = 20,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """Find reports by their words, best first."""
    from tocsin.show.cli.listing import Listing, listed

    told(db)
    with opened(db) as desk:
        found = desk.search(query, limit)
    columns = ("report", "published", "publisher", "title", "url", "snippet", "claims")
    listed(
        Listing(
            things=found,
            columns=columns,
            record=_hit,
            row=_hit_row,
            draw=_drawn_hits,
            empty="No report holds these words. Fewer words, or a beginning* of one, find more.",
        ),
        form,
    )


def reports(  # noqa: PLR0913 - each is an option of the command
    *,
    publisher: By = None,
    language: Language = None,
    since: o.Since = None,
    until: o.Until = None,
    limit: Most = 50,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List the reports that are kept, the latest published first."""
    from tocsin.show.cli.listing import Listing, listed

    told(db)
    with opened(db) as desk:
        found = desk.reports(
            publisher=publisher,
            language=language,
            since=o.begin(since),
            until=o.end(until),
            limit=limit,
        )
    listed(
        Listing(
            things=found,
            columns=(*NAMES, "claims", "sightings"),
            record=lambda kept: stub(kept) | _counts(kept),
            row=lambda kept: {name: getattr(kept, name) for name in NAMES} | _counts(kept),
            draw=_drawn,
            empty="No report is kept that fits. `tocsin add FILE…` keeps one.",
        ),
        form,
    )


def stub(report: object) -> dict[str, object]:
    """Return what names a report to programs, without its text."""
    from tocsin.records import plain

    held = plain(report)
    return {name: held[name] for name in NAMES}


def _counts(kept: "KeptReport") -> dict[str, object]:
    return {"claims": kept.claims, "sightings": kept.sightings}


def _drawn(found: "Sequence[KeptReport]") -> "Iterator[RenderableType]":
    from rich.text import Text

    from tocsin.show.cli.cards import origin
    from tocsin.show.cli.screen import indented, plain
    from tocsin.show.phrases import many

    for kept in found:
        head = Text(plain(kept.title or UNTITLED), style="bold")
        yield head.append(f"  {kept.id}", style="dim not bold")
        seen = f"seen at {kept.sightings} places" if (kept.sightings or 0) > 1 else ""
        claims = many(kept.claims or 0, "claim")
        below = (origin(kept), kept.language or "", claims, seen)
        yield indented(" · ".join(part for part in below if part), "dim")
    yield many(len(found), "report")


def _hit(hit: "Hit") -> object:
    return {
        "report": stub(hit.report),
        "snippet": hit.snippet,
        "marks": hit.marks,
        "claims": hit.claims,
    }


def _hit_row(hit: "Hit") -> dict[str, object]:
    return {
        "report": hit.report.id,
        "published": hit.report.published,
        "publisher": hit.report.publisher,
        "title": hit.report.title,
        "url": hit.report.url,
        "snippet": hit.snippet,
        "claims": " ".join(hit.claims),
    }


def _drawn_hits(found: "Sequence[Hit]") -> "Iterator[RenderableType]":
    from rich.text import Text

    from tocsin.show.cli.cards import origin
    from tocsin.show.cli.screen import highlighted, indented, plain
    from tocsin.show.marks import Mark, cut
    from tocsin.show.phrases import many

    for hit in found:
        head = Text(plain(hit.report.title or UNTITLED), style="bold")
        yield head.append(f"  {hit.report.id}", style="dim not bold")
        marks = [Mark(span, "claim") for span in hit.marks]
        yield indented(highlighted(cut(hit.snippet.replace("\n", " "), marks)))
        held = f"claims: {' '.join(hit.claims[:3])}" if hit.claims else ""
        yield indented(" · ".join(part for part in (origin(hit.report), held) if part), "dim")
        yield ""
    yield many(len(found), "report")
