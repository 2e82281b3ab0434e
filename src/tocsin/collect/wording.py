"""The words of this room's rules, per language that has them."""

from importlib.resources import files
from typing import TypeVar

from tocsin.rules import languages, load

T = TypeVar("T")


def wordings(path: str, kind: type[T]) -> dict[str, T]:
    """Return the rule file `path` of every language that has one, by language code.

    A report's language is not known before its notices are read, so all languages are tried.
    """
    root = files("tocsin.rules")
    return {code: load(code, path, kind) for code in languages() if (root / code / path).is_file()}
