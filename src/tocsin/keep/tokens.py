"""Text cut into words as SQLite's full-text index cuts it, for databases that cut it otherwise.

The same query must find the same reports on every database, so the words are made here and not by
the server, whose own cutting depends on its version, its language and its locale: letters,
figures and private marks make words, case and the accents of Latin letters are dropped. Signs that
came into Unicode after version 6.1 part words here and in queries; in texts SQLite takes them for
letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.records import Span

# The accents that SQLite (unicode61, remove_diacritics 2) drops where they stand by themselves.
ACCENTS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
# Longer words are cut: an index entry of a server may hold two thousand bytes.
LONGEST = 256

_LETTERS, _PRIVATE = r"[^\W_]+", "\ue000-\uf8ff"
_RUN = re.compile(rf"(?:{_LETTERS}|[{_PRIVATE}]+)(?:{_LETTERS}|[{_PRIVATE}{ACCENTS}]+)*")
_ACCENT = re.compile(f"[{ACCENTS}]")


class Token(NamedTuple):
    """A word as it is looked for, and where it stands in the text."""

    word: str
    span: Span


class _Folds(dict[int, str | None]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _folded(chr(code))
        return folded


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text` in its order.

    >>> [token.word for token in tokens("U.S. test-fire, Erdoğan")]
    ['u', 's', 'test', 'fire', 'erdogan']
    """
    for run in _RUN.finditer(text):
        yield Token(run[0].translate(_FOLDS)[:LONGEST], run.span())


def words_in_a_row(text: str) -> str:
    """Return the words of `text`, each between blanks, so that words in a row can be looked for.

    >>> words_in_a_row("Test-fire!")
    ' test fire '
    """
    return " ".join(("", *(token.word for token in tokens(text)), ""))


def _folded(char: str) -> str | None:
    if _ACCENT.match(char):
        return None
    small = next((c for c in (char.casefold(), char.lower()) if len(c) == 1), char)
    first, *rest = list(unicodedata.normalize("NFD", small))
    bare = first.isascii() and all(map(unicodedata.combining, rest))
    return first.lower() if bare else small


_FOLDS = _Folds()
