"""Everything that a target names, as reports: the front of this room."""

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from tocsin.collect.found import Gathered, Origin
from tocsin.collect.gatherer import Gatherer
from tocsin.collect.settle import Given
from tocsin.collect.sites import is_address
from tocsin.errors import InputError

_STDIN = "-"


def gather(
    target: str,
    *,
    now: datetime,
    published: datetime | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Gathered]:
    """Return the reports that `target` names, one after the other, as they are found.

    `target` is a file, a folder, "-" (standard input), an address, a feed, a list of feeds (OPML)
    or an archive (WARC). An item that cannot be read is a result without a report, its problems
    in words, and the rest goes on. `limit` counts reports. `published` and `publisher` are what
    the user says of all of them; `now` guards against dates that cannot be.

    Raises:
        InputError: when the target does not exist or cannot be opened.
        SourceError: when an address that is the target itself does not answer (on the first step).
    """
    if not is_address(target) and target != _STDIN:
        _check_path(target)
    given = Given(now=now, published=published, publisher=publisher)
    return _limited(_gather(target, given, stdin), limit)


def _check_path(target: str) -> None:
    try:
        path = Path(target)
        if path.exists():
            return
    except (OSError, ValueError) as error:
        raise InputError(f"{target[:200]!r} is no path: {error}") from error
    if "://" in target:
        raise InputError(f"{target}: only http and https addresses can be read")
    raise InputError(f"{target} does not exist: check the path, or give an http(s) address")


def _limited(found: Iterator[Gathered], limit: int | None) -> Iterator[Gathered]:
    left = limit
    if left is not None and left <= 0:
        return
    for item in found:
        yield item
        if left is not None and item.report is not None:
            left -= 1
            if not left:
                return


def _gather(target: str, given: Given, stdin: BinaryIO | None) -> Iterator[Gathered]:
    with closing(Gatherer(given=given)) as gatherer:
        if is_address(target):
            yield from gatherer.address(target)
        elif target == _STDIN:
            yield from gatherer.stream(stdin or sys.stdin.buffer, Origin(where=_STDIN))
        elif Path(target).is_dir():
            yield from gatherer.folder(Path(target))
        else:
            yield from gatherer.file(Path(target))
