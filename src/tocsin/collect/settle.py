"""A draft becomes a report: cleaned text, its time and how that is known, publisher, language."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.collect.body import body_of
from tocsin.collect.dates import doubt, printed, stated
from tocsin.collect.decode import one_line, tidy
from tocsin.collect.found import Draft, Gathered, trouble
from tocsin.collect.language import language_of
from tocsin.collect.sites import site_of
from tocsin.collect.wires import wire_of
from tocsin.records import Report
from tocsin.records.report import PublishedFrom

_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of all reports of a target, and the time at which it is gathered."""

    now: datetime
    published: datetime | None = None
    publisher: str | None = None


def settle(draft: Draft, given: Given) -> Gathered:
    """Return the report in `draft`, or the words for why there is none.

    A field that nothing states stays None; a doubtful date is left out and said.
    """
    text = tidy(draft.text)
    if not text.strip():
        return trouble(draft.origin.where, "no text: there is nothing to read")
    body = body_of(text, title=_title(draft.title), loose=draft.loose)
    if not any(char.isalnum() for char in body.text):
        return trouble(draft.origin.where, "no text besides the site's own notices")
    published, source, doubts = _published(draft, text, given)
    byline = one_line(draft.byline) or body.byline
    report = Report(
        file=draft.origin.file,
        url=draft.origin.url,
        publisher=_publisher(draft, given),
        title=body.title,
        byline=byline,
        published=published,
        published_from=source,
        wire=wire_of(text, byline),
        language=language_of(_spoken(body.text, body.title), draft.language),
        text=body.text,
    )
    problems = (*draft.problems, *doubts)
    return Gathered(report=report, where=draft.origin.where, problems=problems)


def _title(title: str | None) -> str | None:
    found = one_line(title)
    return found[:_LONGEST_TITLE] if found else None


def _spoken(text: str, title: str | None) -> str:
    # A title lends its words to a short text.
    return f"{title}\n{text}" if title and len(text) < 300 else text


def _publisher(draft: Draft, given: Given) -> str | None:
    origin = draft.origin
    names = (given.publisher, draft.publisher, origin.publisher)
    return next((found for name in names if (found := one_line(name))), None) or site_of(origin.url)


def _published(
    draft: Draft, text: str, given: Given
) -> tuple[datetime | None, PublishedFrom | None, list[str]]:
    if given.published is not None:
        return _aware(given.published), "given", []
    doubts: list[str] = []
    made = stated(draft.made) if draft.made else None
    for found, source in (
        (_metadata(draft.published, doubts), "metadata"),
        (printed(text), "text"),
        (made, "metadata"),
    ):
        reason = doubt(found, given.now) if found else None
        if reason:
            doubts.append(reason)
        elif found:
            # mypy cannot see that the pairs hold only the two words.
            return found, "text" if source == "text" else "metadata", doubts
    return None, None, doubts


def _metadata(published: str | None, doubts: list[str]) -> datetime | None:
    if not published or not published.strip():
        return None
    found = stated(published)
    if found is None:
        shown = published.strip()[:60]
        doubts.append(f"the date {shown!r} could not be read: write it as 2024-12-23")
    return found


def _aware(found: datetime) -> datetime:
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
