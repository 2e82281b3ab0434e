"""A web page becomes a draft: its main text, and what its head says of title, time and site."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tocsin.collect.decode import decode
from tocsin.collect.found import Draft, Found, Origin, trouble
from tocsin.collect.markup import plain_of, size_of, without_comments

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LARGEST = 30_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,40})")
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_LD_TIME = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_TIMES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)
_CANONICAL = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"


def read_page(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield the draft in an HTML page, or the words for why it has none."""
    if len(data) > _LARGEST:
        yield trouble(origin.where, "a page of more than 30 MB: save its text as a .txt file")
        return
    html, problem = decode(data, origin.charset or _charset(data))
    problems = (problem,) if problem else ()
    html = without_comments(html)
    size = size_of(html)
    if size.is_odd:
        huge = f"an odd page ({size.tags:,} tags, {size.deepest:,} deep): read without its layout"
        yield from _plain_page(html, origin, (*problems, huge))
        return
    yield from _page(html, origin, problems)


def _charset(data: bytes) -> str | None:
    head = data[:4096]
    found = _XML_CHARSET.search(head) or _CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def _page(html: str, origin: Origin, problems: tuple[str, ...]) -> Iterator[Found]:
    import trafilatura  # slow to load, needed for pages only

    tree = trafilatura.load_html(html)
    document = None if tree is None else _extracted(tree, origin)
    if tree is None or document is None or not (document.text or "").strip():
        yield from _plain_page(html, origin, problems)
        return
    url = origin.url or _first(tree, _CANONICAL)
    yield Draft(
        origin=replace(origin, url=url if url and url.startswith("http") else None),
        text="\n\n".join(line.strip() for line in document.text.split("\n") if line.strip()),
        title=document.title,
        byline=document.author,
        publisher=_site_name(document.sitename, url),
        published=_published(tree) or document.date,
        language=tree.get("lang") or origin.language,
        problems=problems,
    )


def _extracted(tree: "HtmlElement", origin: Origin) -> Any:  # noqa: ANN401 - an untyped document
    import trafilatura

    return trafilatura.bare_extraction(
        tree,
        url=origin.url,
        include_comments=False,
        with_metadata=True,
        # Dates are stated, never guessed from the page's words; doubts are told later.
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": "2100-12-31",
        },
    )


def _plain_page(html: str, origin: Origin, problems: tuple[str, ...]) -> Iterator[Found]:
    text = plain_of(html, main=True) or plain_of(html)
    if not text:
        yield trouble(origin.where, "the page holds no text (it may be drawn by a script)")
        return
    title = _TITLE.search(html)
    yield Draft(
        origin=origin,
        text=text,
        title=plain_of(title[1]) if title else None,
        language=origin.language,
        problems=problems,
    )


def _site_name(name: str | None, url: str | None) -> str | None:
    # The library makes a name of the address where the page has none: that is no site's name.
    return None if name and name.casefold() in (url or "").casefold() else name


def _published(tree: "HtmlElement") -> str | None:
    for path in _TIMES:
        if found := _first(tree, path):
            return found
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if stated := _LD_TIME.search(script.text or ""):
            return stated[1]
    return None


def _first(tree: "HtmlElement", path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None
