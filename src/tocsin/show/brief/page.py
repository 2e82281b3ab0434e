"""One self-contained page: no outside request, no framework, and report text that cannot act."""

from tocsin.show.brief.compose import Brief
from tocsin.show.pages import render, script
from tocsin.show.palette import STATUS
from tocsin.show.phrases import STATUSES, day, many, one_line

# Lines of a section that are open to view; the rest unfold.
FIRST = 12
NAMES = {**STATUSES, "denied": "denied"}


def page(brief: Brief, *, readers: tuple[str, ...] = ()) -> str:
    """Return `brief` as HTML. Its only script is our own, allowed by the hash of its characters.

    Text from reports is escaped everywhere, links are http or https only, and the page's own
    policy forbids every request and every other script.
    """
    own, allowed = script("filter.js")
    used = {line.kind for line in brief.lines}
    return render(
        "brief.html",
        brief=brief,
        heading=heading(brief),
        period=period(brief),
        gaps=gaps(brief),
        kinds=[kind for kind in STATUS if kind in used],
        names=NAMES,
        shown={line.claim.id: one_line(line.claim.quote, 80) for line in brief.lines},
        first=FIRST,
        readers=readers,
        script=own,
        script_hash=allowed,
    )


def heading(brief: Brief) -> str:
    """Return what the page is called."""
    count = brief.coverage.reports
    if not count:
        return "Nothing to report"
    return "What 1 report says" if count == 1 else f"What {count:,} reports say"


def period(brief: Brief) -> str:
    """Return the days that were asked for, or those that the reports span."""
    cover = brief.coverage
    asked = brief.since or brief.until
    first = brief.since if asked else cover.first
    last = brief.until if asked else cover.last
    if first is None and last is None:
        return "No report has a known date" if cover.reports else "No reports"
    if first is None or last is None:
        return f"Published {'until ' + day(last) if last else 'since ' + day(first)}"
    return f"Published {day(first)}" if first == last else f"Published {day(first)} to {day(last)}"


def gaps(brief: Brief) -> list[str]:
    """Return all that was not seen, a sentence each: languages, undated reports, problems."""
    cover = brief.coverage
    found = [
        f"{many(count, 'report')} in a language without a reader ({language})"
        for language, count in sorted(cover.unread.items())
    ]
    if cover.undated:
        found.append(f"{many(cover.undated, 'report')} without a known date")
    if cover.unsigned:
        found.append(f"{many(cover.unsigned, 'report')} without a known publisher")
    if brief.left_out:
        found.append(f"{many(brief.left_out, 'older line')} beyond the limit")
    return [*found, *cover.problems]
