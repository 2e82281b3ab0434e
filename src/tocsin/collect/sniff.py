"""What bytes are: told by their content first and by their name only where content is silent."""

import json
import re
from typing import Literal

Kind = Literal[
    "empty",
    "warc",
    "gzip",
    "pdf",
    "feed",
    "opml",
    "html",
    "jsonl",
    "json",
    "table",
    "text",
    "refused",
]

_REFUSED = (
    (b"PK\x03\x04", "a zip, docx, xlsx, odt or epub file: unpack it, or save it as text or PDF"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: save it as text or PDF"),
    (b"{\\rtf", "an RTF file: save it as text or PDF"),
    (b"\x7fELF", "a program, not a report"),
    (b"MZ\x90", "a program, not a report"),
    (b"\x89PNG", "an image: run OCR first"),
    (b"\xff\xd8\xff", "an image: run OCR first"),
    (b"GIF8", "an image: run OCR first"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a rar archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive: unpack it first"),
    (b"SQLite format 3", "a database, not a report"),
)
_STARTS: tuple[tuple[bytes, Kind], ...] = ((b"WARC/", "warc"), (b"\x1f\x8b", "gzip"))
_ROOT = re.compile(rb"<(?![!?])\s*(?:[\w-]+:)?([\w-]+)")
_COMMENTS = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_ROOTS: dict[bytes, Kind] = {b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"opml": "opml"}
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|span|script|"
    rb"table|a|ul|br|b|i|strong|em)\b",
    re.IGNORECASE,
)
# What the columns of reports are called; a line of prose is not made of these alone.
_COLUMNS = frozenset({b"text", b"title", b"published", b"publisher", b"byline", b"url"})
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARKS = b"\xef\xbb\xbf"
_ODD = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(head: bytes, name: str = "", mime: str | None = None) -> Kind:
    """Return what `head`, the first bytes of an input called `name`, belongs to."""
    if head.startswith(_WIDE):
        wide = kind_of(head.decode("utf-16", "ignore").encode(), name, mime)
        # Wide lines cannot be told apart byte by byte, so they are read at once.
        return "json" if wide == "jsonl" else wide
    start = head.removeprefix(_MARKS).lstrip()
    if not start:
        return "empty"
    if found := next((kind for mark, kind in _STARTS if start.startswith(mark)), None):
        return found
    # Viewers accept a PDF whose mark comes a little late.
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if refusal(head) is not None:
        return "refused"
    written = _written(start, name.lower())
    return "html" if written == "text" and mime == "text/html" else written


def refusal(head: bytes) -> str | None:
    """Return in words what `head` is, if it is nothing that holds a report in words."""
    for mark, words in _REFUSED:
        if head.startswith(mark):
            return words
    return "binary data, not a report" if _is_binary(head) else None


def _is_binary(head: bytes) -> bool:
    sample = head[:8192]
    odd = len(_ODD.findall(sample))
    # A stray NUL in a text is passed over; a tenth of control bytes is no text.
    return odd * 20 > len(sample)


def _written(start: bytes, name: str) -> Kind:
    if start[:1] == b"<":
        return _marked(start, name)
    if start[:1] in b"{[":
        return _listed(start, name)
    if name.endswith(_LINES):
        return "jsonl"
    if name.endswith(".json"):
        return "json"
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html"
    return "table" if separator(start) else "text"


def separator(start: bytes) -> bytes | None:
    """Return what separates the columns of a table of reports; None where there is no such table.

    Its first line names them: `text` and one more at least that a report has.
    """
    line = start.partition(b"\n")[0].strip().lower()
    for sign in (b",", b"\t", b";"):
        names = {name.strip(b" \"'") for name in line.split(sign)}
        if b"text" in names and len(names & _COLUMNS) > 1:
            return sign
    return None


def _marked(start: bytes, name: str) -> Kind:
    match = _ROOT.search(_COMMENTS.sub(b"", start[:65536]))
    root = match[1].lower() if match else b""
    if found := _ROOTS.get(root):
        return found
    if root == b"html" or _HTML.match(start):
        return "html"
    is_xml = start[:5] == b"<?xml" or name.endswith((".xml", ".rss", ".atom", ".opml"))
    return "feed" if is_xml else "text"


def _listed(start: bytes, name: str) -> Kind:
    line, _, rest = start.partition(b"\n")
    if name.endswith(_LINES):
        return "jsonl"
    # A pipe shows its first line only: a whole record on it is taken for the first of many.
    more = rest.lstrip()[:1] == b"{" or not (name or rest)
    if start[:1] == b"{" and more and _is_json(line):
        return "jsonl"
    is_json = re.match(rb'\{\s*["}]|\[\s*[\[{"\]]', start) or name.endswith(".json")
    return "json" if is_json else "text"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
