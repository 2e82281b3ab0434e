"""What surrounds a stance: hedges, likelihood, condition, purpose, deadline, age."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tocsin.read.certainty.path import Path
from tocsin.read.certainty.rules import CertaintyRules, LikelihoodRule
from tocsin.read.events import Event
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Likelihood, Phrase, Span, Time
from tocsin.records.claim import Status

_AGE = timedelta(days=8)
DONE: tuple[Status, ...] = ("occurred", "ongoing")
# Ties of a noun to what lists it.
LISTED = frozenset({"nmod", "obl", "conj", "obj"})
AHEAD: tuple[Status, ...] = ("planned", "predicted", "prepared", "hypothetical")


def phrase(document: Document, tokens: Sequence[Token]) -> Phrase:
    """Return the stretch from the first to the last of `tokens` as words of the report."""
    span = min(t.start for t in tokens), max(t.end for t in tokens)
    return Phrase(text=document.text[slice(*span)], span=span)


def hedges(document: Document, path: Path) -> tuple[Phrase, ...]:
    """Return the words that weaken the claim, in order of the text."""
    found = {phrase(document, hit.tokens).span: hit for hit in path.hits if hit.rule.hedge}
    return tuple(phrase(document, found[span].tokens) for span in sorted(found))


def likelihood(
    document: Document, event: Event, path: Path, rules: CertaintyRules
) -> tuple[Likelihood, LikelihoodRule] | None:
    """Return the term of probability that stands in the event's clause or in a cue above it."""
    sentence = document.sentences[event.sentence]
    met = [
        (order, run, rule)
        for order, run, rule in _terms(sentence, rules)
        if _bears(sentence, run, event, path)
    ]
    if not met:
        return None
    _, run, rule = min(met, key=lambda hit: (hit[0], hit[1][0].i))
    text = phrase(document, run).text
    return Likelihood(text=text, low=rule.low, high=rule.high, scheme=rule.scheme), rule


def _terms(
    sentence: Sentence, rules: CertaintyRules
) -> Iterator[tuple[int, Sequence[Token], LikelihoodRule]]:
    """The terms of the table that stand in the sentence, each with its rank: longer ones first."""
    for at, token in enumerate(sentence.tokens):
        for order, words, rule in rules.terms_from(token.text):
            run = sentence.tokens[at : at + len(words)]
            if tuple(t.text.lower() for t in run) == words:
                yield order, run, rule


def _bears(sentence: Sentence, run: Sequence[Token], event: Event, path: Path) -> bool:
    """A term bears on the event if it is on the path up or hangs on a word of it."""
    passed = {t.i for t in (event.head, event.clause_head, *path.passed)}
    within = {t.i for t in run} | {event.head.i}
    on_path = any(t.i in passed or t.head in passed for t in run)
    return on_path and all(t.rel != "amod" or t.head in within for t in run)


def condition(
    document: Document, event: Event, path: Path, status: Status, rules: CertaintyRules
) -> Phrase | None:
    """Return the clause or phrase on which the event is made to depend."""
    sentence = document.sentences[event.sentence]
    nodes = (*path.passed, event.clause_head, *_below(sentence, event.head))
    for node in (*nodes, *_verb_above(sentence, event.head)):
        for child in sentence.children(node, "advcl", "obl", "advmod"):
            below = sentence.subtree(child)
            if event.head.i not in {t.i for t in below} and (
                _conditions(sentence, child, status, rules)
                or _opens(sentence, child, status, rules)
            ):
                return phrase(document, _trimmed(below))
    return None


def _verb_above(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The verb of a list in which a deed stands: "may step up provocations, including a test"."""
    node = noun
    for above in sentence.ancestors(noun):
        if node.upos != "NOUN" or node.rel not in LISTED:
            return
        if above.upos == "VERB":
            yield above
            return
        node = above


def _below(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The verbs that complete `head`: what is threatened or demanded may carry the condition."""
    for child in sentence.children(head, "xcomp", "ccomp", "advcl", "acl"):
        yield child
        for lower in sentence.children(child, "xcomp", "ccomp", "advcl", "conj"):
            yield lower
            yield from sentence.children(lower, "advcl")


def _conditions(sentence: Sentence, child: Token, status: Status, rules: CertaintyRules) -> bool:
    marks = [t.text.lower() for t in sentence.children(child, "mark", "case", "advmod", "aux")]
    below = _trimmed(sentence.subtree(child))
    runs = _openings(below) if below[0] != child else ()
    if any(rules.has("condition-phrases", " ".join(t.text.lower() for t in run)) for run in runs):
        return True
    if child.rel == "advcl":
        if any(rules.has("condition-marks", m) for m in marks) or rules.has(
            "inverted", below[0].text.lower()
        ):
            return True
        return status in AHEAD and any(rules.has("open-marks", m) for m in marks)
    support = rules.has("support", *rules.forms(child))
    return status in AHEAD and support and any(rules.has("support-prepositions", m) for m in marks)


def _opens(sentence: Sentence, child: Token, status: Status, rules: CertaintyRules) -> bool:
    """Whether a phrase before the clause says what must be had: "without a deal, …"."""
    case = sentence.child(child, "case")
    first = sentence.subtree(child)[0]
    leads = status in AHEAD and case is not None and first.i == case.i and child.i < child.head
    return leads and case is not None and rules.has("opening-conditions", case.text.lower())


def _openings(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    yield from (tokens[:n] for n in range(1, min(6, len(tokens)) + 1))


def purpose(document: Document, event: Event, rules: CertaintyRules) -> Phrase | None:
    """Return the infinitive clause that says what the event is for."""
    sentence = document.sentences[event.sentence]
    for node in dict.fromkeys((event.head, event.predicate, event.clause_head)):
        for child in sentence.children(node, "advcl"):
            below = sentence.subtree(child)
            infinitive = child.xpos == "VB" and sentence.child(child, "mark")
            if infinitive and child.i > node.i and event.head not in below:
                return phrase(document, _trimmed(below))
    return None


def deadline(
    document: Document, event: Event, times: Iterable[Time], status: Status
) -> date | None:
    """Return the last day by which what is ahead would show, if the clause bounds it."""
    if status not in AHEAD:
        return None
    published = document.report.published
    ends = [t.end for t in _near(document, event, times) if t.end and t.type != "SET"]
    ahead = [end for end in ends if published is None or end > published.date()]
    return max(ahead, default=None)


def is_ahead(
    document: Document, event: Event, path: Path, times: Sequence[Time], rules: CertaintyRules
) -> bool:
    """Say whether the time of the event begins behind the day of the report."""
    published = document.report.published
    if published is None:
        return False
    near = _near(document, event, times) or _beginning(document, event, path, times, rules)
    starts = [t.start for t in near if t.type != "SET"]
    known = [start for start in starts if start is not None]
    return bool(known) and len(known) == len(starts) and min(known) > published.date()


def is_old(time: Time | None, document: Document) -> bool:
    """Say whether a time lies over a week before the report."""
    published = document.report.published
    if time is None or time.end is None or published is None:
        return False
    return published.date() - time.end > _AGE


def is_historical(
    document: Document, event: Event, times: Sequence[Time], rules: CertaintyRules
) -> bool:
    """Say whether the event is background: marked as earlier, or over a week old.

    A clause without a time takes the one that its sentence, or the sentence before in the same
    paragraph, has set.
    """
    if any(rules.has("since", *rules.forms(t)) for t in event.clause):
        return False
    marked = [t for t in event.clause if t.upos in ("ADV", "ADJ")]
    if any(rules.has("earlier", *rules.forms(t)) for t in marked):
        return True
    if _is_of_an_era(document, event, rules) or _is_tried(document, event, rules):
        return True
    own = _recalled(document, event, times)
    return is_old(own or _setting(document, event, times), document)


def _is_of_an_era(document: Document, event: Event, rules: CertaintyRules) -> bool:
    text = document.text[event.clause[0].start : event.clause[-1].end].lower()
    return any(era in text for era in rules.file.words.get("eras", ()))


def _is_tried(document: Document, event: Event, rules: CertaintyRules) -> bool:
    """Say whether somebody is judged for the event: "convicted of", "jailed for", "guilty of"."""
    sentence = document.sentences[event.sentence]
    nodes = [event.head, event.predicate, *list(sentence.ancestors(event.predicate))[:3]]
    for below in nodes:
        above = sentence.head(below)
        case = sentence.child(below, "case", "mark")
        if above is None or case is None:
            continue
        if rules.has("tried", *rules.forms(above)) and rules.has("tried-for", case.text.lower()):
            return True
    return False


def _recalled(document: Document, event: Event, times: Iterable[Time]) -> Time | None:
    """The time of which a relative clause tells: "since 2010, when 70 people were killed"."""
    sentence = document.sentences[event.sentence]
    for node in (event.predicate, *sentence.ancestors(event.predicate)):
        if node.deprel in ("acl:relcl", "advcl") and node.head >= 0:
            noun = sentence.tokens[node.head]
            for time in times:
                if time.span[0] <= noun.start < time.span[1] and time.start is not None:
                    return replace(time, end=min(time.end or time.start, _year_end(time.start)))
            return None
    return None


def _year_end(day: date) -> date:
    return date(day.year, 12, 31)


def _setting(document: Document, event: Event, times: Sequence[Time]) -> Time | None:
    """The time that dates the event: in its clause, its sentence, or the paragraph before it."""
    dated = [t for t in times if t.start is not None or t.end is not None]
    near = _near(document, event, dated)
    if near:
        return min(near, key=lambda t: abs(t.span[0] - event.head.start))
    at = event.sentence
    while at >= 0:
        sentence = document.sentences[at]
        # What comes later in the sentence dates something else.
        until = min(sentence.end, event.head.start)
        inside = [t for t in dated if _within(t.span, (sentence.start, until))]
        if inside:
            return inside[0]
        gap = document.text[document.sentences[at - 1].end : sentence.start] if at else "\n"
        if "\n" in gap:
            return None
        at -= 1
    return None


def _near(document: Document, event: Event, times: Iterable[Time]) -> list[Time]:
    """The times inside the clause, or else one that opens its sentence."""
    sentence = document.sentences[event.sentence]
    stretch = event.clause[0].start, event.clause[-1].end
    inside = [t for t in times if _within(t.span, stretch)]
    if inside:
        return inside
    opening = sentence.tokens[min(2, len(sentence.tokens) - 1)].end
    return [t for t in times if sentence.start <= t.span[0] < opening]


def _beginning(
    document: Document, event: Event, path: Path, times: Iterable[Time], rules: CertaintyRules
) -> list[Time]:
    """The times of the verb by which the event begins: "a curfew takes effect on Wednesday"."""
    verb = path.bearer
    if verb.i == event.predicate.i or not rules.has("arising", *rules.forms(verb)):
        return []
    below = document.sentences[event.sentence].subtree(verb, without=("advcl", "ccomp", "conj"))
    return [t for t in times if _within(t.span, (below[0].start, below[-1].end))]


def _within(span: Span, stretch: Span) -> bool:
    return stretch[0] <= span[0] and span[1] <= stretch[1]


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].upos == "PUNCT":
        kept.pop()
    while len(kept) > 1 and kept[0].upos == "PUNCT":
        kept.pop(0)
    return kept
