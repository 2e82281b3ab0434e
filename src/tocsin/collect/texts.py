"""Plain text and Markdown become a draft as they stand, but for Markdown's marks."""

import re
from collections.abc import Iterator

from tocsin.collect.decode import decode
from tocsin.collect.found import Draft, Found, Origin

_MARKDOWN = (".md", ".markdown")
_MARKS = (
    (re.compile(r"\A---\n.*?\n---\n", re.DOTALL), ""),
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
)


def read_text(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield the one draft in a text; its first line may be its title."""
    text, problem = decode(data, origin.charset)
    if origin.name.lower().endswith(_MARKDOWN):
        text = _unmarked(text)
    yield Draft(
        origin=origin,
        text=text,
        loose=True,
        problems=(problem,) if problem else (),
    )


def _unmarked(text: str) -> str:
    text = text.replace("\r\n", "\n")
    for mark, words in _MARKS:
        text = mark.sub(words, text)
    return text
