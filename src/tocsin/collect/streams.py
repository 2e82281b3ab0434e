"""Bytes of any source as one stream whose start can be looked at before it is read."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

HEAD = 65_536
# Kept whole in memory while it is read; a report of 50 MB passes easily.
LARGEST = 256_000_000


class Rewound(io.RawIOBase):
    """A stream that gives its already read `head` again, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Return True: reading is all that it is for."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` from the head while it lasts, then from the rest."""
        size = len(buffer)
        found = self._head[:size] if self._head else _read_some(self._rest, size)
        self._head = self._head[len(found) :] if self._head else self._head
        buffer[: len(found)] = found
        return len(found)


class Piped(io.BufferedReader):
    """A buffered stream that cannot be wound, and yet says where it began when asked."""

    def tell(self) -> int:
        """Return 0: archives ask once, before they read."""
        return 0


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of `stream`, and a stream that still has them.

    It waits for a line at most, so that a live pipe is read as it comes.
    """
    head = bytearray()
    while len(head) < HEAD and b"\n" not in head:
        part = _read_some(stream, HEAD - len(head))
        if not part:
            break
        head += part
    return bytes(head), Piped(Rewound(bytes(head), stream), HEAD)


def unzipped(stream: BinaryIO) -> BinaryIO:
    """Return the stream inside a gzip stream."""
    return gzip.GzipFile(fileobj=stream, mode="rb")  # type: ignore[return-value]


def starts_archive(head: bytes) -> bool:
    """Return whether the gzip stream that begins with `head` is a WARC archive."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64).startswith(b"WARC/")
    except zlib.error:
        return False


def lines_of(stream: BinaryIO, longest: int) -> Iterator[bytes]:
    """Yield the lines of `stream`; of an overlong line come its first `longest` bytes."""
    while line := stream.readline(longest):
        yield line
        while len(line) == longest and not line.endswith(b"\n"):
            line = stream.readline(longest)


def _read_some(stream: BinaryIO, size: int) -> bytes:
    # Buffered streams have read1, which does not wait for the whole size.
    read = getattr(stream, "read1", stream.read)
    return bytes(read(size) or b"")
