"""A WARC archive becomes drafts: the pages in it, read in order, up to where it breaks off."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from io import UnsupportedOperation
from typing import TYPE_CHECKING, BinaryIO

from tocsin.collect.decode import decode
from tocsin.collect.found import Found, Gathered, Origin, trouble
from tocsin.collect.markup import plain_of
from tocsin.collect.sniff import kind_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# Shorter pages in a crawl are menus, lists of links and error pages.
_LEAST_TEXT = 250
_LARGEST = 30_000_000

ReadBytes = Callable[[bytes, Origin], Iterator[Found]]


def read_archive(stream: BinaryIO, origin: Origin, read: ReadBytes) -> Iterator[Found]:
    """Yield what `read` finds in each page of the archive; the rest is counted and said.

    Where the archive is cut or damaged, what was read before stays and the place is told.
    """
    passed: Counter[str] = Counter()
    for item in _records(stream, origin):
        if isinstance(item, Gathered):
            yield item
        else:
            yield from _page(item, origin, read, passed)
    if passed:
        counts = ", ".join(f"{count} {reason}" for reason, count in passed.most_common())
        yield trouble(origin.where, f"passed over in the archive: {counts}")


class _Watched:
    """A stream that knows how it ended: a whole archive ends as each of its records does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._last = b""
        # read1 gives what was unzipped before a fault; read would lose it.
        self._read = getattr(stream, "read1", stream.read)

    def read(self, size: int = -1) -> bytes:
        try:
            part = bytes(self._read(size))
        except (OSError, EOFError, zlib.error):
            self._last = b""
            return b""
        self._last = (self._last + part[-4:])[-4:]
        return part

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        raise UnsupportedOperation

    def close(self) -> None:
        """Leave the stream to whoever opened it."""

    @property
    def is_whole(self) -> bool:
        return self._last == b"\r\n\r\n"


def _records(stream: BinaryIO, origin: Origin) -> Iterator["WarcRecord | Gathered"]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # needed for archives only

    kinds = WarcRecordType.response | WarcRecordType.resource
    position = 0
    broken = "the archive is cut or damaged"
    watched = _Watched(stream)
    try:
        for record in ArchiveIterator(watched, record_types=kinds, parse_http=False):
            position = record.stream_pos
            body = _whole(record)
            if body is None:
                yield trouble(origin.where, f"{broken} at byte {position:,}")
                return
            record.set_bytes_content(body)
            yield record
        # The library says nothing of a record whose head is cut.
        if not watched.is_whole:
            yield trouble(origin.where, f"{broken} after byte {position:,}")
    except (OSError, ValueError, EOFError, zlib.error) as error:
        yield trouble(origin.where, f"{broken} after byte {position:,} ({error})")
    except BaseException as error:
        # The library is written in Rust, whose panics are no Exceptions in Python.
        if type(error).__name__ != "PanicException":
            raise
        yield trouble(origin.where, f"{broken} after byte {position:,}")


def _whole(record: "WarcRecord") -> bytes | None:
    # The library hands out a cut record as if it were whole: its length tells.
    length = record.headers.get("Content-Length")
    if not length or not length.strip().isdigit():
        return None
    body = bytes(record.reader.read())
    return body if len(body) == int(length) else None


def _page(
    record: "WarcRecord", origin: Origin, read: ReadBytes, passed: Counter[str]
) -> Iterator[Found]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if record.is_http:
        record.parse_http(auto_decode="all")
        if record.http_headers.status_code != 200:
            passed["answers without a page"] += 1
            return
    content = bytes(record.reader.read(_LARGEST + 1))
    where = url or f"{origin.where}@{record.stream_pos}"
    page = Origin(where=where, file=origin.file, url=url or None, charset=record.http_charset)
    if reason := _unfit(content, record.http_charset):
        passed[reason] += 1
        return
    yield from read(content, page)


def _unfit(content: bytes, charset: str | None) -> str | None:
    if len(content) > _LARGEST:
        return "pages larger than 30 MB"
    kind = kind_of(content)
    if kind == "pdf":
        return None
    if kind != "html":
        return "items that are no pages"
    text, _ = decode(content, charset)
    return "pages with little text" if len(plain_of(text, main=True)) < _LEAST_TEXT else None
