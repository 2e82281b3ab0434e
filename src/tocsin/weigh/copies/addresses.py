"""Which carriers are one: a page under its variants of an address, a site under its pages."""

import re

from tocsin.records import Carried

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.")
_TRACKING = re.compile(r"^(?:utm_\w+|ns_\w+|ito|fbclid|gclid|cmp|cmpid|ref|smid|src|xtor)$")
# Under these a country's registry keeps names: bbc.co.uk.
_SECOND = frozenset({"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"})
_AMP = re.compile(r"/(?:amp|index\.\w+)$")


def page_of(one: Carried) -> str:
    """Return what stands for the page: its address less what does not tell pages apart.

    Without an address, the file is the page; without both, the sighting.

    >>> from tocsin.weigh.copies.addresses import page
    >>> page("https://www.a.example/x/?utm_source=rss") == page("http://a.example/x")
    True
    """
    if one.url:
        return page(one.url)
    return f"file {one.file}" if one.file else f"sighting {one.sighting}"


def page(url: str) -> str:
    """Return an address without scheme, `www.`, trailing slash, fragment and tracking marks."""
    found = _ADDRESS.match(url.strip())
    if found is None:
        return url.strip()
    path = _AMP.sub("", found[2].rstrip("/")).rstrip("/")
    parts = [part for part in (found[3] or "").split("&") if part]
    kept = sorted(part for part in parts if not _TRACKING.match(part.partition("=")[0].lower()))
    return f"{_host(found[1])}{path}?{'&'.join(kept)}"


def site_of(one: Carried) -> str:
    """Return what stands for the site: the host of its address, else the publisher's name.

    Two outlets of one name at two hosts are two sites. Empty where nothing is known.
    """
    found = _ADDRESS.match(one.url.strip()) if one.url else None
    if found is not None:
        return _host(found[1])
    return " ".join((one.publisher or "").casefold().split())


def house_of(site: str) -> str:
    """Return the name that a site has under whatever registry: of bbc.com and news.bbc.co.uk one.

    >>> house_of("bbc.com"), house_of("news.bbc.co.uk"), house_of("thepost.example")
    ('bbc', 'bbc', 'thepost')
    """
    names = site.split(".")[:-1] or [site]
    if len(names) > 1 and names[-1] in _SECOND:
        names.pop()
    return names[-1]


def slug_of(one: Carried) -> tuple[str, ...]:
    """Return the words that the address is made of, as headlines leave them there."""
    found = _ADDRESS.match(one.url.strip()) if one.url else None
    parts = found[2].rstrip("/").split("/") if found else []
    longest = max(parts, key=len, default="")
    return tuple(word for word in re.split(r"[\W_]+", longest.lower()) if word)


def _host(part: str) -> str:
    host = part.lower().rpartition("@")[2].partition(":")[0]
    return _PREFIX.sub("", host)
