"""Bytes of every kind of carrier, opened in turn: files, folders, streams, addresses, feeds."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from tocsin.collect.archives import read_archive
from tocsin.collect.carriers import read_bytes
from tocsin.collect.fetch import Fetched, Fetcher
from tocsin.collect.found import Draft, Found, Gathered, Lead, Origin, trouble
from tocsin.collect.rows import LONGEST_LINE, read_jsonl
from tocsin.collect.settle import Given, settle
from tocsin.collect.sniff import kind_of
from tocsin.collect.streams import LARGEST, lines_of, peek, starts_archive, unzipped
from tocsin.collect.walk import walk
from tocsin.errors import InputError, SourceError

# Lists of feeds may name lists, and gzip may hold gzip: no further than this.
_DEEPEST = 3
# A feed item with this much text of its own is the report; with less it is a teaser.
_WHOLE_ITEM = 1500


@dataclass(slots=True)
class Gatherer:
    """Reads one target of any kind; knows what the user gave and which addresses it followed."""

    given: Given
    fetcher: Fetcher = field(default_factory=Fetcher)
    followed: set[str] = field(default_factory=set)

    def close(self) -> None:
        """Give back connections."""
        self.fetcher.close()

    def folder(self, folder: Path) -> Iterator[Gathered]:
        """Yield what the files under `folder` hold, and what was passed over among them."""
        for item in walk(folder):
            if isinstance(item, Gathered):
                yield item
                continue
            origin = Origin(where=str(item), file=item.relative_to(folder).as_posix())
            try:
                with item.open("rb") as stream:
                    yield from self.stream(stream, origin)
            except OSError as error:
                yield trouble(origin.where, _unreadable(error))

    def file(self, path: Path) -> Iterator[Gathered]:
        """Yield what the file holds.

        Raises:
            InputError: when it cannot be opened.
        """
        origin = Origin(where=str(path), file=path.name)
        try:
            stream = path.open("rb")
        except OSError as error:
            raise InputError(f"{path} {_unreadable(error)}") from error
        with stream:
            yield from self.stream(stream, origin)

    def address(self, url: str) -> Iterator[Gathered]:
        """Yield what the address holds: a page, a paper, a feed with its pages.

        Raises:
            SourceError: when it does not answer as it should.
        """
        self.followed.add(url)
        yield from self._answered(self.fetcher.get(url), url, 0)

    def stream(self, stream: BinaryIO, origin: Origin, depth: int = 0) -> Iterator[Gathered]:
        """Yield what `stream` holds; one that breaks keeps what came before the break."""
        try:
            yield from self._stream(stream, origin, depth)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            yield trouble(origin.where, "the gzip file is cut or damaged: get it again")
        except OSError as error:
            yield trouble(origin.where, _unreadable(error))

    def _stream(self, stream: BinaryIO, origin: Origin, depth: int) -> Iterator[Gathered]:
        head, stream = peek(stream)
        kind = kind_of(head, origin.name)
        if kind == "gzip":
            if starts_archive(head):
                inside = unzipped(stream)
                yield from self._settled(read_archive(inside, origin, read_bytes), depth)
            elif depth < _DEEPEST:
                inner = replace(origin, file=_ungz(origin.file))
                yield from self.stream(unzipped(stream), inner, depth + 1)
            else:
                yield trouble(origin.where, "gzip within gzip too deeply: unpack it first")
        elif kind == "warc":
            yield from self._settled(read_archive(stream, origin, read_bytes), depth)
        elif kind == "jsonl":
            lines = lines_of(stream, LONGEST_LINE)
            yield from self._settled(read_jsonl(lines, origin), depth)
        else:
            yield from self._whole(stream, origin, depth)

    def _whole(self, stream: BinaryIO, origin: Origin, depth: int) -> Iterator[Gathered]:
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            size = LARGEST // 1_000_000
            yield trouble(origin.where, f"larger than {size} MB: split it")
            return
        yield from self._settled(read_bytes(data, origin), depth)

    def _settled(self, found: Iterator[Found], depth: int) -> Iterator[Gathered]:
        for item in found:
            if isinstance(item, Gathered):
                yield item
            elif isinstance(item, Draft):
                yield settle(item, self.given)
            elif item.url not in self.followed:
                self.followed.add(item.url)
                yield from self._follow(item, depth)

    def _follow(self, lead: Lead, depth: int) -> Iterator[Gathered]:
        if lead.draft is not None:
            yield settle(self._item(lead.draft, lead.url), self.given)
            return
        if depth >= _DEEPEST:
            yield trouble(lead.url, "lists within lists too deeply: give this address itself")
            return
        try:
            fetched = self.fetcher.get(lead.url)
        except SourceError as error:
            yield trouble(lead.url, str(error))
            return
        yield from self._answered(fetched, lead.url, depth + 1)

    def _answered(self, fetched: Fetched, url: str, depth: int) -> Iterator[Gathered]:
        origin = _origin(fetched, url)
        yield from self.stream(io.BytesIO(fetched.data), origin, depth)

    def _item(self, item: Draft, url: str) -> Draft:
        # The page behind a feed's item, with what the feed tells of it; else the feed's own words.
        if len(item.text) >= _WHOLE_ITEM:
            return item
        try:
            fetched = self.fetcher.get(url)
        except SourceError as error:
            return _with_problem(item, f"only the feed's own words were read: {error}")
        found = next(read_bytes(fetched.data, _origin(fetched, url)), None)
        if not isinstance(found, Draft) or len(found.text) < len(item.text):
            return _with_problem(item, "only the feed's own words were read: its page has no more")
        return replace(
            found,
            title=found.title or item.title,
            byline=found.byline or item.byline,
            published=item.published or found.published,
            publisher=found.publisher or item.origin.publisher,
        )


def _origin(fetched: Fetched, url: str) -> Origin:
    return Origin(where=url, url=fetched.url, mime=fetched.mime, charset=fetched.charset)


def _with_problem(draft: Draft, problem: str) -> Draft:
    return replace(draft, problems=(*draft.problems, problem))


def _ungz(name: str | None) -> str | None:
    return name[:-3] if name and name.lower().endswith(".gz") else name


def _unreadable(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"
