"""One piece of bytes to drafts, by the reader of the kind that its content tells."""

from collections.abc import Iterator

from tocsin.collect.feeds import read_feed, read_opml
from tocsin.collect.found import Found, Origin, trouble
from tocsin.collect.pages import read_page
from tocsin.collect.papers import read_paper
from tocsin.collect.rows import read_json, read_jsonl, read_table
from tocsin.collect.sniff import kind_of, refusal
from tocsin.collect.texts import read_text

_READERS = {
    "pdf": read_paper,
    "html": read_page,
    "feed": read_feed,
    "opml": read_opml,
    "json": read_json,
    "table": read_table,
    "text": read_text,
}


def read_bytes(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield what `data` holds; data of no readable kind gives the words for it."""
    kind = kind_of(data, origin.name, origin.mime)
    if kind in _READERS:
        return _READERS[kind](data, origin)
    if kind == "jsonl":
        return read_jsonl(data.split(b"\n"), origin)
    if kind == "empty":
        return iter((trouble(origin.where, "empty: there is nothing to read"),))
    words = refusal(data) if kind == "refused" else None
    return iter((trouble(origin.where, words or "an archive within an archive: unpack it first"),))
