"""The brief as Markdown: one line a claim, with its id, its source and where it was published."""

import re
from collections.abc import Iterator

from tocsin.records import Report
from tocsin.show.brief.compose import Brief
from tocsin.show.brief.figures import FigureGroup
from tocsin.show.brief.lines import Line
from tocsin.show.brief.page import gaps, heading, period
from tocsin.show.pages import safe_url
from tocsin.show.phrases import (
    bounds,
    chain,
    day,
    days,
    figure,
    many,
    one_line,
    status,
    sureness,
    where,
)

# What would make Markdown or the HTML that it passes through do something: all of it is shown.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LEADING = re.compile(r"^(\s*)(\d+)?([-+.)=:])")


def markdown(brief: Brief) -> str:
    """Return `brief` as Markdown; report text in it is escaped and cannot become markup."""
    return "\n".join(_parts(brief)) + "\n"


def escaped(text: str) -> str:
    r"""Return `text` on one line, with every sign that Markdown acts on escaped.

    >>> escaped("<b>[x](y)")
    '\\<b\\>\\[x\\](y)'
    """
    safe = _ACTIVE.sub(r"\\\1", one_line(text))
    return _LEADING.sub(lambda m: f"{m[1]}{m[2] or ''}\\{m[3]}", safe)


def _parts(brief: Brief) -> Iterator[str]:
    cover = brief.coverage
    yield f"# {heading(brief)}\n"
    asked = "".join(f" · {name}: {escaped(value)}" for name, value in brief.filters.items())
    yield f"{period(brief)}{asked}.\n"
    yield (
        f"{many(cover.reports, 'report')}, {many(cover.texts, 'different text')}, "
        f"{many(len(cover.publishers), 'publisher')}, {many(len(brief.lines), 'line')} "
        f"from {many(cover.claims, 'claim')}.\n"
    )
    missing = gaps(brief)
    yield "**Quiet is not blind.** " + (
        "Not seen here:\n" if missing else "Every report was read; none was passed over.\n"
    )
    yield from (f"- {escaped(gap)}" for gap in missing)
    for section in brief.sections:
        yield f"\n## {section.title}\n"
        yield from (_line(line) for line in section.lines)
    if brief.figures:
        yield "\n## Figures, side by side"
        for group in brief.figures:
            yield from _figures(group)


def _line(line: Line) -> str:
    claim = line.claim
    facts = [
        chain(claim),
        status(claim),
        sureness(claim),
        figure(claim.quantity),
        days(claim.time),
        where(claim),
        f"by {day(claim.deadline)}" if claim.deadline else "",
        f"condition: “{claim.condition.text}”" if claim.condition else "",
    ]
    said = " · ".join(escaped(fact) for fact in facts if fact)
    more = len(line.outlets) - 1
    also = f" and {more} more with the same words" if more else ""
    published = f", {day(line.published)}" if line.published else ""
    return (
        f"- **{claim.event.type}** “{escaped(claim.quote)}” — {said} "
        f"({_link(line.report, line.outlets[0])}{published}{also}) `{claim.id}`"
    )


def _link(report: Report, text: str) -> str:
    url = safe_url(report.url)
    if url is None:
        return escaped(text)
    plain = url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    return f"[{escaped(text)}]({plain})"


def _figures(group: FigureGroup) -> Iterator[str]:
    yield f"\n### {group.type}\n"
    yield "| figure | of | who says so | published | claim |\n|---|---|---|---|---|"
    for row in group.rows:
        line = row.line
        cells = [
            bounds(row.quantity),
            row.quantity.of or row.quantity.unit or "",
            chain(line.claim),
            f"{day(line.published)}, {line.outlets[0]}",
        ]
        yield "| " + " | ".join(escaped(cell) for cell in cells) + f" | `{line.claim.id}` |"
