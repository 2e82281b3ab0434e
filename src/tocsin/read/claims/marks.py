"""Words by which a report ties one of its figures to another: "consistent with", "correction"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.read.certainty import CertaintyRules
from tocsin.read.syntax import Document, Sentence
from tocsin.records import Span
from tocsin.records.claim import ResponseKind


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark with its sentence, and where its paragraph's sentence before begins.

    `revises` marks a source that changes its own figure; other corrections take back what their
    sentence repeats.
    """

    how: ResponseKind
    start: int
    end: int
    sentence: Span
    before: int
    revises: bool = False


def marked(document: Document, rules: CertaintyRules) -> list[Marked]:
    """Return the marks of a report in order of its text."""
    return [
        mark
        for at, sentence in enumerate(document.sentences)
        for mark in _of_sentence(document, at, sentence, rules)
    ]


def _of_sentence(
    document: Document, at: int, sentence: Sentence, rules: CertaintyRules
) -> Iterator[Marked]:
    span = sentence.start, sentence.end
    before = _before(document, at)
    texts = [token.text.lower() for token in sentence.tokens]
    for how, rule in rules.file.responses.items():
        for words in rule.phrases:
            for i in range(len(texts) - len(words) + 1):
                if tuple(texts[i : i + len(words)]) == words:
                    first, last = sentence.tokens[i], sentence.tokens[i + len(words) - 1]
                    yield Marked(how, first.start, last.end, span, before)
        for token in sentence.tokens:
            if token.upos == "VERB" and token.lemma in rule.revising:
                yield Marked(how, token.start, token.end, span, before, revises=True)


def _before(document: Document, at: int) -> int:
    sentence = document.sentences[at]
    last = document.sentences[at - 1] if at else sentence
    return sentence.start if "\n" in document.text[last.end : sentence.start] else last.start
