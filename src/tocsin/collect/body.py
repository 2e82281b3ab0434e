"""The body of a report: its text without title, byline, notices and other words of the site."""

from dataclasses import dataclass

from tocsin.collect.bylines import byline_in
from tocsin.collect.dates import is_dated_line
from tocsin.collect.notices import notice_in, without_notices
from tocsin.collect.titles import title_of, without_title

_TOP = 4
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is left of a text, with the title and byline that it began with."""

    text: str
    title: str | None
    byline: str | None


def body_of(text: str, *, title: str | None, loose: bool) -> Body:
    """Return the report's own words in tidied `text`.

    With `loose` and no `title` the first line is taken as title where it looks like one. A text
    that is nothing but its title stays, for it is all that the source says.
    """
    paragraphs = [p.strip("\n") for p in text.split("\n\n") if p.strip()]
    if loose and title is None:
        paragraphs = _without_furniture(paragraphs)
        title = title_of(paragraphs)
    if title:
        paragraphs = without_title(_without_furniture(paragraphs, title), title)
    paragraphs, byline = _without_byline(paragraphs)
    left = "\n\n".join(without_notices(paragraphs))
    return Body(text=left or title or "", title=title, byline=byline)


def _without_furniture(paragraphs: list[str], title: str | None = None) -> list[str]:
    # "Home > News" or "4 min read" above the title hides it.
    start = 0
    while start < min(_TOP, len(paragraphs) - 1):
        if title and without_title(paragraphs[start:], title) != paragraphs[start:]:
            break
        if not notice_in(paragraphs[start], "anywhere", "top"):
            break
        start += 1
    return paragraphs[start:]


def _without_byline(paragraphs: list[str]) -> tuple[list[str], str | None]:
    # A byline stands within the first lines; a line that only dates the report may stand above.
    for index, paragraph in enumerate(paragraphs[:_TOP]):
        lines = paragraph.split("\n")
        for at, line in enumerate(lines[:_TOP]):
            if byline := byline_in(line):
                rest = "\n".join(lines[:at] + lines[at + 1 :])
                return [*paragraphs[:index], *([rest] if rest else []), *paragraphs[index + 1 :]], (
                    byline
                )
            if len(line) > _LONGEST_LINE and not is_dated_line(line):
                return paragraphs, None
    return paragraphs, None
