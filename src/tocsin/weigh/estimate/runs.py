"""How a figure runs on: what was on a day, the whole up to now, what there is at the time."""

from tocsin.records import Claim
from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.seen import Seen


def kind(seen: Seen, default: FigureKind) -> FigureKind:
    """Return the kind that words of the clause tell, else the default."""
    if by_period(seen) or seen.rules.once.first(seen.clause):
        return "flow"
    if default != "stock" and seen.rules.runs["total"].first(seen.clause) is not None:
        return "total"
    return default


def by_period(seen: Seen) -> bool:
    """Whether a figure is of one stretch of time among many: "55 in the past 24 hours"."""
    return any(run is not None for _, _, run in seen.rules.runs["flow"].find(seen.clause))


def dated(claim: Claim) -> bool:
    """Whether a deed is told of a day or two, and not as the toll of a disaster."""
    time = claim.time
    if claim.event.type == "disaster" or time is None or time.start is None or time.end is None:
        return False
    return (time.end - time.start).days <= 1


def mark(seen: Seen) -> str:
    """Return the words that keep a figure apart: that it is planned, expected, or in addition."""
    added = seen.rules.rules.added
    marks = [seen.rules.mark.get(seen.claim.status, "")]
    text = words(seen.quantity.text)
    close = {word.text for word in (*seen.before[-2:], *seen.of[:1], *seen.behind[:1], *text)}
    daily = seen.thing.rule is not None and seen.thing.rule.daily
    if close & {*added.word, *(added.fresh if daily else ())} or {
        word.text for word in seen.behind[:1]
    } & {*added.more}:
        marks.append(added.mark)
    return ", ".join(one for one in marks if one)
