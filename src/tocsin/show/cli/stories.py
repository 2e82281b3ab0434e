"""`tocsin stories`: reports about one train of events, by a name in their own words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.show.cli import options as o
from tocsin.show.cli import weighed as w
from tocsin.show.cli.looks import Look, show
from tocsin.show.cli.screen import indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.records import Carried, Story
    from tocsin.run.weighing import Weighed
    from tocsin.show.cli.listing import Row

TITLES = 4
COLUMNS = ("story", "name", "first", "last", "reports", "origins", "came_from")
Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words of the name or of a title.")
]


def stories(  # noqa: PLR0913 - each is an option of the command
    *,
    text: Text = None,
    since: w.Since = None,
    until: w.Until = None,
    as_of: o.AsOf = None,
    limit: w.Most = None,
    form: o.Format = o.Form.table,
    db: o.Db = None,
) -> None:
    """List the stories that reports tell, the one with the latest report first."""
    found = w.view(db, as_of, since, until)
    kept = sorted(found.stories, key=_latest)
    if text is not None:
        kept = [one for one in kept if _holds(one, found, text)]
    show(STORIES, kept, found, limit=limit, form=form)


def _latest(story: "Story") -> tuple[float, str]:
    return -story.last.timestamp(), story.id


def _holds(story: "Story", found: "Weighed", text: str) -> bool:
    names = [story.name, *(found.seen[sighting].title or "" for sighting in story.sightings)]
    wanted = text.casefold().split()
    return any(all(word in name.casefold() for word in wanted) for name in names)


def record(story: "Story", found: "Weighed") -> dict[str, object]:
    """Return `story` as programs get it, with the reports that tell it."""
    from tocsin.records import plain

    names = ("sighting", "report", "file", "url", "publisher", "published", "title")
    told = [found.seen[sighting] for sighting in story.sightings]
    reports = [{name: getattr(one, name) for name in names} for one in told]
    held = plain(story)
    return {"story": held.pop("id"), **held, "reports": plain(reports)}


def _rows(story: "Story", _: "Weighed") -> "Iterator[Row]":
    yield {
        "story": story.id,
        "name": story.name,
        "first": story.first,
        "last": story.last,
        "reports": len(story.sightings),
        "origins": len(story.origins),
        "came_from": " ".join(story.came_from),
    }


def card(story: "Story", found: "Weighed") -> "Iterator[RenderableType]":
    """Yield a story: its name, how many tell it from how many origins, and the first titles."""
    from tocsin.show.phrases import day, many, one_line, outlet

    told = [found.seen[sighting] for sighting in story.sightings]
    name = one_line(story.name)
    yield w.head(f"“{name}”" if name else "unnamed", "bold", story.id)
    counts = f"{many(len(story.sightings), 'report')} from {many(len(story.origins), 'origin')}"
    yield indented(f"{counts} · {_days(told)}", "dim")
    yield w.grid(
        (day(one.published), " · ".join(filter(None, (outlet(one), one_line(one.title or "")))))
        for one in told[:TITLES]
    )
    if len(told) > TITLES:
        yield indented(f"… and {len(told) - TITLES} more", "dim")
    if story.came_from:
        yield indented(f"came from {', '.join(story.came_from)}", "dim")
    yield ""


def _days(told: "Sequence[Carried]") -> str:
    # An undated report is known to be no younger than its collection: that is no day of the story.
    days = sorted(one.published.date() for one in told if one.published)
    return w.span(days[0], days[-1]) if days else "undated"


STORIES = Look(
    columns=COLUMNS,
    record=record,
    rows=_rows,
    card=card,
    noun="story",
    empty="No story is there that fits.",
)
