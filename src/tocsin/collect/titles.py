"""The title at the top of a text: found in loose text, and dropped where it is repeated."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from tocsin.collect.bylines import byline_in
from tocsin.collect.dates import is_dated_line

_LONGEST = 200
_FEWEST_LETTERS = 4
_NEAR = 0.9
_WORDS = re.compile(r"\w+")
# Between a title and the name of its site, or between a title and its subtitle.
_SEPARATOR = re.compile(r"\s+[-–—|·»:]\s+|:\s+")
_SENTENCE_END = (".", "。", "।", "۔", "…", ":", ";", ",")


def title_of(paragraphs: Sequence[str]) -> str | None:
    """Return the first line of loose text if it looks like a title, else None.

    It does when it is short, does not end as a sentence, and stands apart or is repeated.
    """
    if not paragraphs:
        return None
    first, _, rest = paragraphs[0].partition("\n")
    first = first.strip()
    apart = len(paragraphs) > 1 and all(_is_credit(line) for line in rest.split("\n") if line)
    repeated = bool(rest) and same_title(rest.partition("\n")[0], first)
    return first if (apart or repeated) and _looks_like_title(first) else None


def without_title(paragraphs: Sequence[str], title: str) -> list[str]:
    """Return `paragraphs` without `title` at their top, however often it is repeated there.

    A near copy goes too, and a title with its subtitle or its site; a sentence never does.
    """
    left = list(paragraphs)
    while left:
        shorter = _drop_first(left, title)
        if shorter is None:
            break
        left = shorter
    return left


def same_title(line: str, title: str) -> bool:
    """Return whether `line` is `title`, give or take marks, case, a site's name or a subtitle."""
    if len(line) > 2 * _LONGEST + len(title) or _is_sentence(line) > _is_sentence(title):
        return False
    one, other = _key(line), _key(title)
    if not one or not other:
        return False
    return one == other or _starts(line, other) or _starts(title, one) or _near(one, other)


def _drop_first(paragraphs: list[str], title: str) -> list[str] | None:
    # A hard-wrapped title fills its paragraph, or several lines of it; or title and subtitle
    # stand on two lines of which the metadata makes one.
    if len(paragraphs) > 1 and _key(" ".join(paragraphs[:2])) == _key(title):
        return paragraphs[2:]
    lines = paragraphs[0].split("\n")
    for count in range(min(4, len(lines)), 0, -1):
        if same_title(" ".join(lines[:count]), title):
            rest = "\n".join(lines[count:]).strip("\n")
            return ([rest] if rest else []) + paragraphs[1:]
    return None


def _looks_like_title(line: str) -> bool:
    letters = sum(char.isalpha() for char in line)
    return (
        letters >= _FEWEST_LETTERS
        and len(line) <= _LONGEST
        and not line.endswith(_SENTENCE_END)
        and not line.startswith(("-", "*", "•", "(", "["))
        and not _is_credit(line)
    )


def _is_credit(line: str) -> bool:
    return byline_in(line) is not None or is_dated_line(line.strip())


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith((".", "。", "।", "۔"))


def _key(line: str) -> str:
    return " ".join(_WORDS.findall(line.casefold()))


def _starts(whole: str, part: str) -> bool:
    # "Title - Example News", "Title: the subtitle": the part before a separator is the title.
    return len(part) >= 12 and any(
        _key(whole[: mark.start()]) == part for mark in _SEPARATOR.finditer(whole)
    )


def _near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 0.2 * max(len(one), len(other)):
        return False
    # Another figure or another day makes another title, however near the letters are.
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR
