"""What a sentence is about, where a word has two senses: a toll of war, a toll of a quake."""

from collections import Counter

from tocsin.read.events.rules import EventRules
from tocsin.read.syntax import Document, Sentence


def topics(document: Document, rules: EventRules) -> list[str | None]:
    """Return the topic of each sentence: its own words decide, then those of the report so far.

    None where no topic's word has been met.
    """
    running: Counter[str] = Counter()
    found = []
    for sentence in document.sentences:
        here = _counts(sentence, rules)
        running.update(here)
        # One stray word does not turn a report: it is weighed against what was read so far.
        found.append(_leader(here + here + running) or _leader(here))
    overall = _leader(running)
    return [topic or overall for topic in found]


def _counts(sentence: Sentence, rules: EventRules) -> Counter[str]:
    words = [form for token in sentence.tokens for form in set(rules.forms(token))]
    return Counter(name for word in words for name, held in rules.topics.items() if word in held)


def _leader(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
