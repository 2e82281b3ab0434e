"""`tocsin origins`: which reports go back to one root, and what shows it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.cli.looks import Look, show
from tocsin.show.cli.screen import indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Member, Origin
    from tocsin.run.weighing import Weighed
    from tocsin.show.cli.listing import Row

# Of a text that thousands carry, the first few say how it went.
CARRIERS = 8
HOW = {"first": "first", "copy": "copy", "rewrite": "rewritten", "cites": "cites it"}
UNNAMED = "origin unknown"
COLUMNS = (
    "origin",
    "kind",
    "name",
    "how",
    "publisher",
    "published",
    "file",
    "url",
    "follows",
    "evidence",
)


class OriginKind(StrEnum):
    """What an origin is."""

    wire = "wire"
    release = "release"
    source = "source"
    publisher = "publisher"


Kind = Annotated[
    OriginKind | None,
    typer.Option(
        "--kind",
        parser=one_of(OriginKind),
        autocompletion=words_of(OriginKind),
        metavar="KIND",
        help="Only of this kind: wire (an agency), release (an issuing body), source (who is "
        "cited), publisher.",
    ),
]
Shared = Annotated[
    bool, typer.Option("--shared", help="Only origins that more than one report goes back to.")
]


def origins(  # noqa: PLR0913 - each is an option of the command
    *,
    kind: Kind = None,
    shared: Shared = False,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List the origins of reports, each with the reports that carry, rewrite or cite it.

    However many reports go back to one origin, it counts once.
    """
    found = w.view(db, as_of, since, until)
    kept = [
        one
        for one in sorted(found.origins, key=_most)
        if kind in (None, one.kind) and (len(one.members) > 1 or not shared)
    ]
    show(ORIGINS, kept, found, limit=limit, form=form)


def _most(origin: "Origin") -> tuple[int, str]:
    return -len(origin.members), origin.id


def record(origin: "Origin", found: "Weighed") -> dict[str, object]:
    """Return `origin` as programs get it."""
    from tocsin.records import plain

    titles = {one.sighting: found.seen[one.sighting].title for one in origin.members}
    held = plain(origin)
    return {
        "origin": held["id"],
        "kind": held["kind"],
        "name": held["name"],
        "members": [{**one, "title": titles[one["sighting"]]} for one in held["members"]],
    }


def _rows(origin: "Origin", _: "Weighed") -> "Iterator[Row]":
    for member in origin.members:
        yield {
            "origin": origin.id,
            "kind": origin.kind,
            "name": origin.name,
            **{name: getattr(member, name) for name in COLUMNS[3:-1]},
            "evidence": "; ".join(one.text for one in member.evidence),
        }


def card(origin: "Origin", found: "Weighed") -> "Iterator[RenderableType]":
    """Yield an origin with the reports that go back to it, and what shows that."""
    from tocsin.show.phrases import many

    words = f"{origin.name or UNNAMED} · {origin.kind} · {many(len(origin.members), 'report')}"
    yield w.head(words, "bold", origin.id)
    told = (_carrier(one, found.seen[one.sighting].title) for one in origin.members[:CARRIERS])
    yield w.grid(told)
    if len(origin.members) > CARRIERS:
        yield indented(f"… and {len(origin.members) - CARRIERS} more", "dim")
    yield ""


def _carrier(member: "Member", title: str | None) -> tuple[str, ...]:
    from tocsin.show.phrases import day, one_line, outlet

    said = " · ".join(part for part in (outlet(member), one_line(title or "")) if part)
    shown = "; ".join(dict.fromkeys(one_line(one.text) for one in member.evidence))
    return day(member.published), HOW[member.how], f"{said}\n{shown}" if shown else said


def _among(kept: "Sequence[Origin]") -> str:
    from tocsin.show.phrases import many

    reports = {one.sighting for origin in kept for one in origin.members}
    shared = sum(len(origin.members) > 1 for origin in kept)
    of_them = "each" if shared == len(kept) > 1 else f"{shared:,}"
    return f" of {many(len(reports), 'report')}, {of_them} with more than one"


ORIGINS = Look(
    columns=COLUMNS,
    record=record,
    rows=_rows,
    card=card,
    noun="origin",
    among=_among,
    empty="No origin is there that fits.",
)
