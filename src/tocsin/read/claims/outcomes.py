"""What became of those whom a claim counts: killed, wounded, missing, captured."""

from collections.abc import Iterable, Iterator

from tocsin.read.claims.parts import words_span
from tocsin.read.claims.rules import Outcome
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Token
from tocsin.records import Role

# What a verb leaves those in of whom it tells: "left two dead".
STATES = ("xcomp", "obj", "conj")


def outcome(event: Event, document: Document, rules: tuple[Outcome, ...]) -> Role | None:
    """Return the outcome that the words of an event name, as its object; None where none does.

    The role stands on the words of the event themselves ("deaths"), its name is that of the rule
    ("killed"). Words of two rules give the name of the rule that joins them.
    """
    fitting = [rule for rule in rules if event.type in rule.type]
    sentence = document.sentences[event.sentence]
    below = sentence.children(event.head, *STATES)
    # "Left two dead and nine wounded": the nine are told of by their own word.
    states = [t for t in below if t.rel != "conj" or not sentence.child(t, "nsubj", "nummod")]
    told = (tuple(_named(words, fitting)) for words in (event.trigger, states))
    names = dict.fromkeys(next(filter(None, told), ()))
    joint = next((rule.name for rule in fitting if names and set(names) <= set(rule.joins)), None)
    name = joint if len(names) > 1 else next(iter(names), None)
    if name is None:
        return None
    span = words_span(event.trigger)
    return Role(role="object", text=document.text[slice(*span)], span=span, name=name)


def _named(words: Iterable[Token], rules: list[Outcome]) -> Iterator[str]:
    for token in words:
        forms = {token.lemma.lower(), token.text.lower()}
        yield from (rule.name for rule in rules if forms & set(rule.words))
