"""Many whole numbers in one string of bytes: a text's hashes, as small as they are kept.

A hundred thousand claims come with millions of hashes. As Python's numbers they would take most of
the time of reading them and most of the memory; numpy reads these bytes as they are.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import Any, Self

from tocsin.records.layers import Span


class _Packed:
    """Equal where the numbers are; little-endian, so that a file means the same everywhere."""

    __slots__ = ("packed",)

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.packed == self.packed

    def __hash__(self) -> int:
        return hash(self.packed)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.packed!r})"


class Numbers(_Packed):
    """Signed numbers of 64 bits.

    >>> list(Numbers.of([3, -1])), len(Numbers.of([3, -1])), bool(Numbers())
    ([3, -1], 2, False)
    """

    __slots__ = ()

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Self:
        """Return `numbers` packed."""
        given = tuple(numbers)
        return cls(struct.pack(f"<{len(given)}q", *given))

    def __len__(self) -> int:
        return len(self.packed) // 8

    def __iter__(self) -> Iterator[int]:
        return iter(struct.unpack(f"<{len(self)}q", self.packed))

    @property
    def __array_interface__(self) -> dict[str, Any]:
        """What numpy reads the bytes by."""
        return {"version": 3, "shape": (len(self),), "typestr": "<i8", "data": self.packed}


class Spans(_Packed):
    """Starts and ends of 32 bits each.

    >>> list(Spans.of([(0, 4), (2, 9)])), Spans.of([(0, 4), (2, 9)])[1]
    ([(0, 4), (2, 9)], (2, 9))
    """

    __slots__ = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Self:
        """Return `spans` packed."""
        return cls(b"".join(struct.pack("<2i", *span) for span in spans))

    def __len__(self) -> int:
        return len(self.packed) // 8

    def __getitem__(self, place: int) -> Span:
        start, end = struct.unpack_from("<2i", self.packed, 8 * place)
        return start, end

    def __iter__(self) -> Iterator[Span]:
        yield from struct.iter_unpack("<2i", self.packed)
