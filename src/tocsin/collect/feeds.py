"""Feeds (RSS, Atom) and lists of feeds (OPML) become drafts and addresses to follow."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from tocsin.collect.decode import decode, one_line
from tocsin.collect.found import Draft, Found, Lead, Origin, trouble
from tocsin.collect.markup import plain_of
from tocsin.collect.sites import is_address

_ITEM = re.compile(rb"<(?:[\w-]+:)?(?:item|entry)[\s>]")
_OUTLINE = re.compile(r"<outline\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)

Entry = Mapping[str, Any]


def read_feed(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield a lead per item of the feed, or a draft for an item that has no address.

    The order is the feed's. What the feed tells of an item goes with its lead, so that a page that
    does not answer is still read from the feed's own words.
    """
    # Entity declarations serve attacks only: no feed needs them.
    if _ENTITY.search(data[:65536]):
        yield trouble(origin.where, "the feed declares entities of its own, so it was not read")
        return
    feed, entries = _parsed(data)
    if not entries:
        empty = "the feed has no items" if feed else "not a feed: neither RSS nor Atom"
        yield trouble(origin.where, empty)
        return
    declared = len(_ITEM.findall(data))
    if declared > len(entries):
        lost = f"{declared - len(entries)} of {declared} items of the feed could not be read"
        yield trouble(origin.where, lost)
    source = replace(origin, publisher=one_line(_text(feed, "title")) or origin.publisher)
    for number, entry in enumerate(entries, 1):
        yield _item(entry, number, source)


def read_opml(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield a lead per feed that the list names; the list may be broken XML."""
    from html import unescape  # a table of 2,000 names

    text, _ = decode(data, origin.charset)
    found = 0
    for outline in _OUTLINE.finditer(text):
        names = {name.lower(): one or two for name, one, two in _ATTRIBUTE.findall(outline[0])}
        url = unescape(names.get("xmlurl", "")).strip()
        if is_address(url):
            found += 1
            yield Lead(url=url)
        elif url:
            yield trouble(origin.where, f"the list names {url[:100]!r}, which is no web address")
    if not found:
        yield trouble(origin.where, "the list names no feeds: an outline needs an xmlUrl")


def _parsed(data: bytes) -> tuple[Entry, list[Entry]]:
    import feedparser  # type: ignore[import-untyped]  # needed for feeds only

    try:
        # As a stream: given as bytes, it might be taken for the name of a file.
        found = feedparser.parse(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - any text may come in, and its parsers have many errors
        return {}, []
    entries = list(found.get("entries", ()))
    return (found.get("feed") or {"title": ""}) if found.get("version") else {}, entries


def _item(entry: Entry, number: int, origin: Origin) -> Found:
    base = origin.url or ""
    link = _text(entry, "link").strip()
    link = _joined(base, link) if link else ""
    url = link if is_address(link) else None
    title = one_line(plain_of(_text(entry, "title")))
    draft = Draft(
        origin=replace(origin, where=url or f"{origin.where}#{number}", url=url),
        text=_body(entry) or title or "",
        title=title,
        byline=one_line(_text(entry, "author")),
        published=_text(entry, "published") or _text(entry, "updated") or None,
    )
    # A feed in a file is read as it is: only one that was asked for by address asks for more.
    return Lead(url=url, draft=draft) if url and origin.url else draft


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def _body(entry: Entry) -> str:
    contents = [str(part.get("value") or "") for part in entry.get("content") or []]
    summary = _text(entry, "summary") or _text(entry, "description")
    return max((plain_of(html) for html in (*contents, summary)), key=len)


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""
