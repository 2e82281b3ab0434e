"""Rule files: TOML, a folder per language, read into typed records, each rule with its proof."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from tocsin.errors import RuleError

T = TypeVar("T")

# Facts that belong to no language: states, seas, organisations.
WORLD = "world"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The base of every rule: it does not load without an example and a counter-example.

    `example` holds texts on which the rule must show; `counter` holds texts on which it must not.
    Tests in `tests/rules/` run them all.
    """

    example: tuple[str, ...]
    counter: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a rule without its proof."""
        if not self.example or not self.counter:
            raise ValueError("a rule needs at least one example and one counter-example")


def languages() -> tuple[str, ...]:
    """Return the language codes that have a rule folder, sorted."""
    found = (item.name for item in _folder().iterdir() if item.is_dir())
    return tuple(sorted(set(found) - {WORLD, "__pycache__"}))


def written(language: str | None, path: str) -> bool:
    """Return whether `language` has the rule file `path`.

    A language may have some of its rules and not yet these.
    """
    if language is None or language not in languages():
        return False
    return (_folder() / language / path).is_file()


def load(language: str, path: str, kind: type[T]) -> T:
    """Return the rule file `path` (such as `times.toml`) of `language` as a `kind`.

    Raises:
        RuleError: when the file is missing, is not TOML, has a field that `kind` does not know, or
            holds a rule without its proof. The message names the file and the place in it.
    """
    where = f"rules/{language}/{path}"
    return _convert(_parse(_folder() / language / path, where), kind, where)


def load_folder(language: str, path: str, kind: type[T]) -> dict[str, T]:
    """Return every `*.toml` of the folder `path` of `language`, by file stem, sorted by name."""
    folder = _folder() / language / path
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return {name.removesuffix(".toml"): load(language, f"{path}/{name}", kind) for name in names}


def digest(language: str, *names: str) -> str:
    """Return eight hex digits that depend on every rule that a reader of `language` uses.

    With `names` they depend on the rule files of these names alone.
    """
    total = blake2b(digest_size=4)
    for folder in (language, WORLD):
        for file in _files(_folder() / folder):
            if not names or file.name in names:
                total.update(file.read_bytes())
    return total.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files(item)
        elif item.name.endswith(".toml"):
            yield item


def _folder() -> Traversable:
    return files("tocsin.rules")


def _parse(file: Traversable, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RuleError(f"{where} is missing: install tocsin again") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{where} is not TOML: {error}") from error


def _convert(found: dict[str, Any], kind: type[T], where: str) -> T:
    try:
        return msgspec.convert(found, kind, strict=True)
    except (msgspec.ValidationError, ValueError) as error:
        raise RuleError(f"{where}: {error}") from error
