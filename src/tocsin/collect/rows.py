"""Records in JSON, JSONL and tables: a record, a list, or a list under `reports` or `items`."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tocsin.collect.decode import decode
from tocsin.collect.found import Draft, Found, Origin, trouble
from tocsin.collect.sniff import separator

_LISTS = ("reports", "items")
LONGEST_LINE = 64 << 20


def read_json(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield a draft per record in `data`; what is no record is said, and the rest goes on."""
    text, problem = decode(data, origin.charset)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _not_json(text, origin, error)
        return
    yield from _records(value, origin, (problem,) if problem else ())


def read_jsonl(lines: Iterable[bytes], origin: Origin) -> Iterator[Found]:
    """Yield a draft per line as the lines come; a broken line is named by its number."""
    for number, line in enumerate(lines, 1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            continue
        spot = replace(origin, where=f"{origin.where}:{number}")
        if len(line) >= LONGEST_LINE:
            yield trouble(spot.where, f"line {number} is longer than 64 MB: split it")
            continue
        yield from _line(line, number, spot)


def read_table(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield a draft per row of `data`, whose first line names its columns."""
    text, problem = decode(data, origin.charset)
    sign = separator(text.lstrip().encode()) or b","
    rows = csv.DictReader(io.StringIO(text.lstrip(), newline=""), delimiter=sign.decode())
    problems = (problem,) if problem else ()
    try:
        for number, row in enumerate(rows, 1):
            known = {str(name).strip().lower(): cell for name, cell in row.items() if cell}
            if known:
                spot = replace(origin, where=f"{origin.where}#{number}")
                yield _record(known, spot, problems)
    except csv.Error:
        yield trouble(
            origin.where,
            f"a cell behind line {rows.line_num} has no end, or is longer than a report: mend the "
            "quotation marks there, and have the rest read",
        )


def _line(line: bytes, number: int, origin: Origin) -> Iterator[Found]:
    text, problem = decode(line, origin.charset)
    try:
        value = json.loads(text.strip("\x00"))
    except (ValueError, RecursionError) as error:
        yield trouble(origin.where, f"line {number} is not JSON: {_reason(error)}")
        return
    if not isinstance(value, dict):
        yield trouble(origin.where, f"line {number} is not a record: it needs `text`")
        return
    yield from _records(value, origin, (problem,) if problem else ())


def _not_json(text: str, origin: Origin, error: Exception) -> Iterator[Found]:
    # Several records one under the other are JSONL, whatever the name says.
    lines = [line for line in text.split("\n") if line.strip()]
    if sum(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines) > 1:
        raw = (line.encode("utf-8", "surrogatepass") for line in text.split("\n"))
        yield from read_jsonl(raw, origin)
        return
    yield trouble(origin.where, f"not JSON: {_reason(error)}")


def _records(value: Any, origin: Origin, problems: tuple[str, ...]) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(value, dict):
        listed = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        if listed is None or "text" in value:
            yield _record(value, origin, problems)
            return
        value = listed
    if not isinstance(value, list):
        yield trouble(origin.where, "not a record: a record is an object with `text`")
        return
    if not value:
        yield trouble(origin.where, "the list holds no records")
    for number, item in enumerate(value, 1):
        spot = replace(origin, where=f"{origin.where}#{number}")
        if isinstance(item, dict):
            yield _record(item, spot, problems)
        else:
            yield trouble(spot.where, f"record {number} is not an object with `text`")


def _record(value: dict[str, Any], origin: Origin, problems: tuple[str, ...]) -> Found:
    text = value.get("text")
    if not isinstance(text, str):
        wrong = "has no `text`" if text is None else "has a `text` that is not a string"
        return trouble(origin.where, f"the record {wrong}")
    if not text.strip():
        return trouble(origin.where, "the record has an empty `text`")
    url = _words(value.get("url"))
    return Draft(
        origin=replace(origin, url=url or origin.url),
        text=text,
        title=_words(value.get("title")),
        byline=_words(value.get("byline")),
        publisher=_words(value.get("publisher")),
        published=_words(value.get("published")),
        language=_words(value.get("language")),
        loose="title" not in value,
        problems=problems,
    )


def _words(value: object) -> str | None:
    # Numbers are read as they would be written (a time in seconds); lists of names are joined.
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str)) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _reason(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
