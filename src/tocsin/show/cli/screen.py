"""Where words go: results to standard output, everything else to standard error."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from tocsin.show.marks import Piece
from tocsin.show.signs import plain as plain

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

STYLES = {
    "claim": "black on #ffe9a8",
    "event": "bold black on #ffd765",
    "source": "underline",
    "cue": "underline",
    "hedge": "italic",
    "figure": "bold",
    "time": "bold",
    "place": "bold",
}
STATUS_STYLES = {
    "occurred": "default",
    "ongoing": "green",
    "prepared": "yellow",
    "planned": "magenta",
    "predicted": "cyan",
    "hypothetical": "bright_black",
    "denied": "red",
}


@cache
def out() -> "Console":
    """Return the console of results. Width, colour and NO_COLOR are the terminal's business."""
    return _console()


@cache
def err() -> "Console":
    """Return the console of progress, problems and errors."""
    return _console(stderr=True)


def show(*things: "RenderableType") -> None:
    """Print `things` to standard output for people."""
    for thing in things:
        out().print(thing, soft_wrap=isinstance(thing, str))


def note(words: str, style: str = "dim") -> None:
    """Print one remark to standard error."""
    # A pipe gets one line for each remark; a terminal gets whole words.
    err().print(plain(words), style=style, soft_wrap=not err().is_terminal)


def emit(line: str) -> None:
    """Print one line for programs, in UTF-8 whatever the terminal, and hand it on at once."""
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        reader_left()


def reader_left() -> NoReturn:
    """End in peace: `tocsin … | head` is no failure, and the rest goes nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def highlighted(pieces: Iterable[Piece]) -> "Text":
    """Return pieces as coloured text; without colours the claim stands between » and «."""
    from rich.text import Text

    text, bare, open_ = Text(), not _coloured(), False
    for piece in pieces:
        kinds = {mark.kind for mark in piece.marks}
        if bare and ("claim" in kinds) != open_:
            text.append("«" if open_ else "»")
            open_ = not open_
        text.append(plain(piece.text), style=_style(kinds))
    if open_:
        text.append("«")
    return text


def indented(words: "str | Text", style: str = "") -> "RenderableType":
    """Return `words` two columns in, without filling the line with blanks."""
    from rich.padding import Padding
    from rich.text import Text

    held = Text(plain(words), style=style) if isinstance(words, str) else words
    return Padding(held, (0, 0, 0, 2), expand=False)


def progress(things: Iterable[Any], label: str) -> Iterator[Any]:
    """Yield `things` with a bar on standard error, if that is a terminal; else just yield them."""
    if not err().is_terminal:
        yield from things
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn(label),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(label, total=None)
        for thing in things:
            bar.advance(task)
            yield thing


def _style(kinds: set[str]) -> str:
    chosen = [STYLES[kind] for kind in STYLES if kind in kinds]
    return " ".join(chosen)


def _coloured() -> bool:
    return out().is_terminal and not out().no_color


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            reader_left()

    made = Screen(stderr=stderr, highlight=False, emoji=False, markup=False)
    # A pipe has no width: 100 columns read well in a file and in a pager.
    if not made.is_terminal:
        made.width = 100
    return made
