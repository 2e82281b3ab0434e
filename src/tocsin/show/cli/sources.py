"""`tocsin sources`: what each source's claims came to, and what an analyst holds of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.errors import InputError
from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.desks import opened
from tocsin.show.cli.screen import note

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Record
    from tocsin.run.desk import Desk

COLUMNS = (
    "source",
    "kind",
    "reliability",
    "override",
    "n",
    "rate",
    "claims",
    "confirmed",
    "contradicted",
    "corrected",
    "copied",
    "first",
)
LIFTED = "lift"
Set = Annotated[
    str | None,
    typer.Option(
        "--set",
        metavar="NAME=LETTER",
        help=f"Keep your own grade of a source, A to F; {LIFTED} takes it back. Needs --by, --why.",
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who gives the grade.")]
Why = Annotated[str | None, typer.Option("--why", metavar="REASON", help="What it rests on.")]
Name = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Only sources with this in the name.")
]


def sources(  # noqa: PLR0913 - each is an option of the command
    *,
    grade: Set = None,
    by: By = None,
    why: Why = None,
    name: Name = None,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List sources with their record and the reliability earned by it, A to F.

    F is unknown, not worst: too little of what the source said has been settled. An analyst's own
    grade, dated and signed, stands beside the earned one; --set keeps one and lists that source.
    """
    from tocsin.run.choosing import choose_sources
    from tocsin.show.cli.listing import Listing, listed

    graded = _grade(grade, by, why, db)
    found = w.view(db, as_of, since, until)
    kept = [one for one in choose_sources(found, name) if graded in (None, one.source)]
    listed(
        Listing(
            things=w.cut(kept, limit, form),
            columns=COLUMNS,
            record=record,
            row=_row,
            draw=lambda things: _drawn(things, len(kept)),
            empty="No source is there that fits.",
        ),
        form,
    )


def _grade(grade: str | None, by: str | None, why: str | None, db: str | None) -> str | None:
    """Keep a grade that was given, and return whose it is."""
    if grade is not None:
        return _keep(grade, by, why, db)
    if by or why:
        raise typer.BadParameter("--by and --why sign a grade: give it with --set NAME=LETTER")
    return None


def _keep(grade: str, by: str | None, why: str | None, db: str | None) -> str:
    name, _, letter = grade.rpartition("=")
    if not name.strip():
        raise typer.BadParameter(f"{grade!r}: write it as --set 'Name of the source=B'")
    with opened(db) as desk:
        known = _known(desk, name.strip())
        lifted = letter.strip().casefold() == LIFTED
        new = desk.override(
            known, None if lifted else letter.strip().upper(), by=by or "", why=why or ""
        )
    note(f"{known}: {'kept' if new else 'that stands already'}")
    return known


def _known(desk: "Desk", name: str) -> str:
    from difflib import get_close_matches

    # A grade of a misspelt source would be kept and never seen again.
    names = {record.source for record in desk.sources()} | {
        override.source for override in desk.overrides()
    }
    if name in names:
        return name
    same = [known for known in names if known.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    near = sorted(known for known in names if name.casefold() in known.casefold())
    near = near or get_close_matches(name, sorted(names), 1)
    hint = f"; did you mean {', '.join(near[:3])}?" if near else ":"
    raise InputError(f"no claim here rests on {name!r}{hint} `tocsin sources` lists the names")


def record(held: "Record") -> object:
    """Return a source as programs get it."""
    from tocsin.records import plain

    return plain(held)


def _row(held: "Record") -> dict[str, object]:
    own = held.override
    return {name: getattr(held, name) for name in COLUMNS} | {
        "override": f"{own.reliability} ({own.by}, {own.at.date()}: {own.why})" if own else None
    }


def _drawn(records: "Sequence[Record]", whole: int) -> "Iterator[RenderableType]":
    from tocsin.show.cli.listing import table
    from tocsin.show.phrases import many

    yield table(("grade", "source", "record"), map(_cells, records))
    yield w.closing(len(records), whole, many(whole, "source"))


def _cells(held: "Record") -> tuple[str, str, str]:
    own = held.override
    letter = f"{own.reliability}  (earned: {held.reliability})" if own else held.reliability
    signed = f"{held.source}\nset by {own.by}: {own.why}" if own else held.source
    return letter, signed, _came_to(held)


def _came_to(held: "Record") -> str:
    from tocsin.show.phrases import many

    names = ("confirmed", "contradicted", "corrected", "copied", "first")
    counts = [f"{getattr(held, name)} {name}" for name in names if getattr(held, name)]
    # Of a few settled claims a rate says nothing; then the grade is F, too.
    known = held.rate is not None and held.reliability != "F"
    rate = f" ({held.rate:.0%} held up)" if known else ""
    settled = f"{held.n} of {many(held.claims, 'claim')} settled{rate}"
    return " · ".join([settled, *counts])
