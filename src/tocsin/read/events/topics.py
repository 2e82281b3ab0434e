"""What a sentence is about, where a word has two senses: a toll of war, a toll of a quake."""

from collections import Counter
from collections.abc import Mapping

from tocsin.read.events.rules import EventRules
from tocsin.read.syntax import Document, Sentence, Token

# What one sentence adds to the topic counts for this much less in each sentence after it, so that
# a column of briefs changes its topic with its items. Set by hand.
FADING = 0.9


def topics(document: Document, rules: EventRules) -> list[str | None]:
    """Return the topic of each sentence: its own words decide, then those of the report so far.

    None where no topic's word has been met.
    """
    running: Counter[str] = Counter()
    lately: dict[str, float] = {}
    found = []
    for sentence in document.sentences:
        here = _counts(sentence, rules)
        running.update(here)
        lately = {name: lately.get(name, 0) * FADING + here[name] for name in running}
        # One stray word does not turn a report: it is weighed against what was read lately.
        found.append(_leader({n: 2 * here[n] + lately[n] for n in lately}) or _leader(here))
    overall = _leader(running)
    return [topic or overall for topic in found]


def _counts(sentence: Sentence, rules: EventRules) -> Counter[str]:
    words = [form for token in sentence.tokens for form in _forms(token, rules)]
    return Counter(name for word in words for name, held in rules.topics.items() if word in held)


def _forms(token: Token, rules: EventRules) -> set[str]:
    """A verb counts in the form that is listed alone: who "stormed" a house tells of no storm."""
    return {token.text.lower()} if token.upos == "VERB" else set(rules.forms(token))


def _leader(counts: Mapping[str, float]) -> str | None:
    ranked = sorted(counts, key=lambda name: -counts[name])[:2]
    if not ranked or (len(ranked) == 2 and counts[ranked[0]] == counts[ranked[1]]):
        return None
    return ranked[0]
