"""The site that an address belongs to: its registrable domain, as a publisher of last resort."""

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def is_address(target: str) -> bool:
    """Return whether `target` is an http or https address."""
    return _SCHEME.match(target) is not None


def site_of(url: str | None) -> str | None:
    """Return the registrable domain of `url` (`news.bbc.co.uk` gives `bbc.co.uk`), or None."""
    host = _host(url)
    if not host or "." not in host or re.fullmatch(r"[\d.]+|\[.*\]", host):
        return host or None
    found = _extractor()(host)
    # A public suffix may itself be a site: www.gov.uk splits into `www` and `gov.uk`.
    if not found.domain or found.domain == "www":
        return host.removeprefix("www.")
    return f"{found.domain}.{found.suffix}" if found.suffix else host


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


@cache
def _extractor() -> "TLDExtract":
    from tldextract import TLDExtract  # slow to load, seldom needed

    # No list is fetched: the one in the package serves.
    return TLDExtract(suffix_list_urls=(), cache_dir=None)
