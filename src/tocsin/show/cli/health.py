"""`tocsin doctor`: is everything here that reading and keeping need?"""

import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from tocsin.errors import SetupError, StoreError, TocsinError
from tocsin.show.cli import options as o
from tocsin.show.cli.desks import is_file, named

LIBRARIES = ("onnxruntime", "tokenizers", "numpy", "SQLAlchemy", "rich", "typer")
PLACE = "Khartoum"
SAMPLE = "The ministry said on Monday that about 1,200 soldiers had crossed the border."


class Check(NamedTuple):
    """One line of the doctor: what was looked at, what was found, whether it is well."""

    name: str
    found: str
    well: bool = True


def doctor(db: o.Db = None) -> None:
    """Check the installation, the model, the gazetteer and the desk; say how to mend each."""
    from rich.table import Table
    from rich.text import Text

    from tocsin.show.cli.screen import plain, show

    found = list(checks(db))
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True)
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for check in found:
        state = Text("ok", "green") if check.well else Text("problem", "bold red")
        made.add_row(state, Text(check.name, "bold"), Text(plain(check.found)))
    show(made)
    if not all(check.well for check in found):
        raise typer.Exit(1)


def checks(db: str | None) -> Iterator[Check]:
    """Yield every check, done one after the other; a failing one never stops the rest."""
    from importlib.metadata import version

    yield Check("tocsin", f"{version('tocsin')} on Python {platform.python_version()}, {_system()}")
    yield _libraries()
    steps: dict[str, Callable[[], str]] = {
        "model": _model,
        "languages": _languages,
        "gazetteer": _gazetteer,
        "reading": _reading,
        "desk": lambda: _desk(db),
        "weighed": _laid_aside,
        "demo": _demo,
    }
    for name, step in steps.items():
        yield _tried(name, step)


def _tried(name: str, step: Callable[[], str]) -> Check:
    try:
        return Check(name, step())
    except TocsinError as error:
        return Check(name, str(error), well=False)
    except Exception as error:  # noqa: BLE001 - one sick part must not hide the others
        kind = type(error).__name__
        return Check(name, f"{error} ({kind}): install tocsin again", well=False)


def _libraries() -> Check:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    except PackageNotFoundError as error:
        return Check("libraries", f"{error.name} is missing: install tocsin again", well=False)
    return Check("libraries", found)


def _system() -> str:
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {cores} core{'' if cores == 1 else 's'}"


def _model() -> str:
    from tocsin.run.models import load_encoder, model_folder, model_stamp

    load_encoder()
    scored = scores((model_folder("en") / "CARD.md").read_text(encoding="utf-8"))
    return f"{model_stamp()}, loaded" + (f"; {scored}" if scored else "")


def scores(card: str) -> str:
    r"""Return the first line of scores in a model card, without its intervals; "" if it has none.

    >>> scores("| text | sentences | LAS |\n|---|---|---|\n| news | 85 | 86.8 (84.3–89.2) |")
    'news: LAS 86.8'
    """
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in card.splitlines()]
    heads = [n for n, row in enumerate(rows) if row[:2] == ["text", "sentences"]]
    if not heads or len(rows) < heads[0] + 3:
        return ""
    names, (text, _, *values) = rows[heads[0]][2:], rows[heads[0] + 2]
    pairs = zip(names, values, strict=False)
    return f"{text}: " + ", ".join(f"{name} {value.split(' ')[0]}" for name, value in pairs)


def _languages() -> str:
    from tocsin.run.plugins import partly_read_languages, reader_languages

    partly = ", ".join(partly_read_languages())
    told = f"{', '.join(reader_languages())}; times and figures alone: {partly}"
    return f"{told}; reports in others are kept unread, and named"


def _gazetteer() -> str:
    from tocsin.run.gazetteer import open_gazetteer

    found = open_gazetteer().lookup(PLACE)
    if not found:
        raise SetupError(f"the gazetteer does not know {PLACE}: install tocsin again")
    return f"opened; {PLACE} is in {found[0].country}"


def _reading() -> str:
    from tocsin.run.front import read
    from tocsin.show.phrases import many

    reading = read(SAMPLE, published="2024-12-23", language="en")
    return f"{reading.reader}: {many(len(reading.claims), 'claim')} in a trial sentence"


def _desk(db: str | None) -> str:
    from tocsin.show.cli.options import default_db

    address = db or default_db()
    if is_file(address) and not Path(address).exists():
        return _place(Path(address))
    from tocsin.run.desk import Desk
    from tocsin.show.phrases import many

    with Desk.open(address, make=is_file(address)) as desk:
        held = desk.summary()
    size = f", {Path(address).stat().st_size / 1e6:,.1f} MB" if is_file(address) else ""
    unread = f", {sum(held.unread.values())} unread" if held.unread else ""
    counts = f"{many(held.reports, 'report')}, {many(held.claims, 'claim')}"
    return f"{named(db)}: {counts}{unread}{size}"


def _place(path: Path) -> str:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK):
        raise StoreError(f"{path} cannot be made, {folder} is not writable: use --db PATH")
    return f"{path}: none yet; `tocsin add` makes it"


def _laid_aside() -> str:
    from tocsin.run.shelf import shelves
    from tocsin.show.phrases import many

    folder = shelves()
    parts = [part for part in folder.glob("*/*") if part.is_file()]
    size = f", {sum(part.stat().st_size for part in parts) / 1e6:,.1f} MB" if parts else ""
    return f"{many(len({part.parent for part in parts}), 'weighed view')}{size} in {folder}"


def _demo() -> str:
    from tocsin.run.demo import corpus

    with corpus().open(encoding="utf-8") as lines:
        return f"{sum(1 for _ in lines)} reports, see `tocsin demo`"
