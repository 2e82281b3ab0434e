"""psycopg 3, which speaks to PostgreSQL; an extra, so that only `server` imports this module.

PostgreSQL keeps no NUL, which texts on the web do hold. It is kept as two signs, and the first of
them, where it stands in a text itself, as two others: what comes back is what went in.
"""

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.string import StrDumper, StrDumperUnknown, TextLoader

# So that a server that is gone is noticed within a minute, also in the middle of an answer.
ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
# What texts come as: text, varchar, char, name and what the server has not named.
TEXTS = ("text", "varchar", "bpchar", "name")

NUL, SUBSTITUTE = "\x00", "\x1a"
_KEPT = str.maketrans({NUL: f"{SUBSTITUTE}␀", SUBSTITUTE: f"{SUBSTITUTE}␚"})


def as_kept(text: str) -> str:
    r"""Return `text` as PostgreSQL keeps it, without NUL; `as_given` turns it back.

    >>> as_given(as_kept("a\x00b\x1a")) == "a\x00b\x1a", "\x00" in as_kept("a\x00b")
    (True, False)
    """
    return text.translate(_KEPT) if NUL in text or SUBSTITUTE in text else text


def as_given(text: str) -> str:
    """Return the text that is kept as `text`."""
    if SUBSTITUTE not in text:
        return text
    return text.replace(f"{SUBSTITUTE}␀", NUL).replace(f"{SUBSTITUTE}␚", SUBSTITUTE)


class _Kept(StrDumper):
    def dump(self, obj: str) -> Any:  # noqa: ANN401 - as its parent
        """Return the bytes that the server is given for `obj`."""
        return super().dump(as_kept(obj))


class _KeptUnnamed(StrDumperUnknown):
    def dump(self, obj: str) -> Any:  # noqa: ANN401 - as its parent
        """Return the bytes that the server is given for `obj`, whose type it finds by itself."""
        return super().dump(as_kept(obj))


class _Given(TextLoader):
    def load(self, data: Any) -> Any:  # noqa: ANN401 - as its parent
        """Return the text that the server holds as `data`."""
        text = super().load(data)
        return as_given(text) if isinstance(text, str) else text


def connect(conninfo: str, *, wait: float) -> "psycopg.Connection[Any]":
    """Return a connection by `conninfo`; what its address does not say has a safe default."""
    plain = {"connect_timeout": max(2, round(wait)), "fallback_application_name": "tocsin"}
    said: dict[str, Any] = plain | ALIVE | conninfo_to_dict(conninfo)
    made = psycopg.connect(make_conninfo("", **said))
    for dumper in (_Kept, _KeptUnnamed):
        made.adapters.register_dumper(str, dumper)
    for name in TEXTS:
        made.adapters.register_loader(name, _Given)
    return made
