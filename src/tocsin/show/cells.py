"""Rows for spreadsheets: CSV whose cells no spreadsheet program takes for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_line(cells: Iterable[object]) -> str:
    """Return one CSV line without its line end."""
    held = io.StringIO()
    csv.writer(held, lineterminator="").writerow([cell(value) for value in cells])
    return held.getvalue()


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterable[str]:
    """Yield a header and a line for each of `rows`, as RFC 4180 has it."""
    yield csv_line(columns)
    for row in rows:
        yield csv_line(row.get(name) for name in columns)


def cell(value: object) -> str:
    """Return `value` as a cell: numbers bare, dates in ISO form, text that cannot be a formula.

    A text that begins with a sign that spreadsheets act on gets an apostrophe before it, as OWASP
    advises; a number never does.

    >>> cell("=HYPERLINK(1)"), cell(-3), cell(None)
    ("'=HYPERLINK(1)", '-3', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_ACTIVE) else text
