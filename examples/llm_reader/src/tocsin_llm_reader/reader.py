"""The reader: a report to the model, its claims through the text, all that went wrong in words."""

import os
from dataclasses import replace

import msgspec

import tocsin
from tocsin import Claim, Reading, Report
from tocsin.records.report import UNREAD
from tocsin_llm_reader.client import ask
from tocsin_llm_reader.said import MOST_CLAIMS, instructions, items_of, taken
from tocsin_llm_reader.settings import Settings, settings_from
from tocsin_llm_reader.verify import UnsupportedError, Verifier
from tocsin_llm_reader.words import NoAnswerError, shown

VERSION = "0.1.0"
MOST_CHARACTERS = 24_000
UNDATED = "no publication time is known: relative times are not resolved"


class LlmReader:
    """Reads reports with a model; times, figures, places and entities are tocsin's own."""

    # The same model may answer otherwise when it is asked again.
    deterministic = False

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stamp = f"llm-reader-{VERSION}+{settings.model}"

    def read(self, report: Report) -> Reading:
        """Return the reading of `report`; what the text does not bear out is a problem in it."""
        own = _own(report)
        plain = replace(own, reader=self.stamp, report=report, claims=())
        if not report.text.strip():
            return replace(plain, problems=("the report holds no text",))
        try:
            items = items_of(ask(self.settings, _messages(report.text)))
        except NoAnswerError as error:
            # Without a stamp it counts as unread, and is asked for again when it is added again.
            problems = (*plain.problems, f"no claims were read: {error}")
            return replace(plain, reader=UNREAD, problems=problems)
        verifier = Verifier(plain, _cut(report.text, items))
        claims = _claims(verifier, items[:MOST_CLAIMS])
        return replace(plain, claims=claims, problems=(*plain.problems, *verifier.problems))


def make_reader() -> LlmReader:
    """Return the reader that the environment describes; the entry point of the package.

    Raises:
        SetupError: when the environment does not say which model, and where.
    """
    return LlmReader(settings_from(os.environ))


def _own(report: Report) -> Reading:
    """Return tocsin's own layers and sentences; a language that it does not read has none."""
    own = tocsin.read(report.text, published=report.published, language=report.language)
    problems = [UNDATED] if report.published is None else []
    if own.reader == UNREAD:
        problems.append(f"{own.problems[0]} by tocsin: no figure, place or time could be checked")
    return replace(own, problems=tuple(problems))


def _messages(text: str) -> list[dict[str, str]]:
    report = f"<report>\n{text[:MOST_CHARACTERS]}\n</report>"
    return [
        {"role": "system", "content": instructions()},
        {"role": "user", "content": report},
    ]


def _cut(text: str, items: list[msgspec.Raw]) -> list[str]:
    problems = []
    if len(text) > MOST_CHARACTERS:
        problems.append(
            f"read to character {MOST_CHARACTERS:,} of {len(text):,}: cut the text into its "
            "reports to have the rest read"
        )
    if len(items) > MOST_CLAIMS:
        problems.append(f"the model gave {len(items):,} claims: {MOST_CLAIMS} were looked at")
    return problems


def _claims(verifier: Verifier, items: list[msgspec.Raw]) -> tuple[Claim, ...]:
    found: dict[str, Claim] = {}
    for number, item in enumerate(items, 1):
        try:
            claim = verifier.claim(taken(item), number)
        except (UnsupportedError, ValueError) as error:
            verifier.problems.append(f"claim {number} was left out: {shown(error, 200)}")
            continue
        if found.setdefault(claim.id, claim) is not claim:
            verifier.problems.append(f"claim {number} was left out: it was given twice")
    return tuple(sorted(found.values(), key=lambda claim: (claim.span, claim.id)))
