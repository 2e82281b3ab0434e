"""Events of a report: typed triggers with their participants and clauses."""

from collections.abc import Iterator

from tocsin.read.events.again import told_again
from tocsin.read.events.bulletins import is_labelled
from tocsin.read.events.candidates import Candidate, Seeker
from tocsin.read.events.choose import choose, split_list
from tocsin.read.events.clauses import clause, clause_head
from tocsin.read.events.elided import Elided
from tocsin.read.events.event import Event
from tocsin.read.events.participants import SUM, TALLY
from tocsin.read.events.phrases import Phrases, trimmed
from tocsin.read.events.roles import roles
from tocsin.read.events.rules import EventRules
from tocsin.read.events.topics import topics
from tocsin.read.syntax import Document, Sentence, Token

_NEXT = ("conj", "advcl", "acl", "appos", "parataxis")
_ASKING = frozenset({"?", "？", "؟", "⁇", "?!"})


def find_events(document: Document, rules: EventRules) -> list[Event]:
    """Return the events that the report's clauses state, in order of the text.

    One deed is one event: a light verb and its noun, or coordinated verbs with the same
    participants, count once; a list of figures and objects of two types are told apart. A question
    states none.
    """
    found: list[Event] = []
    body = [at for at, s in enumerate(document.sentences) if not is_heading(document, s)]
    about = topics(document, rules)
    # A report that is nothing but its headline is read for what the headline says.
    for at in body or range(len(document.sentences)):
        if not is_question(document.sentences[at]):
            found += _of_sentence(document, at, about[at], rules)
            found += [*told_again(document, at, found, rules)]
            found += [*Elided(document, at, rules).events(found)]
    return found


def is_question(sentence: Sentence) -> bool:
    """Say whether a sentence asks: who asks states nothing."""
    return sentence.tokens[-1].text in _ASKING


def _of_sentence(
    document: Document, at: int, topic: str | None, rules: EventRules
) -> Iterator[Event]:
    sentence = document.sentences[at]
    phrases = Phrases(document, at, rules)
    seeker = Seeker(sentence, phrases, rules, topic)
    kept = choose(sentence, seeker.candidates())
    heads = {candidate.head.i for candidate in kept}
    for candidate in kept:
        undergoing = rules.frames[candidate.entry.frame].get("target", ())
        for part in split_list(candidate, phrases, undergoing):
            yield _event(document, at, part, rules, heads)


def is_heading(document: Document, sentence: Sentence) -> bool:
    """Say whether a line is a title or heading: it has no full stop and its words are capitals."""
    text = document.text[sentence.start : sentence.end]
    title = document.report.title
    if title and abs(len(text) - len(title)) < 9 and _squeezed(text) == _squeezed(title):
        return True
    if is_labelled(sentence):
        return False
    last = sentence.tokens[-1]
    long = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3]
    lower = sum(word[0].islower() for word in long)
    stopped = last.upos == "PUNCT" and last.rel == "punct" and not last.text.isalnum()
    return bool(long) and not stopped and lower * 5 <= len(long)


def _squeezed(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _entry(sentence: Sentence, state: Token, counted: Token) -> tuple[Token, ...]:
    """Return the words of an entry of a tally: "40 *wounded in Kabul*", none of the next one."""
    tied = [t for t in sentence.children(state, "obl", "nmod") if t.i > state.i]
    last = max(
        [state.i, counted.i, *(t.i for c in tied for t in sentence.subtree(c, without=_NEXT))]
    )
    return trimmed(sentence.tokens[min(counted.i, state.i) : last + 1])


def _event(
    document: Document, at: int, candidate: Candidate, rules: EventRules, heads: set[int]
) -> Event:
    sentence = document.sentences[at]
    entry = candidate.entry
    governor = clause_head(sentence, candidate.predicate)
    phrases = Phrases(document, at, rules)
    entry_of = next((a.head for a in candidate.arguments if a.slot == TALLY), None)
    total = next((a.head for a in candidate.arguments if a.slot == SUM), None)
    words = () if entry_of is None else _entry(sentence, candidate.head, entry_of)
    return Event(
        type=entry.type,
        plover=entry.plover,
        mode=entry.trigger.mode or entry.rule.mode,
        sentence=at,
        head=candidate.head,
        trigger=candidate.trigger,
        predicate=candidate.predicate,
        clause_head=governor,
        clause=words or clause(sentence, candidate.head, governor, heads - {candidate.head.i}),
        roles=roles(sentence, candidate, rules.frames[entry.frame], phrases),
        counted=entry_of or (sentence.child(total, "nummod") if total else None),
    )
