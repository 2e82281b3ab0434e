"""Records to JSON and back: the form of the contract that every outside program reads."""

from typing import Any

import msgspec

from tocsin.errors import InputError
from tocsin.records.report import Reading


def dumps(record: object) -> str:
    """Return `record` as one line of JSON with the contract's field names."""
    return msgspec.json.encode(record).decode()


def plain(record: object) -> Any:  # noqa: ANN401 - what JSON holds has no closer type
    """Return `record` as dicts, lists and strings, as `dumps` would write them."""
    return msgspec.to_builtins(record)


def loads(line: str | bytes) -> Reading:
    """Return the reading that `line` of JSON holds.

    Raises:
        InputError: when the line is not a reading of this schema.
    """
    try:
        return msgspec.json.decode(line, type=Reading)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InputError(f"not a reading as `tocsin schema` describes it: {error}") from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a reading."""
    found = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **found}
