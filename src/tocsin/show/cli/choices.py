"""Options that take one of a few words: how such a word is read, and told to a shell."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import typer

S = TypeVar("S", bound=StrEnum)


def one_of(kind: type[S]) -> Callable[[str], S]:
    """Return what reads a word of `kind`, in small letters or capitals; others are wrong usage."""

    # A function of ours: the message of the library's own begins with words of its making.
    def word(text: str) -> S:
        try:
            return kind(text.strip().casefold())
        except ValueError as error:
            raise typer.BadParameter(f"{text!r} is none of {', '.join(kind)}") from error

    return word


def words_of(kind: type[StrEnum]) -> Callable[[str], list[str]]:
    """Return what completes the beginning of a word of `kind`, when the tab key is pressed."""

    def completed(incomplete: str) -> list[str]:
        return [word for word in kind if word.startswith(incomplete)]

    return completed
