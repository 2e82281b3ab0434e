"""From what a desk holds to what weighing sees: each sighting with the marks of its text."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from tocsin.keep.found import Standing
from tocsin.read.fingerprints import (
    LineageRules,
    fingerprint,
    hollow_words,
    lineage_rules,
    mentions,
)
from tocsin.records import Carried, Fingerprint, Mention, Report
from tocsin.rules import languages

# A text too short to tell its language is read by the first reader there is (see `reader_for`).
UNTOLD = "en"


def carried_from(standing: Iterable[Standing]) -> Iterator[Carried]:
    """Yield what weighing may know of each sighting; it never sees the texts themselves.

    A text that many sites carry under one title is fingerprinted once.
    """
    marks: dict[tuple[str, str | None], Fingerprint] = {}
    for one in standing:
        key = (one.sighting.report, one.sighting.title)
        if key not in marks:
            marks[key] = fingerprint(
                one.text, one.sighting.title, _hollow(one.sighting.language or UNTOLD)
            )
        yield _carried(one, marks[key])


def _carried(one: Standing, marks: Fingerprint) -> Carried:
    seen = one.sighting
    return Carried(
        sighting=seen.id,
        report=seen.report,
        file=seen.file,
        url=seen.url,
        publisher=seen.publisher,
        title=seen.title,
        byline=seen.byline,
        published=seen.published,
        collected_at=seen.collected_at,
        wire=seen.wire,
        language=seen.language,
        fingerprint=marks,
        mentions=_mentions(one),
        claims=one.claims,
    )


def _mentions(one: Standing) -> tuple[Mention, ...]:
    seen = one.sighting
    rules = _rules(seen.language or UNTOLD)
    if rules is None:
        return ()
    report = Report(
        id=seen.report,
        text=one.text,
        url=seen.url,
        publisher=seen.publisher,
        title=seen.title,
        byline=seen.byline,
        published=seen.published,
        wire=seen.wire,
        language=seen.language,
    )
    return mentions(report, one.claims, rules)


@cache
def _rules(language: str) -> LineageRules | None:
    return lineage_rules(language) if _written(language, "lineage.toml") else None


@cache
def _hollow(language: str) -> frozenset[int]:
    return hollow_words(language) if _written(language, "hollow.toml") else frozenset()


def _written(language: str, path: str) -> bool:
    # A language may have some of its rules and not yet these.
    folder = files("tocsin") / "rules" / language
    return language in languages() and (folder / path).is_file()
