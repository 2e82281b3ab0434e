"""`tocsin claims` and `tocsin search`: what the desk holds, by filters or by words."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.desks import opened, told

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Report
    from tocsin.run.desk import Hit, KeptClaim

Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words that the quote must hold.")
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="Country of the place: SD, UA, …")
]
OfReport = Annotated[
    str | None, typer.Option("--report", metavar="ID", help="Only claims of this report.")
]
Most = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="No more than N.")]


def claims(  # noqa: PLR0913 - each is an option of the command
    *,
    kind: o.Type = None,
    status: o.Status = None,
    source: o.Source = None,
    place: o.Place = None,
    country: Country = None,
    since: o.Since = None,
    until: o.Until = None,
    report: OfReport = None,
    text: Text = None,
    limit: Most = 50,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List the claims that are kept, the latest published first."""
    from tocsin.show.cli.listing import listed

    told(db)
    with opened(db) as desk:
        found = desk.claims(
            type=kind,
            status=status.value if status else None,
            country=country,
            source=source,
            place=place,
            since=begin(since),
            until=end(until),
            report=desk.report(report).report.id if report else None,
            text=text,
            limit=limit,
        )
    listed(_listing(found, limit), form)


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


def begin(day: date | None) -> datetime | None:
    """Return the first moment of `day`, UTC."""
    return datetime.combine(day, time.min, UTC) if day else None


def end(day: date | None) -> datetime | None:
    """Return the last moment of `day`, UTC."""
    return datetime.combine(day, time.max, UTC) if day else None


def _listing(found: "Sequence[KeptClaim]", limit: int) -> Any:  # noqa: ANN401 - loads late
    from tocsin.run.frames import COLUMNS
    from tocsin.show.cli.listing import Listing

    return Listing(
        things=found,
        columns=tuple(COLUMNS),
        record=_record,
        row=_row,
        draw=lambda kept: _drawn(kept, limit),
        empty="No claim is kept that fits. `tocsin doctor` says what the desk holds.",
    )


def _record(kept: "KeptClaim") -> object:
    from tocsin.records import plain

    return plain(kept.claim) | {"report": _stub(kept.report)}


def _stub(report: object) -> dict[str, object]:
    from tocsin.records import plain

    names = ("id", "publisher", "published", "title", "url", "file", "wire", "language")
    held = plain(report)
    return {name: held[name] for name in names}


def _row(kept: "KeptClaim") -> dict[str, object]:
    from tocsin.run.frames import COLUMNS

    return {
        name: column(kept.claim, cast("Report", kept.report)) for name, column in COLUMNS.items()
    }


def _drawn(found: "Sequence[KeptClaim]", limit: int) -> "Iterator[RenderableType]":
    from tocsin.show.cli.cards import cards, origin

    yield from cards((kept.claim, origin(kept.report)) for kept in found)
    more = f"; there may be more, see --limit {limit * 4}" if len(found) == limit else ""
    yield f"{len(found)} claim{'' if len(found) == 1 else 's'}{more}"


def _hit(hit: "Hit") -> object:
    return {
        "report": _stub(hit.report),
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
    from rich.padding import Padding
    from rich.text import Text as Words

    from tocsin.show.cli.cards import origin
    from tocsin.show.cli.screen import highlighted, plain
    from tocsin.show.marks import Mark, cut

    for hit in found:
        head = Words(plain(hit.report.title or hit.report.id), style="bold")
        head.append(f"  {hit.report.id}", style="dim")
        yield head
        marks = [Mark(span, "claim") for span in hit.marks]
        yield Padding(highlighted(cut(hit.snippet, marks)), (0, 0, 0, 2), expand=False)
        held = " ".join(hit.claims[:3])
        below = [origin(hit.report), f"claims: {held}" if held else ""]
        yield Padding(
            Words(plain(" · ".join(p for p in below if p)), style="dim"), (0, 0, 1, 2), expand=False
        )
    yield f"{len(found)} report{'' if len(found) == 1 else 's'}"
