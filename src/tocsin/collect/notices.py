"""Lines and paragraphs that a site adds to a report: dropped whole, or left alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tocsin.collect.wording import wordings
from tocsin.rules import Rule

_ENDS = ".!?:;\"'”’)]»…。！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Rule):
    """A form of words that is no part of a report when it fills a whole line or paragraph.

    `where` limits it to the top or the end of the text. With `tail` it heads a list of other
    stories, and the title-like lines under it go with it. `longest` is in characters.
    """

    pattern: str
    where: Literal["anywhere", "top", "end"] = "anywhere"
    tail: bool = False
    longest: int = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """The notices of one language."""

    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    notice: Notice
    pattern: re.Pattern[str]


@cache
def _all() -> tuple[_Compiled, ...]:
    found = (n for rules in wordings("notices.toml", Notices).values() for n in rules.notices)
    return tuple(_Compiled(n, re.compile(n.pattern, re.IGNORECASE)) for n in found)


@cache
def _longest() -> int:
    return max(found.notice.longest for found in _all())


def notice_in(words: str, *where: str) -> Notice | None:
    """Return the notice that `words` are from first to last, of those allowed in `where`."""
    if len(words) > _longest():
        return None
    found = _notices(" ".join(words.split()))
    return next((notice for notice in found if notice.where in where), None)


@lru_cache(maxsize=4096)
def _notices(words: str) -> tuple[Notice, ...]:
    # Hardly any line is a notice: one pattern for all of them passes over the others quickly.
    if not _any().fullmatch(words):
        return ()
    return tuple(
        found.notice
        for found in _all()
        if len(words) <= found.notice.longest and found.pattern.fullmatch(words)
    )


@cache
def _any() -> re.Pattern[str]:
    patterns = "|".join(f"(?:{found.notice.pattern})" for found in _all())
    return re.compile(patterns, re.IGNORECASE)


def without_notices(paragraphs: Sequence[str]) -> list[str]:
    """Return `paragraphs` without the notices among them; nothing else is changed.

    A paragraph that only mentions comments, photos or advertising stays: a notice fills its line.
    """
    kept = [left for p in _without_tails(paragraphs) if (left := _without_lines(p))]
    start, end = 0, len(kept)
    while start < end - 1 and notice_in(kept[start], "anywhere", "top"):
        start += 1
    while end > start + 1 and notice_in(kept[end - 1], "anywhere", "end"):
        end -= 1
    return kept[start:end]


def _without_tails(paragraphs: Sequence[str]) -> Iterator[str]:
    in_list = False
    for paragraph in paragraphs:
        heads, rest = _list_head(paragraph)
        if heads:
            in_list = True
            if rest and not _is_list(rest):
                yield rest
        elif not (in_list and _is_list(paragraph)):
            in_list = False
            yield paragraph


def _list_head(paragraph: str) -> tuple[bool, str]:
    first, _, rest = paragraph.partition("\n")
    found = notice_in(first, "anywhere", "end") if len(first) <= _longest() else None
    return (found is not None and found.tail), rest


def _is_list(paragraph: str) -> bool:
    # Titles of other stories: short lines that do not end as sentences do.
    return all(
        len(line) <= 160 and line.rstrip()[-1:] not in _ENDS
        for line in paragraph.split("\n")
        if line.strip()
    )


def _without_lines(paragraph: str) -> str:
    if notice_in(paragraph, "anywhere"):
        return ""
    if "\n" not in paragraph:
        return paragraph
    kept: list[str] = []
    before = ""
    for line in paragraph.split("\n"):
        # Inside hard-wrapped prose a line may look like a notice by chance: it must stand alone.
        alone = not before or before[-1] in _ENDS or len(before) < 40
        if not (alone and notice_in(line, "anywhere")):
            kept.append(line)
        before = line.rstrip()
    return "\n".join(kept).strip("\n")
