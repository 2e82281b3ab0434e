"""The stance of a claim on its event."""

from collections.abc import Sequence

from tocsin.read.certainty.context import (
    DONE,
    condition,
    deadline,
    hedges,
    is_ahead,
    is_historical,
    likelihood,
    purpose,
)
from tocsin.read.certainty.hits import Hit
from tocsin.read.certainty.judge import judge
from tocsin.read.certainty.rules import CertaintyRules
from tocsin.read.certainty.scope import Scope
from tocsin.read.certainty.stance import Heard, Stance, factuality
from tocsin.read.events import Event
from tocsin.read.syntax import Document
from tocsin.records import Phrase, Time
from tocsin.records.claim import Certainty


def stance(
    document: Document,
    event: Event,
    voices: Sequence[Heard],
    times: Sequence[Time],
    rules: CertaintyRules,
) -> Stance:
    """Return the stand that the innermost of `voices` (outermost first) takes on `event`.

    `likelihood` is None for may, might, could and possible: no scheme gives them a number.
    """
    sentence = document.sentences[event.sentence]
    path = Scope(sentence, rules).path(event.head, event.predicate)
    verdict = judge(sentence, event, path, voices, rules)
    term = likelihood(document, event, path, rules)
    certainty: Certainty = verdict.certainty
    if term is not None and certainty == "certain":
        certainty = term[1].certainty
    historical = verdict.status != "predicted" and is_historical(document, event, times, rules)
    present = verdict.status == "ongoing" and not rules.group("lasting", event.type)
    status = "occurred" if historical and present else verdict.status
    if status in DONE and not verdict.done and is_ahead(document, event, path, times, rules):
        status = "planned" if certainty == "certain" else "predicted"
    hangs_on = condition(document, event, path, status, rules)
    return Stance(
        status=status,
        polarity=verdict.polarity,
        certainty=certainty,
        likelihood=term[0] if term else None,
        hedges=hedges(document, path),
        condition=hangs_on,
        purpose=purpose(document, event, rules),
        deadline=deadline(document, event, _outside(times, hangs_on), status),
        historical=historical,
        factuality=factuality(status, verdict.polarity, certainty),
    )


def _outside(times: Sequence[Time], hangs_on: Phrase | None) -> list[Time]:
    """Leave out what bounds the condition: "unless they withdraw by Friday"."""
    if hangs_on is None:
        return list(times)
    start, end = hangs_on.span
    return [time for time in times if not start <= time.span[0] < end]


def cues(document: Document, event: Event, rules: CertaintyRules) -> tuple[Hit, ...]:
    """Return the cues in whose scope `event` stands, innermost first."""
    sentence = document.sentences[event.sentence]
    return Scope(sentence, rules).path(event.head, event.predicate).hits
