"""The address of a desk: a file or a server, and how it is shown without its password."""

import re
from urllib.parse import quote, unquote

SERVERS = ("postgresql", "postgres")

_OPTION = re.compile(r"[A-Za-z_]+=")
_PASSWORD = re.compile(r"(?i)([?&](?:ssl)?password=)[^&]*")


def is_server(address: str) -> bool:
    """Return whether `address` names a PostgreSQL server and not a file.

    >>> is_server("postgresql://ann@db.example/desk"), is_server("desk.db")
    (True, False)
    """
    scheme, found, _ = address.partition("://")
    return bool(found) and scheme.partition("+")[0] in SERVERS


def shown(address: str) -> str:
    """Return `address` as it may be shown: without its password.

    >>> shown("postgresql://ann:secret@db.example/desk?sslmode=require")
    'postgresql://ann:***@db.example/desk?sslmode=require'
    """
    if "://" not in address:
        return address
    scheme, (user, password, place) = address.partition("://")[0], _parts(address)
    who = user + ":***" * bool(password) + "@" if user or password else ""
    return f"{scheme}://{who}" + _PASSWORD.sub(r"\1***", place)


def conninfo(address: str) -> str:
    """Return `address` in the form that libpq reads, whatever signs the password holds.

    >>> conninfo("postgres://ann:p@ss/word@db.example/desk")
    'postgresql://ann:p%40ss%2Fword@db.example/desk'
    """
    user, password, place = _parts(address)
    who = quote(unquote(user), safe="")
    if password:
        who += ":" + quote(unquote(password), safe="")
    return f"postgresql://{who}{'@' * bool(who)}{place}"


def _parts(address: str) -> tuple[str, str, str]:
    """Return user, password and the rest, which begins behind the last sign that may part them."""
    rest = address.partition("://")[2]
    # A password may hold any sign, a question mark too: options look like name=value.
    head, _, tail = rest.rpartition("?")
    end = (head if _OPTION.match(tail) else rest).rfind("@")
    user, _, password = rest[: max(end, 0)].partition(":")
    return user, password, rest[end + 1 :]
