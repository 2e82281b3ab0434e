"""A WARC archive becomes drafts: the pages in it, read in order, up to where it breaks off."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
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


def _records(stream: BinaryIO, origin: Origin) -> Iterator["WarcRecord | Gathered"]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # needed for archives only

    kinds = WarcRecordType.response | WarcRecordType.resource
    position = 0
    broken = "the archive is cut or damaged"
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
            position = record.stream_pos
            body = _whole(record)
            if body is None:
                yield trouble(origin.where, f"{broken} at byte {position:,}")
                return
            record.set_bytes_content(body)
            yield record
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
