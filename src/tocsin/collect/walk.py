"""The files of a folder, sorted, with what was passed over."""

from collections.abc import Iterator
from pathlib import Path

from tocsin.collect.found import Gathered, trouble


def walk(folder: Path) -> Iterator[Path | Gathered]:
    """Yield every file under `folder` in sorted order, and a result for what is passed over.

    Links are followed, but never into a folder that the walk is inside of.
    """
    yield from _walk(folder, ())


def _walk(folder: Path, inside: tuple[tuple[int, int], ...]) -> Iterator[Path | Gathered]:
    try:
        found = folder.stat()
        items = sorted(folder.iterdir())
    except OSError as error:
        yield trouble(str(folder), f"the folder cannot be opened: {error.strerror}")
        return
    here = (found.st_dev, found.st_ino)
    if here in inside:
        yield trouble(str(folder), "a link that leads back into a folder above it: passed over")
        return
    hidden = [item.name for item in items if item.name.startswith(".")]
    if hidden:
        yield trouble(str(folder), f"hidden, so passed over: {_some(hidden)}")
    for item in items:
        if not item.name.startswith("."):
            yield from _item(item, (*inside, here))


def _item(item: Path, inside: tuple[tuple[int, int], ...]) -> Iterator[Path | Gathered]:
    try:
        if item.is_dir():
            yield from _walk(item, inside)
        elif item.is_file():
            yield item
        else:
            yield trouble(str(item), "neither a file nor a folder: passed over")
    except OSError as error:
        yield trouble(str(item), f"cannot be looked at: {error.strerror}")


def _some(names: list[str]) -> str:
    more = len(names) - 5
    return ", ".join(names[:5]) + (f" and {more} more" if more > 0 else "")
