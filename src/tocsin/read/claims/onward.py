"""Times from which on something holds, up to the report: "since the war began in April"."""

from collections.abc import Sequence

from tocsin.read.claims.ownership import Ground
from tocsin.read.events.event import Event
from tocsin.read.syntax import Token
from tocsin.records import Time

# So many words before a time "since" may stand: "since the onset of the crisis in April".
_PHRASE = 9


def ever_since(event: Event, times: Sequence[Time], ground: Ground) -> Time | None:
    """Return the stretch from what a clause dates to the report: "since the war began in May"."""
    for mark, (time, _) in ground.onward(times, event):
        found = _until_published(mark, time, ground)
        if found is not None:
            return found
    return None


def since_then(event: Event, time: Time, ground: Ground) -> Time | None:
    """Return the stretch from what a phrase dates to the report: "since the start of it in May".

    None for any other time, and for an event that the phrase itself tells.
    """
    before = [t for t in ground.sentence.tokens if t.end <= time.span[0]]
    for word in reversed(before[-_PHRASE:-1]):
        if word.upos in ("VERB", "AUX", "PUNCT") or word.i == event.head.i:
            return None
        if ground.is_onward(word):
            return _until_published(word, time, ground)
    return None


def _until_published(mark: Token, time: Time, ground: Ground) -> Time | None:
    published = ground.document.report.published
    if published is None or time.start is None or time.start > published.date():
        return None
    span = mark.start, time.span[1]
    text = ground.document.text[slice(*span)]
    return Time(span=span, text=text, type="DATE", start=time.start, end=published.date())
