"""The templates of every page: autoescaped, strict about names, with no way to run report text."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tocsin.show import palette, phrases
from tocsin.show.signs import plain


def render(name: str, **values: object) -> str:
    """Return the page that the template `name` makes of `values`; all text in it is escaped."""
    return _environment().get_template(name).render(**values)


def safe_url(url: str | None) -> str | None:
    """Return `url` where following it is safe (http and https), else None.

    >>> safe_url("javascript:alert(1)") is None
    True
    """
    if not url or any(ord(sign) <= 32 for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


@cache
def script(name: str) -> tuple[Markup, str]:
    """Return the script of ours in `name`, and the hash by which a page's policy allows it."""
    held = files("tocsin.show") / "templates" / name
    text = held.read_text(encoding="utf-8").strip()
    return Markup(text), "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tocsin.show", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["phrases"] = phrases
    made.globals["palette_css"] = Markup(palette.css())
    made.filters["safe_url"] = safe_url
    return made


def _shown(value: object) -> object:
    # Markup is a str too, but one that was made of values that have been here before.
    return plain(value) if type(value) is str else value
