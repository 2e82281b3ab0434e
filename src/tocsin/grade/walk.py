"""Walks through a reading: every record in it, at any depth."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec

from tocsin.records import Layers, Reading


def things(reading: Reading) -> list[Any]:
    """Return all that has a span and words: claims, their parts, what the layers hold."""
    found = records((reading.claims, reading.layers))
    return [thing for thing in found if hasattr(thing, "span")]


def records(value: object) -> Iterator[Any]:
    """Yield every record inside `value`, at any depth."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif is_dataclass(value) or isinstance(value, msgspec.Struct):
        yield value
        for name in _names(value):
            yield from records(getattr(value, name))


def _names(record: Any) -> Sequence[str]:  # noqa: ANN401 - a dataclass or a struct
    if isinstance(record, msgspec.Struct):
        return record.__struct_fields__
    return [field.name for field in fields(record)]


def offsets_of(layers: Layers) -> Iterator[int]:
    """Yield every offset of the attributions, which are spans without words of their own."""
    for found in layers.attributions:
        for span in (*found.source, *found.cue, *found.content):
            yield from span
