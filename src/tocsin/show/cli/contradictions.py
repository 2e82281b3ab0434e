"""`tocsin contradictions`: claims about one event that cannot both hold, side by side."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.asking import Country
from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.cli.looks import Look, show
from tocsin.show.cli.screen import indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Claim, Event, Relation
    from tocsin.run.weighing import Told, Weighed
    from tocsin.show.cli.listing import Row

WORDS = {
    "contradicts": "contradiction",
    "denies": "denial",
    "corrects": "correction",
    "updates": "update",
    "corroborates": "corroboration",
}
STYLES = {"contradicts": "bold red", "denies": "bold red", "corrects": "bold yellow"}
COLUMNS = (
    "relation",
    "kind",
    "event",
    "type",
    "differs",
    "why_not",
    "independent",
    "claim",
    "source",
    "text",
    "low",
    "high",
    "day",
    "published",
    "publisher",
    "file",
    "url",
    "origin",
    "quote",
)


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    contradicts = "contradicts"
    denies = "denies"
    corrects = "corrects"
    updates = "updates"
    corroborates = "corroborates"


Kind = Annotated[
    list[RelationKind] | None,
    typer.Option(
        "--kind",
        parser=one_of(RelationKind),
        autocompletion=words_of(RelationKind),
        metavar="KIND",
        help="contradicts, denies, corrects, updates or corroborates; may be given again. "
        "Default: the first three.",
        show_default=False,
    ),
]
Uncompared = Annotated[
    bool,
    typer.Option(
        "--uncompared", help="Pairs that differ and cannot be compared too, each with the reason."
    ),
]


def contradictions(  # noqa: PLR0913 - each is an option of the command
    *,
    kind: o.Type = None,
    event: w.OfEvent = None,
    how: Kind = None,
    place: o.Place = None,
    country: Country = None,
    source: o.Source = None,
    uncompared: Uncompared = False,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List claims that contradict, deny or correct each other, and what differs.

    A toll that grows is an update, and figures of another population or day are not compared:
    see --uncompared.
    """
    from tocsin.run.choosing import choose_relations

    found = w.view(db, as_of, since, until)
    kept = choose_relations(
        found,
        kinds=[one.value for one in how or ()],
        event=event,
        type=kind,
        place=place,
        country=country,
        source=source,
        uncompared=uncompared,
    )
    show(RELATIONS, kept, found, limit=limit, form=form, kind=kind)


def record(relation: "Relation", found: "Weighed") -> dict[str, object]:
    """Return `relation` as programs get it: the later claim first, each with its figure."""
    from tocsin.records import plain

    held = plain(relation)
    figures = [w.told_record(found, claim) for claim in (relation.claim, relation.other)]
    event = found.happened[relation.event]
    return {"relation": held.pop("id"), **held, "type": event.type, "figures": figures}


def _rows(relation: "Relation", found: "Weighed") -> "Iterator[Row]":
    for claim in (relation.claim, relation.other):
        told = w.told_record(found, claim)
        yield {
            **{name: told[name] for name in COLUMNS if name in told},
            "relation": relation.id,
            "kind": relation.kind,
            "event": relation.event,
            "type": found.happened[relation.event].type,
            "differs": " ".join(relation.differs),
            "why_not": relation.why_not,
            "independent": relation.independent,
        }


def card(relation: "Relation", found: "Weighed") -> "Iterator[RenderableType]":
    """Yield two claims one below the other, the later first, with what differs."""
    from tocsin.show.phrases import one_line

    event = found.happened[relation.event]
    parts = (WORDS[relation.kind], _differs(relation), event.type, _where(event))
    style = STYLES.get(relation.kind, "bold")
    yield w.head(" · ".join(part for part in parts if part), style, relation.id)
    yield w.grid(_side(found.told[claim]) for claim in (relation.claim, relation.other))
    if relation.why_not:
        yield indented(f"not to be compared: {one_line(relation.why_not)}", "yellow")
    yield ""


def _side(told: "Told") -> tuple[str, ...]:
    from tocsin.show.phrases import bounds, day, one_line

    claim = told.claim
    said = bounds(claim.quantity) if claim.quantity else _stand(claim)
    words = f"“{one_line(claim.quote, w.QUOTE)}”\n{w.line(told)}  {claim.id}"
    return day(told.carrier.published), said, words


def _stand(claim: "Claim") -> str:
    from tocsin.show.phrases import STATUSES

    return "denied" if claim.polarity == "denied" else STATUSES[claim.status]


def _differs(relation: "Relation") -> str:
    return f"another {' and '.join(relation.differs)}" if relation.differs else ""


def _where(event: "Event") -> str:
    return (event.place.name or event.place.text) if event.place else ""


RELATIONS = Look(
    columns=COLUMNS,
    record=record,
    rows=_rows,
    card=card,
    noun="pair",
    empty="Nothing contradicts here: no two claims about one event that fit.",
)
