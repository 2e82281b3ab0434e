"""The program and its commands. Each loads what it needs, so that help comes at once."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from tocsin.show.cli.asking import claims
from tocsin.show.cli.briefs import brief
from tocsin.show.cli.contract import schema
from tocsin.show.cli.contradictions import contradictions
from tocsin.show.cli.estimates import estimates
from tocsin.show.cli.events import events
from tocsin.show.cli.guard import guarded, open_streams
from tocsin.show.cli.health import doctor
from tocsin.show.cli.kinds import types
from tocsin.show.cli.layers import places, quantities, times
from tocsin.show.cli.origins import origins
from tocsin.show.cli.reading import add, read
from tocsin.show.cli.reports import reports, search
from tocsin.show.cli.sources import sources
from tocsin.show.cli.stories import stories
from tocsin.show.cli.tour import demo
from tocsin.show.cli.tracing import report, why

ABOUT = """Indications and warning from published reports.

Reads reports into claims: who says, through whom, that what happened, is prepared, planned or may
happen, each tied to the exact words that say it. Start with: tocsin demo
"""
COMMANDS: tuple[Callable[..., None], ...] = (
    demo,
    read,
    add,
    search,
    reports,
    claims,
    report,
    why,
    origins,
    stories,
    events,
    contradictions,
    estimates,
    sources,
    brief,
    times,
    quantities,
    places,
    types,
    schema,
    doctor,
)


def build() -> typer.Typer:
    """Return the program with all its commands."""
    made = typer.Typer(
        name="tocsin",
        help=ABOUT,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    made.callback()(_root)
    for command in COMMANDS:
        made.command()(command)
    return made


def run() -> int:
    """Run the program with the arguments of this process and return its exit code."""
    open_streams()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return guarded(lambda: build()(standalone_mode=True))


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tocsin {version('tocsin')}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Hold the options of the program itself."""
