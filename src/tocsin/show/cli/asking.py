"""`tocsin claims`: the claims that are kept, by filters."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli.desks import opened, told
from tocsin.show.cli.kinds import unknown
from tocsin.show.cli.reports import Most, stub

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Report
    from tocsin.run.desk import KeptClaim

Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words that the quote must hold.")
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="Country of the place: SD, UA, …")
]
OfReport = Annotated[
    str | None, typer.Option("--report", metavar="ID", help="Only claims of this report.")
]


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
        within = desk.report(report).report.id if report else None
        found = desk.claims(
            type=kind,
            status=status.value if status else None,
            country=country,
            source=source,
            place=place,
            since=o.begin(since),
            until=o.end(until),
            report=within,
            text=text,
            limit=limit,
        )
    listed(_listing(found, limit, "" if found else unknown(kind)), form)


def _listing(found: "Sequence[KeptClaim]", limit: int, missing: str) -> Any:  # noqa: ANN401 - late
    from tocsin.run.frames import COLUMNS
    from tocsin.show.cli.listing import Listing

    return Listing(
        things=found,
        columns=tuple(COLUMNS),
        record=_record,
        row=_row,
        draw=lambda kept: _drawn(kept, limit),
        empty="No claim is kept that fits. `tocsin doctor` says what the desk holds." + missing,
    )


def _record(kept: "KeptClaim") -> object:
    from tocsin.records import plain

    return plain(kept.claim) | {"report": stub(kept.report)}


def _row(kept: "KeptClaim") -> dict[str, object]:
    from tocsin.run.frames import COLUMNS

    return {
        name: column(kept.claim, cast("Report", kept.report)) for name, column in COLUMNS.items()
    }


def _drawn(found: "Sequence[KeptClaim]", limit: int) -> "Iterator[RenderableType]":
    from tocsin.show.cli.cards import cards, origin
    from tocsin.show.phrases import many

    yield from cards((kept.claim, origin(kept.report)) for kept in found)
    more = f"; there may be more, see --limit {limit * 4}" if len(found) == limit else ""
    yield f"{many(len(found), 'claim')}{more}"
