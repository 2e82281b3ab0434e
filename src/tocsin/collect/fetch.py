"""Addresses to bytes: politely, with limits of time and size, and never twice without need."""

import re
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from tocsin.errors import SourceError

if TYPE_CHECKING:
    from httpx2 import Client, Response

LARGEST = 30_000_000
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8"
_CACHE_SIZE = 200_000_000
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered, with the address it came from after redirects."""

    url: str
    data: bytes
    mime: str | None
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long an answer may take in seconds: each step of it, and all of it."""

    step: float = 20.0
    whole: float = 90.0


class Fetcher:
    """Gets addresses one after the other; a host that says it is busy is not asked again.

    Answers are cached by the rules of HTTP (RFC 9111) in the user's cache folder, so that a feed
    asked for again costs its publisher little.
    """

    def __init__(self, *, patience: Patience | None = None, largest: int = LARGEST) -> None:
        self._patience = patience or Patience()
        self._largest = largest
        self._client: Client | None = None
        self._busy: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back connections and the cache."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def get(self, url: str) -> Fetched:
        """Return what `url` answers.

        Raises:
            SourceError: when it cannot be reached, refuses, or answers too much or too slowly.
        """
        import httpx2  # slow to load, needed for addresses only

        try:
            host = urlsplit(url).netloc
        except ValueError as error:
            raise SourceError(f"{url} is no address: {error}") from error
        if host in self._busy:
            raise SourceError(f"{url}: {host} asked for a pause: try again later")
        try:
            return self._asked(url, host)
        except httpx2.TimeoutException as error:
            raise SourceError(f"{url} did not answer in time: try again later") from error
        except httpx2.TooManyRedirects as error:
            raise SourceError(f"{url} sends its readers in a circle: check the address") from error
        except httpx2.UnsupportedProtocol as error:
            raise SourceError(f"{url} leads to no web address: check it") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, OSError) as error:
            reason = str(error) or type(error).__name__
            raise SourceError(
                f"{url} cannot be reached ({reason}): check the address and the network"
            ) from error

    def _asked(self, url: str, host: str) -> Fetched:
        if self._client is None:
            self._client = _cached_client(self._patience) or _plain_client(self._patience)
        try:
            return self._answer(url, host, self._client)
        except sqlite3.Error:
            # A full disk or a damaged cache must not stop the reading.
            self.close()
            self._client = _plain_client(self._patience)
            return self._answer(url, host, self._client)

    def _answer(self, url: str, host: str, client: "Client") -> Fetched:
        with client.stream("GET", url) as response:
            self._check(url, host, response)
            return self._fetched(response)

    def _check(self, url: str, host: str, response: "Response") -> None:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        if response.status_code in _BUSY:
            self._busy.add(host)
        if response.status_code in _BUSY or response.status_code >= 500:
            raise SourceError(f"{url} answered {status}: try again later")
        if response.status_code != 200:
            raise SourceError(f"{url} answered {status}: check the address")
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > self._largest:
            raise SourceError(self._too_large(url))

    def _fetched(self, response: "Response") -> Fetched:
        url = str(response.url)
        end = time.monotonic() + self._patience.whole
        data = bytearray()
        for part in response.iter_bytes(1 << 16):
            data += part
            if len(data) > self._largest:
                raise SourceError(self._too_large(url))
            if time.monotonic() > end:
                raise SourceError(f"{url} answers too slowly: try again later")
        mime, _, rest = response.headers.get("content-type", "").partition(";")
        charset = re.search(r"charset\s*=\s*[\"']?([\w-]+)", rest, re.IGNORECASE)
        return Fetched(
            url=url,
            data=bytes(data),
            mime=mime.strip().lower() or None,
            charset=charset[1] if charset else None,
        )

    def _too_large(self, url: str) -> str:
        size = self._largest // 1_000_000
        return f"{url} answers with more than {size} MB: download it and give the file"


def _settings(patience: Patience) -> dict[str, Any]:
    from importlib.metadata import version

    import httpx2

    agent = f"tocsin/{version('tocsin')} (reader of published reports)"
    return {
        "headers": {"User-Agent": agent, "Accept": _ACCEPT},
        "timeout": httpx2.Timeout(patience.step),
        "follow_redirects": True,
        "max_redirects": 8,
    }


def _plain_client(patience: Patience) -> "Client":
    import httpx2

    return httpx2.Client(**_settings(patience))


def _cached_client(patience: Patience) -> "Client | None":
    from hishel import SqliteStorage
    from hishel.httpx2 import CacheClient
    from platformdirs import user_cache_path

    path = user_cache_path("tocsin") / "http.sqlite"
    if not _is_writable(path):
        return None
    storage = SqliteStorage(database_path=path, max_size=_CACHE_SIZE)
    return CacheClient(storage=storage, rfc=True, **_settings(patience))


def _is_writable(path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            return True
    except OSError:
        return False
